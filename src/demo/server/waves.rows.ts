import { resourceCounts } from '../../ties/core/wave.ts'
import type { PlannedWave } from '../core/told.schema.ts'
import { type Batch, batch, type Row } from './bulk.store.ts'
import type { Scene } from './scene.ts'

const waveRow = ({ seal }: Scene, { wave, openedAt, touchedAt }: PlannedWave): Row<'wave'> => {
  const { asked, had } = resourceCounts(wave.resources)
  const isAsked = wave.resources.length > 0
  return {
    district_id: wave.districtId,
    id: wave.id,
    case_id: wave.caseId,
    person_id: wave.personId,
    number: wave.number,
    moment: wave.moment,
    after_id: wave.afterId,
    held_on: wave.heldOn,
    state: wave.state,
    resources_sealed: isAsked ? seal('wave.resources', wave.id, JSON.stringify(wave.resources)) : null,
    resources_asked: isAsked ? asked : null,
    resources_had: isAsked ? had : null,
    version: wave.version,
    opened_by: wave.touchedBy,
    opened_at: openedAt,
    touched_by: wave.touchedBy,
    touched_at: touchedAt,
    taken_at: wave.takenAt,
    done_at: wave.doneAt,
    labels_erased_at: wave.labelsErasedAt,
  }
}

const placeOf = ({ wave }: PlannedWave) => ({
  district_id: wave.districtId,
  wave_id: wave.id,
  case_id: wave.caseId,
  person_id: wave.personId,
})

const alterRows = (told: PlannedWave): Row<'wave_alter'>[] =>
  told.alters.map((alter, at) => ({
    ...placeOf(told),
    id: alter.id,
    place: at + 1,
    tie_id: alter.tieId,
    change: alter.change,
    label: alter.label,
    kind: alter.kind,
    closeness: alter.closeness,
    angle: alter.angle,
    often: alter.often,
    helps: alter.helps,
    direction: alter.direction,
    since: alter.since,
    until: alter.until,
    origin_kind: alter.origin.kind,
    origin_id: alter.origin.id,
    setting: alter.setting,
  }))

const linkRows = (told: PlannedWave): Row<'wave_link'>[] =>
  told.links.map(([a_id, b_id]) => ({ ...placeOf(told), a_id, b_id }))

/** Conversations about ties: whom they told, and who of them know each other. */
export const waveRows = (scene: Scene): Batch[] => {
  const { waves } = scene.plan
  return [
    batch(
      'wave',
      waves.map((told) => waveRow(scene, told)),
    ),
    batch('wave_alter', waves.flatMap(alterRows)),
    batch('wave_link', waves.flatMap(linkRows)),
  ]
}
