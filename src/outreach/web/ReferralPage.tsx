import type { ReactElement } from 'react'
import { MatchReason } from '../../persons/core/match.ts'
import { personWords } from '../../persons/core/person.words.ts'
import { dateAndTime, dayName, longDate } from '../../platform/core/words.ts'
import { Answered } from '../../platform/web/Answered.tsx'
import { Card, Facts } from '../../platform/web/kit/Card.tsx'
import { Crumbs, Section, Sentence } from '../../platform/web/kit/Sentence.tsx'
import { Timeline } from '../../platform/web/kit/Thread.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { at, useParams } from '../../platform/web/navigation.ts'
import { useRead } from '../../platform/web/query.ts'
import { outreachWebWords } from '../core/outreach.web.words.ts'
import { referralWords } from '../core/referral.words.ts'
import { type OpenReferral, type ReferralLine, referralsApi } from '../core/referrals.api.ts'
import { Assignee } from './Assignee.tsx'
import { useEntries } from './entries.hooks.ts'
import { Moves } from './Moves.tsx'
import { PersonPanel } from './PersonPanel.tsx'
import { ClockPill, StatePill, UrgentPill, useWho } from './referral.parts.tsx'

const Words = ({ one }: { one: OpenReferral }): ReactElement => {
  const [say, words, language] = [useWords(outreachWebWords), useWords(referralWords), useLanguage()]
  const [channels, signs] = [useEntries('referralChannel'), useEntries('observedSign')]
  const { said } = one
  return (
    <Section id="detto" title={say('web.said')}>
      <Card>
        {said === null && <p>{say('web.saidErased', { day: longDate(language, one.erasedAt ?? one.movedAt) })}</p>}
        {said && <p style={{ whiteSpace: 'pre-line' }}>{said.text.trim() || say('web.saidNothing')}</p>}
        <Facts
          items={[
            { icon: 'person', text: words(`outreach.kind.${one.kind}`) },
            {
              icon: 'chat',
              text: one.antennaName ? say('web.by', { who: one.antennaName }) : channels.say(one.channel),
            },
            ...(one.ageBand === 'unknown'
              ? []
              : [{ icon: 'clock' as const, text: words(`outreach.age.${one.ageBand}`) }]),
            ...(one.living === 'unknown'
              ? []
              : [{ icon: 'house' as const, text: words(`outreach.living.${one.living}`) }]),
            { icon: 'info', text: words(`outreach.known.${one.knownToServices}`) },
            ...one.signs.map((sign) => ({ icon: 'leaf' as const, text: signs.say(sign) })),
            ...(said?.place ? [{ icon: 'pin' as const, text: said.place }] : []),
          ]}
        />
      </Card>
    </Section>
  )
}

const Whom = ({ one }: { one: OpenReferral }): ReactElement | null => {
  const [say, words, language] = [useWords(outreachWebWords), useWords(referralWords), useLanguage()]
  const { said, permission } = one
  if (said === null) return null
  const name = permission.of === 'sender' ? said.senderName : said.personName
  const times = said.callTimes.map((time) => words(`outreach.callTime.${time}`)).join(', ')
  return (
    <Section id="chiamare" title={say('web.whom')}>
      <Facts
        items={[
          { icon: 'check', text: say(`web.whom.${permission.of}`) },
          ...(name ? [{ icon: 'person' as const, text: name }] : []),
          ...(said.phone
            ? [{ icon: 'phone' as const, text: <a href={`tel:${said.phone.replace(/[^\d+]/g, '')}`}>{said.phone}</a> }]
            : []),
          ...(said.email ? [{ icon: 'mail' as const, text: <a href={`mailto:${said.email}`}>{said.email}</a> }] : []),
          ...(one.antennaContact
            ? [{ icon: 'phone' as const, text: say('web.antennaContact', { contact: one.antennaContact }) }]
            : []),
          ...(times ? [{ icon: 'clock' as const, text: times }] : []),
          { icon: 'info', text: say(said.personKnows ? 'web.knows' : 'web.knowsNot') },
        ]}
      />
      <p className="small soft mt">
        {say('web.permissionWords', { words: permission.words, day: longDate(language, permission.at) })}
      </p>
    </Section>
  )
}

const History = ({ one }: { one: OpenReferral }): ReactElement => {
  const [say, words, matches, language] = [
    useWords(outreachWebWords),
    useWords(referralWords),
    useWords(personWords),
    useLanguage(),
  ]
  const closings = useEntries('referralClosing')
  const reasonOf = (move: string, reason: string): string => {
    if (move === 'close') return closings.say(reason)
    const known = MatchReason.options.filter((code) => reason.split(' ').includes(code))
    return known.map((code) => matches(`persons.match.${code}`)).join(', ')
  }
  const titleOf = ({ move, byName }: ReferralLine): string => {
    const key = `outreach.did.${move}`
    return key in referralWords.it ? words(key as 'outreach.did.close', { who: byName }) : move
  }
  const items = one.lines.map((line) => ({
    id: line.id,
    bead: 'done' as const,
    title: titleOf(line),
    text: [dateAndTime(language, line.at), line.reason && reasonOf(line.move, line.reason), line.note]
      .filter(Boolean)
      .join(' · '),
  }))
  const first = { id: one.id, title: say('web.arrived'), text: dateAndTime(language, one.receivedAt) }
  return (
    <Section id="storia" title={say('web.history')}>
      <Timeline items={[...items, first]} />
    </Section>
  )
}

const Opened = ({ one }: { one: OpenReferral }): ReactElement => {
  const [say, language] = [useWords(outreachWebWords), useLanguage()]
  const who = useWho()(one)
  return (
    <>
      <Crumbs
        label={say('web.here')}
        items={[{ label: say('web.title'), href: at('/segnalazioni') }, { label: who }]}
      />
      <Sentence lead={say('web.at', { day: dayName(language, one.receivedAt) })}>{who}</Sentence>
      <p className="btns mt">
        {one.urgent && <UrgentPill />}
        <StatePill one={one} />
        <ClockPill clock={one.clock} />
      </p>
      <div className="two">
        <div className="blocks">
          <Words one={one} />
          <Moves one={one} />
          <PersonPanel one={one} />
        </div>
        <div className="blocks">
          <Whom one={one} />
          <Assignee one={one} />
          <History one={one} />
        </div>
      </div>
    </>
  )
}

/** One referral on one page: what was said, whom to call, what can be done now, and what was done. */
export const ReferralPage = (): ReactElement => {
  const { referralId = '' } = useParams()
  const found = useRead(referralsApi.open, { params: { referralId } })
  return <Answered of={found}>{(one) => <Opened key={one.version} one={one} />}</Answered>
}
