import { progressOf } from '../../pacts/core/pact.progress.ts'
import type { Pact } from '../../pacts/core/pact.schema.ts'
import { defaultPactSettings } from '../../pacts/core/pact.settings.ts'
import { changeable } from '../../pacts/server/pact.rows.ts'
import { nextOf } from '../../pacts/server/pact.rules.ts'
import { nilId } from '../../platform/core/actor.ts'
import { addDays, type Day } from '../../platform/core/day.ts'
import type { PlannedMove, PlannedPact } from '../core/plan.schema.ts'
import { type Batch, batch, type Row } from './bulk.store.ts'
import { fullName, numbersOf, type Scene } from './scene.ts'
import { lastSigned, signatoryRows, versionRows } from './texts.rows.ts'

type PlaceOfPact = { readonly district_id: string; readonly pact_id: string; readonly case_id: string }
const placeOf = ({ pact }: PlannedPact): PlaceOfPact => ({
  district_id: pact.districtId,
  pact_id: pact.id,
  case_id: pact.caseId,
})

const underWay = ['active', 'suspended', 'closing']

type PlannedReview = PlannedPact['reviews'][number]

/** One review of a kind is awaited at a time, and a pact under way always awaits one until its end. */
const reviewsOf = (scene: Pick<Scene, 'newId'>, { pact, reviews }: PlannedPact): PlannedReview[] => {
  const held = reviews.filter(({ heldOn }) => heldOn !== null)
  if (!underWay.includes(pact.state)) return held
  const awaited = (kind: PlannedReview['kind']): PlannedReview | undefined =>
    reviews.filter((one) => one.kind === kind && one.heldOn === null).at(-1)
  const [interim, final] = [awaited('interim'), awaited('final')]
  const last = held
    .filter(({ kind }) => kind === 'interim')
    .map(({ heldOn }) => heldOn ?? '')
    .sort()
    .at(-1)
  const due = pact.startsOn === null ? null : addDays(last ?? pact.startsOn, pact.reviewEveryDays)
  const fresh =
    interim ?? (due !== null && pact.endsOn !== null && due < pact.endsOn ? freshReview(scene, pact, due) : undefined)
  const finals = pact.state === 'closing' && final ? [final] : []
  return [...held, ...(fresh && pact.state !== 'closing' ? [fresh] : []), ...finals]
}

const freshReview = ({ newId }: Pick<Scene, 'newId'>, pact: Pact, due: Day): PlannedReview => ({
  id: newId(),
  pactId: pact.id,
  kind: 'interim',
  due,
  heldOn: null,
  present: '',
  personVoice: '',
  workerVoice: '',
  decision: null,
})

type Known = { readonly number: string; readonly reviews: readonly PlannedReview[] }

const pactRow = (scene: Scene, one: PlannedPact, { number, reviews }: Known): Row<'pact'> => {
  const { pact } = one
  const person = scene.person(pact.personId)
  const text = one.versions.find(({ state }) => state === 'inForce') ?? one.versions.at(-1)
  const progress = progressOf(text?.content ?? { commitments: [] }, one.marks, { today: scene.today })
  const reviewDue = reviews.find(({ kind, heldOn }) => kind === 'interim' && heldOn === null)?.due ?? null
  const next = nextOf(pact, { settings: defaultPactSettings, today: scene.today, reviewDue })
  return {
    district_id: pact.districtId,
    id: pact.id,
    number,
    kind: pact.kind,
    case_id: pact.caseId,
    person_id: pact.personId,
    person_label: fullName(person),
    household_id: pact.householdId,
    involved_ids: pact.involvedIds,
    tutor_id: pact.tutorId,
    partner_organisation_id: pact.partnerOrganisationId,
    municipality_istat: person.person.municipalityIstat,
    interviewed_on: pact.interviewedOn,
    ...changeable(pact, next),
    closure: pact.closure,
    last_move_at: movesOf(one).at(-1)?.at ?? one.createdAt,
    before_panel: one.versions.some(({ state }) => state === 'toPanel'),
    next_review_due: reviewDue,
    kept_count: progress.kept,
    commitment_count: progress.total,
    created_at: one.createdAt,
    version: 1 + one.moves.length,
  }
}

/** The text binds with the last signature, not before it. */
const movesOf = (one: PlannedPact): PlannedMove[] => {
  const signed = lastSigned(one)
  return one.moves.map((move) =>
    move.move === 'sign' && signed !== null && signed > move.at ? { ...move, at: signed } : move,
  )
}

const moveRows = (scene: Scene, one: PlannedPact): Row<'pact_move'>[] =>
  movesOf(one).map(({ move, from, to, at, by, asked }, index) => {
    const { reason = '', ...rest } = asked
    return {
      ...placeOf(one),
      id: scene.newId(),
      person_id: one.pact.personId,
      no: index + 1,
      move,
      from_state: from,
      to_state: to,
      at,
      by_id: by ?? nilId,
      by_name: by === null ? 'Fare Legami' : scene.account(by).name,
      reason,
      asked: rest,
    }
  })

const panelMoves: readonly string[] = ['approve', 'sendBack', 'refuse']

const decisionRows = (scene: Scene, one: PlannedPact): Row<'panel_decision'>[] => {
  const first = one.versions[0]?.id ?? ''
  const row = (made: { versionId: string; move: string; by: string | null; at: string; reason: string }) => ({
    ...placeOf(one),
    id: scene.newId(),
    version_id: made.versionId,
    decision: made.move,
    minutes: made.reason,
    present: 'Presidente, assistente sociale, un ente della rete',
    decided_by: made.by,
    at: made.at,
  })
  return [
    ...one.moves.map((made) => ({ ...made, versionId: first, reason: made.asked.reason ?? '' })),
    ...one.versionMoves,
  ]
    .filter(({ move }) => panelMoves.includes(move))
    .map(row)
}

const markRows = (one: PlannedPact): Row<'pact_mark'>[] =>
  one.marks.map((mark) => ({
    ...placeOf(one),
    id: mark.id,
    person_id: one.pact.personId,
    about: mark.about,
    item_id: mark.itemId,
    value: String(mark.value),
    on: mark.on,
    at: mark.at,
    by_id: mark.by,
    note: mark.note,
  }))

const reviewRows = (one: PlannedPact, reviews: readonly PlannedReview[]): Row<'pact_review'>[] =>
  reviews.map((review) => ({
    ...placeOf(one),
    id: review.id,
    person_id: one.pact.personId,
    kind: review.kind,
    due: review.due,
    held_on: review.heldOn,
    present: review.present,
    person_voice: review.personVoice,
    worker_voice: review.workerVoice,
    decision: review.decision,
    recorded_by: review.heldOn === null ? null : one.pact.tutorId,
  }))

const followUpRows = (one: PlannedPact): Row<'follow_up'>[] =>
  one.followUps.map(({ id, months, due, heldOn, words }) => ({
    ...placeOf(one),
    id,
    person_id: one.pact.personId,
    months,
    due,
    held_on: heldOn,
    reached: heldOn === null ? null : true,
    person_voice: words,
    still_alive_ties: heldOn === null ? null : 1 + (words.length % 3),
    work: heldOn === null ? null : (one.pact.closure?.work ?? 'none'),
    recorded_by: heldOn === null ? null : one.pact.tutorId,
  }))

const shiftRows = (scene: Scene, one: PlannedPact): Row<'shift'>[] => {
  const given = one.versions.flatMap(({ content }) => content.giveBack)
  const label = fullName(scene.person(one.pact.personId))
  return one.shifts.map((shift) => ({
    ...placeOf(one),
    id: shift.id,
    person_id: one.pact.personId,
    guest_label: label,
    give_back_id: shift.giveBackId,
    legal_form: given.find(({ id }) => id === shift.giveBackId)?.legalForm ?? 'other',
    host_organisation_id: shift.hostOrganisationId,
    day: shift.day,
    from_time: shift.from,
    to_time: shift.to,
    minutes: shift.minutes,
    state: shift.state,
    covered: shift.state === 'confirmed',
    confirmed_by: shift.confirmedBy,
    confirmed_at: shift.confirmedAt,
    recovers_id: shift.recoversId,
    reason: shift.reason,
    created_at: one.moves.find(({ move }) => move === 'activate')?.at ?? one.createdAt,
  }))
}

/** Pacts with their texts, signatures, moves, decisions, marks, reviews, follow-ups and turns of give-back. */
export const pactRows = (scene: Scene): Batch[] => {
  const { pacts } = scene.plan
  const numbers = numbersOf(
    { prefix: 'PG', series: 'PG' },
    pacts.map(({ pact, createdAt }) => ({ id: pact.id, districtId: pact.districtId, on: createdAt.slice(0, 10) })),
  )
  const reviews = new Map(pacts.map((one) => [one.pact.id, reviewsOf(scene, one)]))
  const reviewsIn = ({ pact }: PlannedPact): readonly PlannedReview[] => reviews.get(pact.id) ?? []
  const all = <T>(rows: (one: PlannedPact) => T[]): T[] => pacts.flatMap(rows)
  return [
    batch(
      'pact',
      pacts.map((one) => pactRow(scene, one, { number: numbers.byId.get(one.pact.id) ?? '', reviews: reviewsIn(one) })),
    ),
    batch('counter', numbers.last),
    batch(
      'pact_version',
      all((one) => versionRows(scene, one)),
    ),
    batch(
      'signatory',
      all((one) => signatoryRows(scene, one)),
    ),
    batch(
      'pact_move',
      all((one) => moveRows(scene, one)),
    ),
    batch(
      'panel_decision',
      all((one) => decisionRows(scene, one)),
    ),
    batch('pact_mark', all(markRows)),
    batch(
      'pact_review',
      all((one) => reviewRows(one, reviewsIn(one))),
    ),
    batch('follow_up', all(followUpRows)),
    batch(
      'shift',
      all((one) => shiftRows(scene, one)),
    ),
  ]
}
