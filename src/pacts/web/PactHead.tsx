import type { ReactElement } from 'react'
import { daysBetween } from '../../platform/core/day.ts'
import { Strip } from '../../platform/web/kit/Pact.tsx'
import { Crumbs } from '../../platform/web/kit/Sentence.tsx'
import { Whos } from '../../platform/web/kit/Who.tsx'
import { useLanguage } from '../../platform/web/language.tsx'
import { at } from '../../platform/web/navigation.ts'
import { progressOf } from '../core/pact.progress.ts'
import type { PactSheet } from '../core/pact.sheet.ts'
import { pactSentence } from '../core/pact.sides.ts'
import { shownText } from '../core/pact.view.ts'
import { useDeadline, useKindName, usePactWords, useToday, useWhen } from './pact.hooks.ts'
import { iconOfState } from './tones.ts'
import { Weighed } from './Weighed.tsx'

/** Where the page stands: Oggi / Patti / Amina T. / … */
export const PactCrumbs = (props: { sheet?: PactSheet | undefined; here?: string | undefined }): ReactElement => {
  const say = usePactWords()
  const { sheet, here } = props
  const person = sheet ? [{ label: sheet.personLabel, href: here ? at(`/patti/${sheet.pact.id}`) : undefined }] : []
  return (
    <Crumbs
      label={say('pacts.crumbs')}
      items={[{ label: say('pacts.nav'), href: at('/patti') }, ...person, ...(here ? [{ label: here }] : [])]}
    />
  )
}

/** Until a text binds, its end is the one that is being written. */
const useEnd = (sheet: PactSheet): { label: string; value: string; detail?: string | undefined } => {
  const { pact } = sheet
  const say = usePactWords()
  const today = useToday()
  const { day } = useWhen()
  if (pact.closedOn !== null) return { label: say('pacts.page.ended'), value: day(pact.closedOn) }
  const label = say('pacts.page.end')
  const endsOn = pact.endsOn ?? shownText(sheet)?.content.term.end ?? null
  if (endsOn === null) return { label, value: say('pacts.page.noEnd') }
  const days = daysBetween(today, endsOn)
  const detail =
    days > 0
      ? say('pacts.deadline.in', { count: days })
      : days === 0
        ? say('pacts.deadline.today')
        : say('pacts.deadline.past', { count: -days })
  return { label, value: day(endsOn), detail }
}

const Facts = ({ sheet }: { sheet: PactSheet }): ReactElement => {
  const say = usePactWords()
  const { day } = useWhen()
  const kindName = useKindName()
  const sayDeadline = useDeadline()
  const end = useEnd(sheet)
  const [next] = sheet.deadlines
  const told = next && sayDeadline(next)
  const { pact } = sheet
  return (
    <Strip
      items={[
        {
          label: say('pacts.page.state'),
          icon: iconOfState(pact.state),
          value: say(`pacts.state.${pact.state}`),
          detail: say('pacts.page.since', { day: day(pact.stateSince) }),
        },
        { label: say('pacts.page.kind'), icon: 'house', value: kindName(pact.kind), detail: pact.number },
        {
          label: say('pacts.page.next'),
          icon: 'calendar',
          value: told?.what ?? say('pacts.page.noNext'),
          detail: next && told && `${day(next.due)}, ${told.when}`,
        },
        { ...end, icon: 'clock' },
      ]}
    />
  )
}

/** The sentence that opens the page of a pact, who it is about, and four facts. */
export const PactHead = ({ sheet }: { sheet: PactSheet }): ReactElement => {
  const say = usePactWords()
  const language = useLanguage()
  const today = useToday()
  const content = shownText(sheet)?.content
  const progress = progressOf(content ?? { commitments: [] }, sheet.marks, { today })
  // the panel sees no marks, so nothing is said of progress
  const told =
    sheet.mayReview && !sheet.mayWrite && sheet.pending?.state === 'toPanel'
      ? { ...sheet.pact, state: 'toPanel' as const }
      : sheet.pact
  const name = sheet.personLabel
  const names = sheet.involved.map(({ label }) => label)
  const kept = say('pacts.progress.kept', { count: progress.kept, total: progress.total })
  return (
    <>
      <header className="pact-head">
        <Whos names={[name, ...names].slice(0, 4)} size="l" />
        <div>
          <h1 className="sentence">
            <Weighed text={pactSentence(language, told, { name, progress, today })} parts={[name, kept]} />
          </h1>
          <p className="soft">
            {names.length > 0 && `${say('pacts.page.lead', { names: names.join(', ') })} `}
            {say('pacts.page.tutor', { name: sheet.tutorName, body: sheet.partnerName })}
          </p>
        </div>
      </header>
      <Facts sheet={sheet} />
    </>
  )
}
