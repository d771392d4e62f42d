import type { ReactElement } from 'react'
import { longDate, timeOnly } from '../../platform/core/words.ts'
import { Answered } from '../../platform/web/Answered.tsx'
import { TextLink } from '../../platform/web/kit/Button.tsx'
import { Callout } from '../../platform/web/kit/Card.tsx'
import { Tabs } from '../../platform/web/kit/Lists.tsx'
import { Crumbs, Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { at, useParams } from '../../platform/web/navigation.ts'
import { useRead } from '../../platform/web/query.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import { caseApi, type OpenedCase } from '../core/case.api.ts'
import { casePageWords } from '../core/page.words.ts'

export type CaseTab = 'diary' | 'assessment' | 'tasks' | 'appointments' | 'attachments' | 'ties' | 'measures' | 'equipe'

const places: Readonly<Record<CaseTab, string>> = {
  diary: '',
  assessment: '/valutazione',
  tasks: '/compiti',
  appointments: '/appuntamenti',
  attachments: '/allegati',
  ties: '/legami',
  measures: '/misure',
  equipe: '/equipe',
}

const CaseTabs = ({ one, tab }: { one: OpenedCase; tab: CaseTab }): ReactElement => {
  const say = useWords(casePageWords)
  const counts: Partial<Record<CaseTab, number>> = {
    tasks: one.counts.openTasks,
    appointments: one.counts.appointments,
    attachments: one.counts.attachments,
    ties: one.counts.ties,
  }
  const items = (Object.keys(places) as CaseTab[]).map((name) => ({
    label: say(`tab.${name}`),
    href: at(`/casi/${one.id}${places[name]}`),
    current: name === tab,
    count: counts[name] || undefined,
  }))
  const pacts = { label: say('tab.pacts'), href: at(`/patti?case=${one.id}`), count: one.counts.pacts || undefined }
  return <Tabs label={say('tabs')} items={[...items, pacts]} />
}

/** The sentence of a file: who, since when, and what waits. */
const CaseSentence = ({ one }: { one: OpenedCase }): ReactElement => {
  const [say, language] = [useWords(casePageWords), useLanguage()]
  const name = one.personLabel
  const lead = (
    <>
      {say('case.number', { number: one.number })}
      {one.householdLabel && ` · ${one.householdLabel}`} ·{' '}
      <TextLink href={at(`/persone/${one.personId}`)}>{say('case.person')}</TextLink>
    </>
  )
  if (one.state === 'open') {
    const todo = one.counts.openTasks > 0 ? say('case.todo', { count: one.counts.openTasks }) : say('case.nothing')
    return (
      <Sentence lead={lead}>
        {weighed(`${say('case.open', { name, day: longDate(language, one.openedOn) })} ${todo}`)}
      </Sentence>
    )
  }
  const day = longDate(language, one.closedOn ?? one.openedOn)
  return (
    <>
      <Sentence lead={lead}>
        {weighed(say(one.state === 'closed' ? 'case.closed' : 'case.passed', { name, day }))}
      </Sentence>
      <Callout tone="calm">
        <p>{say('case.why', { reason: one.closingReason })}</p>
        {one.handOver && <p>{one.handOver}</p>}
      </Callout>
    </>
  )
}

const Opened = (props: {
  one: OpenedCase
  tab: CaseTab
  children: (one: OpenedCase) => ReactElement | null
}): ReactElement => {
  const [say, language] = [useWords(casePageWords), useLanguage()]
  const { one } = props
  return (
    <>
      <Crumbs
        label={say('case.crumb')}
        items={[{ label: say('case.crumb'), href: at('/casi') }, { label: one.personLabel }]}
      />
      <CaseSentence one={one} />
      {one.glassUntil && (
        <Callout tone="late" icon="unlock">
          {say('case.glass', { time: timeOnly(language, one.glassUntil) })}
        </Callout>
      )}
      <CaseTabs one={one} tab={props.tab} />
      <div className="block blocks">{props.children(one)}</div>
    </>
  )
}

/** What stands around every part of a file: sentence, tabs, and the broken glass when it is open. */
export const CaseFrame = (props: {
  tab: CaseTab
  children: (one: OpenedCase) => ReactElement | null
}): ReactElement | null => {
  const { caseId = '' } = useParams()
  const found = useRead(caseApi.open, { params: { caseId } })
  return (
    <Answered of={found}>
      {(one) => (
        <Opened one={one} tab={props.tab}>
          {props.children}
        </Opened>
      )}
    </Answered>
  )
}
