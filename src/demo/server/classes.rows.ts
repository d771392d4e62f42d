import { randomBytes } from 'node:crypto'
import { codeFrom, plainCode } from '../../centers/core/class.ts'
import type { PlannedClass } from '../core/told.schema.ts'
import { type Batch, batch, type Row } from './bulk.store.ts'
import type { Scene } from './scene.ts'

const placeOf = ({ districtId, id, teacherId }: PlannedClass) => ({
  district_id: districtId,
  class_id: id,
  teacher_id: teacherId,
})

const waveRows = ({ secrets }: Scene, one: PlannedClass): Row<'class_wave'>[] =>
  one.waves.map(({ number, question, most, openedAt, closesAt }) => {
    const code = codeFrom(randomBytes(8))
    return {
      ...placeOf(one),
      number,
      question,
      most,
      code_hash: secrets.blindIndex('class.code', plainCode(code)),
      code_sealed: secrets.seal('class.code', one.id, code),
      opened_at: openedAt,
      closes_at: closesAt,
    }
  })

const answerRows = (one: PlannedClass): Row<'class_answer'>[] =>
  one.waves.flatMap(({ number, answers }) =>
    answers.map(({ pupil, choices, at }) => ({ ...placeOf(one), number, pupil, choices, at })),
  )

/** Classes of numbers, with what was asked of them. */
export const classRows = (scene: Scene): Batch[] => {
  const { classes } = scene.plan
  return [
    batch(
      'school_class',
      classes.map((one) => ({
        district_id: one.districtId,
        id: one.id,
        organisation_id: one.organisationId,
        teacher_id: one.teacherId,
        name: one.name,
        school_year: one.schoolYear,
        purpose: one.purpose,
        pupils: one.pupils,
        created_at: one.createdAt,
      })),
    ),
    batch(
      'class_wave',
      classes.flatMap((one) => waveRows(scene, one)),
    ),
    batch('class_answer', classes.flatMap(answerRows)),
  ]
}
