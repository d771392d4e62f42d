import type { Day, Instant } from '../../platform/core/day.ts'
import { notBefore } from '../../platform/core/day.ts'
import { eraseLabels } from '../../ties/core/tie.ts'
import type { Alter } from '../../ties/core/wave.schema.ts'
import { strengthOf } from '../../ties/core/wave.ts'
import type { PlannedTie } from './told.schema.ts'

const turned = { gives: 'receives', receives: 'gives', mutual: 'mutual' } as const

const strengthIn = ({ closeness }: Alter): number | null => (closeness === null ? null : strengthOf(closeness))

/** A tie as a conversation that is ended leaves it. */
export const revised = (
  tie: PlannedTie,
  alter: Alter,
  by: { readonly personId: string; readonly at: Instant },
): PlannedTie => ({
  ...tie,
  kind: alter.kind,
  strength: strengthIn(alter),
  often: alter.often,
  helps: alter.helps,
  direction: tie.b.id === by.personId ? turned[alter.direction] : alter.direction,
  revisedAt: by.at,
})

export const endedIn = (tie: PlannedTie, until: Day, at: Instant): PlannedTie =>
  tie.until === null ? { ...tie, until: notBefore(until, tie.since), revisedAt: at } : tie

type Maker = Pick<PlannedTie, 'id' | 'districtId' | 'caseId' | 'personId' | 'recordedBy'> & {
  readonly label: string
  readonly since: Day
  readonly at: Instant
}

export const madeFrom = (alter: Alter, { label, since, at, ...maker }: Maker): PlannedTie => ({
  ...maker,
  a: { kind: 'person', id: maker.personId, label },
  b: { kind: 'alter', id: null, label: alter.label },
  kind: alter.kind,
  strength: strengthIn(alter),
  frequency: '',
  often: alter.often,
  helps: alter.helps,
  direction: alter.direction,
  since,
  until: null,
  evidence: 'saidByPerson',
  origin: alter.origin,
  setting: alter.setting,
  recordedAt: at,
  labelsErasedAt: null,
  aSaidAt: at,
  bSaidAt: null,
  revisedAt: at,
})

/** What a person is asked about: told or said yes to by them, alive, not erased; the strongest first. */
export const toAsk = (ties: Iterable<PlannedTie>, personId: string): PlannedTie[] =>
  [...ties]
    .filter(({ a, b, aSaidAt, bSaidAt, until, labelsErasedAt, personId: teller }) => {
      const isTheirs =
        (a.id === personId && (teller === personId || aSaidAt !== null)) ||
        (b.id === personId && (teller === personId || bSaidAt !== null))
      return isTheirs && until === null && labelsErasedAt === null
    })
    .sort((x, y) => {
      const [p, q] = [x.strength ?? 0, y.strength ?? 0]
      return q - p || (`${x.since}${x.id}` < `${y.since}${y.id}` ? -1 : 1)
    })
    .slice(0, 60)

/** Both have said yes: the initials give way to the person. */
export const joined = (
  tie: PlannedTie,
  other: { readonly id: string; readonly called: string },
  at: Instant,
): PlannedTie => ({
  ...tie,
  b: { kind: 'person', id: other.id, label: other.called },
  evidence: 'saidByBoth',
  aSaidAt: tie.aSaidAt ?? at,
  bSaidAt: tie.bSaidAt ?? at,
  revisedAt: at,
})

export const erasedAt = (tie: PlannedTie, at: Instant): PlannedTie => ({ ...tie, ...eraseLabels(tie, at) })
