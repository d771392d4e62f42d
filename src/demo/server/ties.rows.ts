import { plusDays } from '../core/calendar.ts'
import { chanceFrom } from '../core/chance.ts'
import type { PlannedTie } from '../core/plan.schema.ts'
import type { OriginKey, TieKindKey } from '../core/tie.texts.ts'
import { type Batch, batch, type Row } from './bulk.store.ts'
import { endOf } from './cases.rows.ts'
import { fullName, type Scene } from './scene.ts'

const kinds: Readonly<Record<TieKindKey, string>> = {
  kin: 'kin',
  friend: 'friend',
  neighbour: 'neighbour',
  colleague: 'colleague',
  helper: 'volunteer',
  group: 'association',
  employer: 'professional',
}
const frequencies = { 1: 'ogni tanto', 2: 'ogni settimana', 3: 'quasi ogni giorno' } as const

/** An occasion that has no room yet is told as the pact's, with where it was in words: an origin always has its record. */
const originOf = ({ pactOf }: Scene, { origin }: PlannedTie, caseId: string): { kind: string; id: string | null } => {
  if (origin.kind === 'before') return { kind: 'before', id: null }
  const own: Partial<Record<OriginKey, string>> = { giveBack: 'hours' }
  return { kind: own[origin.kind] ?? 'pact', id: origin.id ?? pactOf(caseId)?.pact.id ?? null }
}

const directionOf = ({ kind }: PlannedTie): string => (kind === 'helper' || kind === 'employer' ? 'receives' : 'mutual')

/** After the last follow-up of a pact the initials of third parties go. */
const erasedAt = (scene: Scene, caseId: string): string | null => {
  const { state, on } = endOf(scene, scene.file(caseId))
  const isWhole = state === 'closed' && scene.pactOf(caseId)?.pact.state === 'closed'
  return isWhole && on !== null ? `${on}T15:30:00.000Z` : null
}

const labelOf = (scene: Scene, { otherPersonId, label }: PlannedTie, erased: boolean): string => {
  if (otherPersonId !== null) return fullName(scene.person(otherPersonId))
  return erased ? '' : label
}

const tieRow = (scene: Scene, tie: PlannedTie, caseId: string): Row<'tie'> => {
  const origin = originOf(scene, tie, caseId)
  const other = tie.otherPersonId
  const isOld = tie.from === null
  const erased = erasedAt(scene, caseId)
  const years = chanceFrom(`since ${tie.id}`).int(2, 14)
  return {
    district_id: tie.districtId,
    id: tie.id,
    case_id: caseId,
    person_id: tie.personId,
    a_kind: 'person',
    a_id: tie.personId,
    a_label: fullName(scene.person(tie.personId)),
    b_kind: other === null ? 'alter' : 'person',
    b_id: other,
    b_label: labelOf(scene, tie, erased !== null),
    kind: kinds[tie.kind],
    strength: tie.closeness,
    frequency: frequencies[tie.closeness],
    direction: directionOf(tie),
    since: tie.from ?? plusDays(scene.file(caseId).openedOn, -365 * years),
    until: tie.to,
    evidence: other === null ? 'saidByPerson' : 'saidByBoth',
    origin_kind: origin.kind,
    origin_id: origin.id,
    setting: isOld ? `${tie.what}, ${tie.setting}` : tie.setting,
    recorded_by: tie.recordedBy,
    recorded_at: tie.recordedAt,
    labels_erased_at: erased,
  }
}

/** Ties, each within the case in which it was told. */
export const tieRows = (scene: Scene): Batch[] => {
  const caseOf = new Map(scene.plan.cases.map(({ personId, id }) => [personId, id]))
  return [
    batch(
      'tie',
      scene.plan.ties.flatMap((tie) => {
        const caseId = caseOf.get(tie.personId)
        return caseId ? [tieRow(scene, tie, caseId)] : []
      }),
    ),
  ]
}
