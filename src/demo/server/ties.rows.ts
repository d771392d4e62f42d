import type { PlannedTie } from '../core/told.schema.ts'
import { type Batch, batch, type Row } from './bulk.store.ts'
import type { Scene } from './scene.ts'

const tieRow = (tie: PlannedTie): Row<'tie'> => ({
  district_id: tie.districtId,
  id: tie.id,
  case_id: tie.caseId,
  person_id: tie.personId,
  a_kind: tie.a.kind,
  a_id: tie.a.id,
  a_label: tie.a.label,
  b_kind: tie.b.kind,
  b_id: tie.b.id,
  b_label: tie.b.label,
  kind: tie.kind,
  strength: tie.strength,
  frequency: tie.frequency,
  often: tie.often,
  helps: tie.helps,
  direction: tie.direction,
  since: tie.since,
  until: tie.until,
  evidence: tie.evidence,
  origin_kind: tie.origin.kind,
  origin_id: tie.origin.id,
  setting: tie.setting,
  a_said_at: tie.aSaidAt,
  b_said_at: tie.bSaidAt,
  recorded_by: tie.recordedBy,
  recorded_at: tie.recordedAt,
  revised_at: tie.revisedAt,
  labels_erased_at: tie.labelsErasedAt,
})

/** Ties, and the questions that were put about them. */
export const tieRows = ({ plan }: Scene): Batch[] => [
  batch('tie', plan.ties.map(tieRow)),
  batch(
    'tie_question',
    plan.questions.map((one) => ({
      district_id: one.districtId,
      id: one.id,
      kind: one.kind,
      a_id: one.aId,
      b_id: one.bId,
      tie_id: one.tieId,
      occasion_kind: one.occasionKind,
      occasion_id: one.occasionId,
      times: one.times,
      first_day: one.firstDay,
      last_day: one.lastDay,
      state: one.state,
      a_answer: one.aAnswer,
      a_at: one.aAt,
      b_answer: one.bAnswer,
      b_at: one.bAt,
      made_at: one.madeAt,
      made_by: one.madeBy,
    })),
  ),
]
