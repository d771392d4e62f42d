import { demoMeasurePlan } from '../core/measures.plan.ts'
import type { PlannedMeasure } from '../core/told.schema.ts'
import { type Batch, batch, type Row } from './bulk.store.ts'
import type { Scene } from './scene.ts'

const measureRow = ({ seal }: Scene, one: PlannedMeasure): Row<'measure'> => ({
  district_id: one.districtId,
  id: one.id,
  occasion_id: one.occasionId,
  case_id: one.caseId,
  person_id: one.personId,
  instrument: one.instrument,
  definition: one.definition,
  language: one.language,
  text_revision: one.textRevision,
  rater: one.rater,
  moment: one.moment,
  state: one.state,
  answers_sealed: seal('measure.answers', one.id, JSON.stringify(one.answers)),
  scores: one.scores,
  present: one.present,
  held_on: one.heldOn,
  revision: one.revision,
  opened_by: one.openedBy,
  opened_at: one.openedAt,
  done_at: one.doneAt,
})

/** What the programme measures, what was answered, and what every pact still asks for. */
export const measureRows = (scene: Scene): Batch[] => {
  const { measures, dues } = scene.plan
  const { battery, firstDays, midMonths, lastDays, afterMonths } = demoMeasurePlan
  return [
    batch('measure_plan', [
      {
        battery,
        first_days: firstDays,
        mid_months: midMonths,
        last_days: lastDays,
        after_months: afterMonths,
        single: true,
        version: 2,
      },
    ]),
    batch(
      'measure',
      measures.map((one) => measureRow(scene, one)),
    ),
    batch(
      'measure_due',
      dues.map(({ id, pact, instrument, moment, due, state, settledAt }) => ({
        district_id: pact.districtId,
        id,
        case_id: pact.caseId,
        person_id: pact.personId,
        pact_id: pact.id,
        instrument,
        moment,
        due,
        state,
        settled_at: settledAt,
      })),
    ),
  ]
}
