import type { Eye } from './world.ts'

// Written by hand, from the programme's rules and not from the policies: who may see, change and add what.
// Names of records: the three cases (first: of the tutor; second: opened by breaking the glass; away: another district).

const staff: readonly Eye[] = ['tutor', 'worker', 'supervisor', 'coordinator']
const glass: readonly Eye[] = ['breaker', 'coordinator']
const away: readonly Eye[] = ['tutorAway', 'coordinatorAway']
const registry: readonly Eye[] = ['intake', 'coordinator', 'worker']
const triage: readonly Eye[] = ['intake', 'coordinator']
const everybody: readonly Eye[] = [
  'tutor',
  'worker',
  'tutorElsewhere',
  'former',
  'breaker',
  'intake',
  'coordinator',
  'supervisor',
  'panel',
  'host',
  'planner',
  'evaluator',
  'auditor',
  'admin',
  'tutorAway',
  'coordinatorAway',
  'followed',
]

export type Answers = Readonly<Record<string, readonly Eye[]>>

const ofEquipe: Answers = { first: staff, second: glass, away }
const ofEquipeAndPerson: Answers = { ...ofEquipe, first: [...staff, 'followed'] }
/** What stands under a record that was joined to the person of the first case. */
const joined: readonly Eye[] = ['coordinator', 'followed']
const ofRegistry: Answers = { first: [...staff, 'intake'], second: [...glass, 'intake', 'worker'], away }
const ofIntake: Answers = { unfollowed: triage, unfollowedAway: ['coordinatorAway'] }
const own = (names: readonly Eye[]): Answers =>
  Object.fromEntries(names.map((eye) => [eye, eye === 'admin' ? ['admin'] : [eye, 'admin']]))
const accounts = everybody.filter((eye) => eye !== 'followed')

/** Who sees which record. What is not named here is seen by nobody. */
export const sees: Readonly<Record<string, Answers>> = {
  person: {
    first: [...staff, 'intake', 'followed'],
    second: [...glass, 'intake', 'worker'],
    away,
    joined: [...staff, 'intake', 'followed'],
    unfollowed: registry,
    unfollowedTwin: registry,
    unfollowedAway: ['coordinatorAway'],
    unfollowedAwayTwin: ['coordinatorAway'],
  },
  // intake reads the sheet only of people whom nobody follows
  person_detail: {
    ...ofEquipeAndPerson,
    unfollowed: registry,
    unfollowedTwin: registry,
    unfollowedAway: ['coordinatorAway'],
    unfollowedAwayTwin: ['coordinatorAway'],
  },
  person_field: ofRegistry,
  counted_person: ofRegistry,
  beneficiary: ofRegistry,
  household: ofRegistry,
  household_member: { ...ofRegistry, first: [...staff, 'intake', 'followed'] },
  place_of_life: ofRegistry,
  legal_ground: { ...ofRegistry, first: [...staff, 'intake', 'followed'] },
  // who is to be told of a withdrawn consent
  ground_notice: ofRegistry,
  person_merge: { ...ofIntake, unfollowed: registry },
  person_card: ofEquipeAndPerson,
  correction_request: ofEquipeAndPerson,
  // the receiving district reads the proposal while it waits; once arrived, only who follows the new record there
  person_transfer: {
    first: [...staff, 'coordinatorAway'],
    fromAway: [...away, ...triage],
    arrived: [...away, ...staff],
    declined: glass,
  },
  case_file: { ...ofEquipeAndPerson, joined },
  note: {
    'first shared': [...staff, 'followed'],
    'first professional': staff,
    'first sealed': ['tutor', 'supervisor'],
    'second shared': glass,
    'second professional': glass,
    'second sealed': [],
    'away shared': away,
    'away professional': away,
    'away sealed': ['tutorAway'],
  },
  assessment: ofEquipeAndPerson,
  task: ofEquipe,
  attachment: {
    first: staff,
    second: glass,
    away,
    'first shared': [...staff, 'followed'],
    'second shared': glass,
    'away shared': away,
  },
  appointment: ofEquipeAndPerson,
  // whoever may open either end reads a tie between two who are both known
  tie: { ...ofEquipeAndPerson, 'first with second': [...staff, 'followed', 'breaker'] },
  tie_question: { first: [...staff, 'followed', 'breaker'] },
  // the code is its equipe's, which never reads the question it opened: that is of the other district, whose end answers
  tie_invite: { first: staff },
  tie_across: { first: [...staff, 'followed'], away },
  // figures are read by those who read networks; who was invited, by those who invite; single answers by nobody
  body_survey: { first: ['coordinator', 'planner', 'evaluator'] },
  body_invite: { first: ['coordinator'], second: ['coordinator'] },
  body_answer: {},
  // the teacher who made it, and nobody else
  school_class: { first: ['tutor'] },
  class_wave: { first: ['tutor'] },
  class_answer: { first: ['tutor'] },
  wave: ofEquipeAndPerson,
  wave_alter: { ...ofEquipeAndPerson, 'first too': [...staff, 'followed'], 'second too': glass, 'away too': away },
  wave_link: ofEquipeAndPerson,
  // aggregates: of one's own district, and of the whole programme for whoever reads it everywhere
  network_figures: {
    first: ['coordinator', 'planner', 'evaluator'],
    away: ['coordinatorAway', 'evaluator'],
    everywhere: ['evaluator'],
  },
  // results are the equipe's: not even whoever coordinates reads them; a private task is of one account alone
  measure_due: ofEquipe,
  measure: {
    first: ['tutor', 'worker', 'supervisor'],
    // and the person, what somebody chose to show them
    'first shared': ['tutor', 'worker', 'supervisor', 'followed'],
    second: ['breaker'],
    away: ['tutorAway'],
  },
  measure_task: { first: ['tutor'], away: ['tutorAway'] },
  pact: { ...ofEquipeAndPerson, second: [...glass, 'panel'], joined },
  pact_version: { ...ofEquipeAndPerson, second: [...glass, 'panel'], joined },
  pact_edit: ofEquipe,
  signatory: ofEquipeAndPerson,
  signing_code: ofEquipe,
  later_signature: ofEquipeAndPerson,
  own_word: ofEquipeAndPerson,
  pact_mark: { ...ofEquipeAndPerson, joined },
  panel_decision: { first: [...staff, 'panel'], second: [...glass, 'panel'], away },
  pact_review: ofEquipeAndPerson,
  follow_up: ofEquipeAndPerson,
  pact_move: ofEquipeAndPerson,
  cover: ofEquipe,
  // a host sees its guests, and the case of none of them
  shift: { first: [...staff, 'followed', 'host'], second: glass, away: [...away, 'host'], joined },
  journal: {
    first: [...staff, 'followed', 'auditor'],
    second: [...glass, 'auditor'],
    away,
    tutorLine: ['tutor', 'coordinator', 'auditor'],
    joined: [...joined, 'auditor'],
  },
  equipe_member: {
    'first tutor': staff,
    'first worker': staff,
    'first supervisor': staff,
    'first former': staff,
    'away tutorAway': away,
  },
  glass: { 'second breaker': glass },
  antenna: ofIntake,
  referral: ofIntake,
  referral_move: ofIntake,
  anonymous_contact: {
    unfollowed: [...triage, 'planner', 'evaluator'],
    unfollowedAway: ['coordinatorAway', 'evaluator'],
  },
  import_run: ofIntake,
  import_progress: ofIntake,
  import_row: ofIntake,
  account: Object.fromEntries(accounts.map((eye) => [eye, everybody])),
  account_secret: own(accounts),
  session: {
    ...own(accounts),
    followed: ['followed', 'admin', 'tutor', 'worker', 'supervisor', 'intake', 'coordinator'],
  },
  outbox: { mail: ['admin'] },
  ticket: { invitation: ['admin'] },
  passkey: { passkey: ['tutor', 'admin'] },
  idempotency: { x: ['tutor'] },
}

/** Whose hand the database lets change the record of the first case (or the named one); the acts decide more narrowly. */
export const changes: Readonly<Record<string, { record: string; by: readonly Eye[]; column?: string }>> = {
  body_survey: { record: 'first', by: ['coordinator'] },
  body_invite: { record: 'first', by: ['coordinator'] },
  // what was noted goes only when the product erases the referral
  referral_move: { record: 'unfollowed', by: ['system'], column: 'note_sealed' },
  person: { record: 'first', by: [...staff, 'intake'] },
  person_detail: { record: 'first', by: staff },
  household_member: { record: 'first', by: [...staff, 'intake'] },
  legal_ground: { record: 'first', by: [...staff, 'intake'] },
  ground_notice: { record: 'first', by: [...staff, 'intake'], column: 'name' },
  case_file: { record: 'first', by: staff },
  own_word: { record: 'first', by: staff },
  assessment: { record: 'first', by: staff },
  attachment: { record: 'first shared', by: staff },
  appointment: { record: 'first', by: staff },
  tie: { record: 'first', by: staff },
  measure: { record: 'first', by: ['tutor', 'worker', 'supervisor'] },
  measure_due: { record: 'first', by: staff },
  measure_task: { record: 'first', by: ['tutor'] },
  // either end answers for itself
  tie_question: { record: 'first', by: [...staff, 'followed', 'breaker'] },
  tie_invite: { record: 'first', by: staff },
  tie_across: { record: 'first', by: [...staff, 'followed'], column: 'answer' },
  wave: { record: 'first', by: staff },
  network_figures: { record: 'first', by: ['coordinator', 'planner', 'evaluator'], column: 'scope_id' },
  wave_alter: { record: 'first', by: staff },
  pact: { record: 'first', by: staff },
  pact_version: { record: 'second', by: [...glass, 'panel'] },
  signatory: { record: 'first', by: staff },
  pact_review: { record: 'first', by: staff },
  follow_up: { record: 'first', by: staff },
  shift: { record: 'first', by: [...staff, 'host'] },
  antenna: { record: 'unfollowed', by: triage },
  referral: { record: 'unfollowed', by: triage },
  account: { record: 'tutor', by: ['tutor', 'admin'] },
  session: { record: 'followed', by: ['followed', 'admin', 'tutor', 'worker', 'supervisor', 'intake', 'coordinator'] },
  outbox: { record: 'mail', by: ['admin'] },
}

const working: readonly Eye[] = everybody.filter((eye) => eye !== 'followed')

/** Who may add a record like the first one. */
export const adds: Readonly<Record<string, { like: string; by: readonly Eye[] }>> = {
  // in one's own name, for a person of one's own
  person_transfer: { like: 'first', by: ['tutor'] },
  case_file: { like: 'first', by: [...staff, 'intake'] },
  equipe_member: { like: 'first tutor', by: [...staff, 'intake'] },
  note: { like: 'first shared', by: staff },
  journal: { like: 'tutorLine', by: ['tutor'] },
  ...Object.fromEntries(
    ['person', 'household_member', 'legal_ground'].map((table) => [table, { like: 'first', by: [...staff, 'intake'] }]),
  ),
  ...Object.fromEntries(
    [
      'assessment',
      'appointment',
      'tie',
      'tie_invite',
      'wave',
      'wave_alter',
      'wave_link',
      'pact',
      'pact_version',
      'pact_review',
      'follow_up',
      'signatory',
    ].map((table) => [table, { like: 'first', by: staff }]),
  ),
  measure: { like: 'first', by: ['tutor', 'worker', 'supervisor'] },
  measure_due: { like: 'first', by: staff },
  measure_task: { like: 'first', by: ['tutor', 'worker', 'supervisor'] },
  shift: { like: 'first', by: [...staff, 'host'] },
  pact_mark: { like: 'first', by: staff },
  later_signature: { like: 'first', by: staff },
  // nobody speaks for the person
  own_word: { like: 'first', by: ['followed'] },
  pact_move: { like: 'first', by: [...staff, 'panel'] },
  antenna: { like: 'unfollowed', by: triage },
  referral: { like: 'unfollowed', by: [...triage, 'nobody'] },
  referral_move: { like: 'unfollowed', by: [...triage, 'worker'] },
  anonymous_contact: { like: 'unfollowed', by: [...triage, 'nobody'] },
  account: { like: 'tutor', by: ['admin'] },
  session: { like: 'tutor', by: [...working, 'nobody'] },
  outbox: { like: 'mail', by: [...everybody, 'nobody'] },
}
