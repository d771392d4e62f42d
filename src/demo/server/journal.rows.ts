import { nilId } from '../../platform/core/actor.ts'
import type { Instant } from '../../platform/core/day.ts'
import type { PlannedCase, PlannedPact, PlannedReferral } from '../core/plan.schema.ts'
import type { PlannedClass, PlannedMeasure, PlannedSurvey, PlannedWave } from '../core/told.schema.ts'
import { type Batch, batch, type Row } from './bulk.store.ts'
import { endOf } from './cases.rows.ts'
import type { Scene } from './scene.ts'

type Line = {
  readonly act: string
  readonly at: Instant
  /** Account; null for the product itself, 'public' for somebody without an account. */
  readonly by: string | null | 'public'
  readonly subject: readonly [kind: string, id: string]
  readonly fields?: readonly string[]
  readonly reason?: string
}
type About = { readonly districtId: string; readonly personId: string | null; readonly caseId: string | null }

const actorOf = (
  { account }: Scene,
  by: Line['by'],
): Pick<Row<'journal'>, 'actor_kind' | 'actor_id' | 'actor_name' | 'organisation_id'> => {
  if (by === 'public') return { actor_kind: 'public', actor_id: nilId, actor_name: '', organisation_id: null }
  if (by === null) return { actor_kind: 'system', actor_id: nilId, actor_name: 'Fare Legami', organisation_id: null }
  const { id, name, organisationId } = account(by)
  return { actor_kind: 'account', actor_id: id, actor_name: name, organisation_id: organisationId }
}

const rowOf = (scene: Scene, about: About, line: Line): Row<'journal'> => {
  const id = scene.newId()
  const fields = [...(line.fields ?? [])].sort()
  const digestOf = (field: string): string => scene.secrets.blindIndex('journal', `${id} ${field}`)
  return {
    district_id: about.districtId,
    at: line.at,
    id,
    act: line.act,
    ...actorOf(scene, line.by),
    subject_kind: line.subject[0],
    subject_id: line.subject[1],
    person_id: about.personId,
    case_id: about.caseId,
    fields,
    digests: Object.fromEntries(fields.map((field) => [field, digestOf(field)])),
    reason: line.reason || null,
  }
}

const linesOfReferral = (one: PlannedReferral): Line[] => {
  const subject = ['referral', one.id] as const
  const isWritten = one.channel !== 'self' && one.channel !== 'antenna'
  const by = one.moves[0]?.by ?? one.assignedTo
  const received: Line =
    isWritten && by
      ? { act: 'referrals.record', at: one.receivedAt, by, subject, fields: ['said', 'permission'] }
      : { act: 'referrals.receive', at: one.receivedAt, by: 'public', subject, fields: ['said', 'permission'] }
  const opened: Line[] = one.moves
    .slice(0, 1)
    .map(({ at, by: reader }) => ({ act: 'referrals.open', at, by: reader, subject }))
  const moved = one.moves.map(({ move, at, by: mover }): Line => {
    const reason = move === 'close' ? { reason: one.closingReason ?? '' } : {}
    return { act: 'referrals.move', at, by: mover, subject, fields: ['move', 'state'], ...reason }
  })
  return [received, ...opened, ...moved]
}

const minutesBefore = (at: Instant, minutes: number): Instant =>
  new Date(Date.parse(at) - minutes * 60_000).toISOString()

/** Who began the case, what they wrote, and when colleagues of the equipe opened the file. */
const linesOfCase = (scene: Scene, file: PlannedCase): Line[] => {
  const subject = ['case', file.id] as const
  const manager = file.equipe[0]?.accountId ?? null
  const started: Line = {
    act: 'cases.start',
    at: `${file.openedOn}T07:30:00.000Z`,
    by: manager,
    subject,
    fields: ['number', 'equipe'],
  }
  const written = file.notes.flatMap(({ id, kind, at, by }, index): Line[] => {
    const reader = file.equipe[index % file.equipe.length]?.accountId ?? by
    return [
      { act: 'cases.open', at: minutesBefore(at, 7), by: reader, subject },
      { act: 'cases.writeNote', at, by, subject: ['note', id], fields: [kind === 'sealed' ? 'kind' : 'text'] },
    ]
  })
  const broken = file.glassBreaks.map(
    ({ by, at, reason }): Line => ({ act: 'cases.breakGlass', at, by, subject, fields: ['until'], reason }),
  )
  const end = endOf(scene, file)
  const ended: Line[] =
    end.on === null
      ? []
      : [{ act: 'cases.move', at: `${end.on}T16:30:00.000Z`, by: manager, subject, fields: ['state'] }]
  return [started, ...written, ...broken, ...ended]
}

const linesOfPact = ({ pact, createdAt, moves, signatories, reviews }: PlannedPact): Line[] => {
  const subject = ['pact', pact.id] as const
  const { tutorId: by } = pact
  return [
    { act: 'pacts.start', at: createdAt, by, subject, fields: ['kind', 'tutorId', 'content'] },
    ...moves.map(({ move, at, by: mover, asked }): Line => {
      return {
        act: `pacts.move.${move}`,
        at,
        by: mover,
        subject,
        fields: [...Object.keys(asked), 'move'],
        reason: asked.reason ?? '',
      }
    }),
    ...signatories.flatMap(({ signedAt }): Line[] =>
      signedAt === null
        ? []
        : [{ act: 'pacts.sign', at: signedAt, by, subject, fields: ['signatory', 'method', 'helper'] }],
    ),
    ...reviews.flatMap(({ heldOn }): Line[] =>
      heldOn === null
        ? []
        : [
            {
              act: 'pacts.holdReview',
              at: `${heldOn}T14:00:00.000Z`,
              by,
              subject,
              fields: ['heldOn', 'personVoice', 'workerVoice', 'decision'],
            },
          ],
    ),
  ]
}

/** One line for a conversation that was ended or refused; of an open one that it was begun. */
const linesOfWave = ({ wave, openedAt, touchedAt }: PlannedWave): Line[] => {
  const { touchedBy: by, state, id } = wave
  const subject = ['wave', id] as const
  const begun = { at: openedAt, by, subject, fields: ['moment', 'heldOn'] }
  if (state === 'refused' || state === 'open')
    return [{ ...begun, act: state === 'open' ? 'waves.begin' : 'waves.refuse' }]
  const over = { at: touchedAt, by, subject }
  return [
    state === 'done'
      ? { ...over, act: 'waves.finish', fields: ['made', 'revised', 'ended'] }
      : { ...over, act: 'waves.drop', fields: ['state'] },
  ]
}

/** Notes of ties, what was asked of whom and what was answered; the registers ask in the product's own name. */
const tieLines = (scene: Scene): Row<'journal'>[] => {
  const { ties, questions, cases } = scene.plan
  const caseOf = new Map(cases.map((file) => [file.personId, file.id]))
  const told = new Set(
    scene.plan.waves.flatMap(({ alters }) =>
      alters.flatMap(({ tieId, change }) => (change === 'new' ? (tieId ?? []) : [])),
    ),
  )
  const asked = new Set(questions.flatMap(({ kind, tieId }) => (kind === 'met' ? (tieId ?? []) : [])))
  const noted = ties.filter(({ id }) => !told.has(id) && !asked.has(id))
  const answers = questions.flatMap((one) => {
    const subject = ['tieQuestion', one.id] as const
    const line = (act: string, personId: string, at: string | null): Row<'journal'>[] => {
      const caseId = caseOf.get(personId) ?? null
      const by = caseId === null ? null : (scene.pactOf(caseId)?.pact.tutorId ?? null)
      return at === null
        ? []
        : [rowOf(scene, { districtId: one.districtId, personId, caseId }, { act, at, by, subject, fields: ['answer'] })]
    }
    const first = one.kind === 'claim' ? 'ties.claim' : 'ties.answer'
    return [...line(first, one.aId, one.aAt), ...line('ties.answer', one.bId, one.bAt)]
  })
  const nights = new Map(
    questions.filter(({ kind }) => kind === 'met').map((one) => [`${one.districtId} ${one.madeAt}`, one]),
  )
  return [
    ...noted.map((tie) =>
      rowOf(scene, tie, {
        act: 'ties.record',
        at: tie.recordedAt,
        by: tie.recordedBy,
        subject: ['tie', tie.id],
        fields: ['kind', 'since'],
      }),
    ),
    ...answers,
    ...[...nights.values()].map(({ districtId, madeAt }) =>
      rowOf(
        scene,
        { districtId, personId: null, caseId: null },
        { act: 'ties.suggest', at: madeAt, by: null, subject: ['district', districtId], fields: ['made'] },
      ),
    ),
  ]
}

const nobody = { personId: null, caseId: null } as const

const measureLines = ({ id, doneAt, openedBy }: PlannedMeasure): Line[] =>
  doneAt === null
    ? []
    : [{ act: 'measures.finish', at: doneAt, by: openedBy, subject: ['measure', id], fields: ['state'] }]

const surveyLines = (one: PlannedSurvey): Line[] => {
  const subject = ['bodySurvey', one.id] as const
  const opened: Line = {
    act: 'ties.askBodies',
    at: `${one.openedOn}T07:00:00.000Z`,
    by: one.openedBy,
    subject,
    fields: ['year', 'closesOn'],
  }
  return one.closedAt === null
    ? [opened]
    : [opened, { act: 'ties.closeSurvey', at: one.closedAt, by: one.openedBy, subject }]
}

const classLines = (one: PlannedClass): Line[] => {
  const subject = ['schoolClass', one.id] as const
  const made: Line = {
    act: 'centers.makeClass',
    at: one.createdAt,
    by: one.teacherId,
    subject,
    fields: ['name', 'purpose'],
  }
  return [
    made,
    ...one.waves.map(
      ({ openedAt }): Line => ({
        act: 'centers.askClass',
        at: openedAt,
        by: one.teacherId,
        subject,
        fields: ['question'],
      }),
    ),
  ]
}

/** A plausible journal of the main acts: whoever asks who opened their file finds an answer. */
export const journalRows = (scene: Scene): Batch[] => {
  const { referrals, cases, pacts, waves, surveys, measures, classes } = scene.plan
  const rows = [
    ...referrals
      .filter(({ permission }) => permission === 'given')
      .flatMap((one) => linesOfReferral(one).map((line) => rowOf(scene, { ...one, caseId: null }, line))),
    ...cases.flatMap((file) =>
      linesOfCase(scene, file).map((line) => rowOf(scene, { ...file, caseId: file.id }, line)),
    ),
    ...pacts.flatMap((one) => linesOfPact(one).map((line) => rowOf(scene, one.pact, line))),
    ...waves.flatMap((told) => linesOfWave(told).map((line) => rowOf(scene, told.wave, line))),
    ...tieLines(scene),
    ...surveys.flatMap((one) => surveyLines(one).map((line) => rowOf(scene, { ...one, ...nobody }, line))),
    ...measures.flatMap((one) => measureLines(one).map((line) => rowOf(scene, one, line))),
    ...classes.flatMap((one) => classLines(one).map((line) => rowOf(scene, { ...one, ...nobody }, line))),
  ]
  return [
    batch('journal', rows),
    batch(
      'journal_unsealed',
      rows.map(({ district_id, at, id }) => ({ district_id, at, entry_id: id })),
    ),
  ]
}
