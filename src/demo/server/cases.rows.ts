import type { Day, Instant } from '../../platform/core/day.ts'
import { earlier, later, plusDays } from '../core/calendar.ts'
import { type Chance, chanceFrom } from '../core/chance.ts'
import { type CaseEnd, caseEnd } from '../core/ending.ts'
import type { PlannedCase } from '../core/plan.schema.ts'
import { taskTitles } from '../core/task.texts.ts'
import { type Batch, batch, type Row } from './bulk.store.ts'
import { numbersOf, type Scene } from './scene.ts'

export const endOf = ({ pactOf }: Pick<Scene, 'pactOf'>, file: PlannedCase): CaseEnd => caseEnd(file, pactOf(file.id))

/** Persons with an open case: the registry then reads no more than their base. */
export const followedIn = (scene: Scene): ReadonlySet<string> =>
  new Set(scene.plan.cases.flatMap((file) => (endOf(scene, file).state === 'open' ? [file.personId] : [])))

const closingReasons: Partial<Record<string, string>> = {
  closed: 'Il patto è finito e anche le verifiche dopo la fine: la persona sa dove trovarci.',
  refused: 'La commissione ha detto di no; la persona è stata accompagnata ad altro.',
  withdrawn: 'La persona ha scelto di fermarsi qui.',
  interrupted: 'Il patto si è interrotto.',
  transferred: 'La persona si è trasferita in un altro ambito.',
}

const caseRow = (scene: Scene, file: PlannedCase, number: string): Row<'case_file'> => {
  const end = endOf(scene, file)
  const isOver = end.state !== 'open'
  const passed = end.state === 'transferred'
  const elsewhere = scene.plan.districts.find(({ id }) => id !== file.districtId)?.id ?? null
  return {
    district_id: file.districtId,
    id: file.id,
    number,
    person_id: file.personId,
    household_id: file.householdId,
    referral_id: file.referralId,
    state: end.state,
    opened_on: file.openedOn,
    closed_on: end.on,
    closing_reason: isOver ? (closingReasons[scene.pactOf(file.id)?.pact.state ?? ''] ?? '') : '',
    transferred_to: passed ? elsewhere : null,
    hand_over_sealed: passed
      ? scene.seal(
          'case.handOver',
          file.id,
          'Il patto era a metà: restano il corso e il gruppo del sabato. Chiede di ripartire piano.',
        )
      : null,
  }
}

const roles = { caseManager: 'caseManager', tutor: 'tutor', member: 'educator' } as const

const equipeRows = (scene: Scene, file: PlannedCase): Row<'equipe_member'>[] =>
  file.equipe.map(({ accountId, role, from }) => ({
    district_id: file.districtId,
    id: scene.newId(),
    case_id: file.id,
    account_id: accountId,
    organisation_id: scene.account(accountId).organisationId,
    role: roles[role],
    from_day: from,
  }))

const glassHours = 12
const hoursLater = (at: Instant, hours: number): Instant => new Date(Date.parse(at) + hours * 3_600_000).toISOString()

/** The coordinator has looked at the older ones. */
const glassRows = (scene: Scene, file: PlannedCase): Row<'glass'>[] =>
  file.glassBreaks.map(({ id, by, at, reason }) => {
    const isSeen = at.slice(0, 10) < plusDays(scene.today, -20)
    return {
      district_id: file.districtId,
      id,
      case_id: file.id,
      account_id: by,
      reason,
      from_at: at,
      until_at: hoursLater(at, glassHours),
      seen_by: isSeen ? scene.accountIn('coordinator', file.districtId).id : null,
      seen_at: isSeen ? hoursLater(at, 26) : null,
    }
  })

/** Cases with their equipes, and those opened by breaking the glass. */
export const caseRows = (scene: Scene): Batch[] => {
  const { cases } = scene.plan
  const numbers = numbersOf(
    { prefix: 'C', series: 'case' },
    cases.map(({ id, districtId, openedOn }) => ({ id, districtId, on: openedOn })),
  )
  return [
    batch(
      'case_file',
      cases.map((file) => caseRow(scene, file, numbers.byId.get(file.id) ?? '')),
    ),
    batch('counter', numbers.last),
    batch(
      'equipe_member',
      cases.flatMap((file) => equipeRows(scene, file)),
    ),
    batch(
      'glass',
      cases.flatMap((file) => glassRows(scene, file)),
    ),
  ]
}

const noteRows = (scene: Scene, file: PlannedCase): Row<'note'>[] => {
  const of = { district_id: file.districtId, case_id: file.id, person_id: file.personId }
  const tutor = file.equipe.find(({ role }) => role === 'tutor')?.accountId ?? file.equipe[0]?.accountId
  const read = file.assessments.map(({ summary, assessment }) => {
    const id = scene.newId()
    const text_sealed = scene.seal('note.text', id, summary)
    return {
      ...of,
      id,
      kind: 'professional',
      text_sealed,
      author_id: tutor,
      at: `${assessment.startedOn}T16:00:00.000Z`,
    }
  })
  const written = file.notes.map(({ id, kind, at, by, text }) => {
    const text_sealed = scene.seal('note.text', id, text)
    return { ...of, id, kind, text_sealed, author_id: by, at }
  })
  return [...read, ...written]
}

const assessmentRows = (scene: Scene, file: PlannedCase): Row<'assessment'>[] =>
  file.assessments.map(({ assessment: one }) => ({
    district_id: file.districtId,
    id: one.id,
    case_id: file.id,
    person_id: file.personId,
    areas_sealed: scene.seal('assessment.areas', one.id, JSON.stringify(one.areas)),
    started_on: one.startedOn,
    closed_on: one.closedOn,
    closed_by: one.closedBy,
    agreed_on: one.agreedOn,
  }))

const taskOn = (chance: Chance, scene: Scene, file: PlannedCase, due: Day): Row<'task'> => {
  const isOver = due < scene.today && chance.chance(0.85)
  const owner = chance.pick(file.equipe).accountId
  return {
    district_id: file.districtId,
    id: scene.newId(),
    case_id: file.id,
    person_id: file.personId,
    title: chance.pick(taskTitles),
    due,
    owner_id: owner,
    state: isOver ? 'done' : 'open',
    done_at: isOver ? `${due}T15:00:00.000Z` : null,
    created_at: `${later(file.openedOn, earlier(plusDays(due, -9), plusDays(scene.today, -1)))}T09:30:00.000Z`,
  }
}

/** Two or three small things to do in each open case, some of them done, a few late. */
const taskRows = (scene: Scene, file: PlannedCase): Row<'task'>[] => {
  if (endOf(scene, file).state !== 'open') return []
  const chance = chanceFrom(`tasks ${file.id}`)
  const days = chance
    .some([-24, -15, -11, -3, 1, 2, 4, 6, 9, 16], chance.int(1, 3))
    .map((by) => plusDays(scene.today, by))
  return days.filter((due) => plusDays(due, -9) >= file.openedOn).map((due) => taskOn(chance, scene, file, due))
}

/** Diary, readings of needs and strengths, and what is to be done. */
export const caseWorkRows = (scene: Scene): Batch[] => {
  const { cases } = scene.plan
  return [
    batch(
      'note',
      cases.flatMap((file) => noteRows(scene, file)),
    ),
    batch(
      'assessment',
      cases.flatMap((file) => assessmentRows(scene, file)),
    ),
    batch(
      'task',
      cases.flatMap((file) => taskRows(scene, file)),
    ),
  ]
}

const outcomes = { held: 'came', missed: 'didNotCome', cancelled: 'toldUs', planned: null } as const
const kindOf = (title: string): string =>
  /visita|casa/i.test(title)
    ? 'visit'
    : /verifica/i.test(title)
      ? 'review'
      : /colloquio/i.test(title)
        ? 'interview'
        : 'meeting'

const appointmentRow = (
  scene: Scene,
  file: PlannedCase,
  one: PlannedCase['appointments'][number],
): Row<'appointment'> => {
  const fixed = later(file.openedOn, plusDays(one.startsAt.slice(0, 10), -7))
  const day = earlier(fixed, plusDays(scene.today, -1))
  return {
    district_id: file.districtId,
    id: one.id,
    case_id: file.id,
    person_id: file.personId,
    title: one.title,
    kind: kindOf(one.title),
    at: one.startsAt,
    minutes: one.minutes,
    place: one.place,
    account_ids: [one.withAccount],
    outcome: outcomes[one.state],
    created_at: `${day}T06:30:00.000Z`,
  }
}

export const appointmentRows = (scene: Scene): Batch[] => [
  batch(
    'appointment',
    scene.plan.cases.flatMap((file) => file.appointments.map((one) => appointmentRow(scene, file, one))),
  ),
]
