import type { ReactElement } from 'react'
import { dayName } from '../../platform/core/words.ts'
import { Pill, type StateTone } from '../../platform/web/kit/State.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { outreachWebWords } from '../core/outreach.web.words.ts'
import type { Referral, ReferralState } from '../core/referral.schema.ts'
import { referralWords } from '../core/referral.words.ts'
import type { ReferralRow } from '../core/referrals.api.ts'
import { useEntries } from './entries.hooks.ts'

/** Who the referral is about: the name once somebody is registered, else 'Una persona anziana, a Crema'. */
export const useWho = (): ((row: Pick<ReferralRow, 'personName' | 'ageBand' | 'town'>) => string) => {
  const [say, words] = [useWords(outreachWebWords), useWords(referralWords)]
  return ({ personName, ageBand, town }) =>
    personName ?? words(`outreach.who.${ageBand}`, { town: town || say('web.noTown') })
}

const tones: Readonly<Record<ReferralState, StateTone>> = {
  signalled: 'now',
  contacted: 'now',
  interviewed: 'now',
  waiting: 'calm',
  pactProposed: 'done',
  sentToSocialService: 'done',
  orientedToActivity: 'done',
  closed: 'calm',
}

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

export const StatePill = ({ one }: { one: Pick<Referral, 'state' | 'closingReason'> }): ReactElement => {
  const [words, closings] = [useWords(referralWords), useEntries('referralClosing')]
  const why = one.closingReason ? `: ${lowered(closings.say(one.closingReason))}` : ''
  return (
    <Pill tone={tones[one.state]}>
      {words(`outreach.state.${one.state}`)}
      {why}
    </Pill>
  )
}

/** 'Primo contatto entro giovedì 26 novembre', or how late it is. */
export const ClockPill = ({ clock }: Pick<ReferralRow, 'clock'>): ReactElement | null => {
  const [words, language] = [useWords(referralWords), useLanguage()]
  if (!clock) return null
  if (clock.days < 0)
    return <Pill tone="late">{words(`outreach.clock.${clock.what}Late`, { count: -clock.days })}</Pill>
  if (clock.days === 0) return <Pill tone="now">{words(`outreach.clock.${clock.what}Today`)}</Pill>
  return <Pill tone="calm">{words(`outreach.clock.${clock.what}`, { day: dayName(language, clock.due) })}</Pill>
}

export const UrgentPill = (): ReactElement => {
  const words = useWords(referralWords)
  return (
    <Pill tone="late" icon="bell">
      {words('outreach.urgent')}
    </Pill>
  )
}
