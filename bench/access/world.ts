import { v7 } from 'uuid'
import { hashToken } from '../../src/platform/server/secret/tokens.ts'
import { caritas, crema, cremona, type TestHouse, tavolaLunga } from '../house.ts'

/** Who looks. `followed` is the person of the first case, on their own page. */
export type Eye =
  | 'tutor'
  | 'worker'
  | 'tutorElsewhere'
  | 'former'
  | 'breaker'
  | 'intake'
  | 'coordinator'
  | 'supervisor'
  | 'panel'
  | 'host'
  | 'planner'
  | 'evaluator'
  | 'auditor'
  | 'admin'
  | 'tutorAway'
  | 'coordinatorAway'
  | 'followed'
  | 'nobody'
  /** A job of the product; asked only where the answer is about jobs. */
  | 'system'

/** Three cases: the tutor's, another of the same district, and one of another district. */
export const cases = ['first', 'second', 'away'] as const
export type CaseName = (typeof cases)[number]

type Put = (table: string, row: Record<string, unknown>) => Promise<string>

const at = '2026-03-01T09:00:00Z'
const day = '2026-03-01'
const districtOf: Record<CaseName, string> = { first: crema, second: crema, away: cremona }

/** A record's name in the tables of expected answers, by its id. */
export type World = {
  readonly named: ReadonlyMap<string, string>
  readonly tokens: Readonly<Record<Eye, string>>
  readonly ids: ReadonlyMap<string, string>
}

const grants: readonly [Eye, string, string | null, string | null][] = [
  ['tutor', 'tutor', crema, null],
  ['worker', 'socialWorker', crema, null],
  ['tutorElsewhere', 'tutor', crema, null],
  ['former', 'tutor', crema, null],
  ['breaker', 'tutor', crema, null],
  ['intake', 'intake', crema, null],
  ['coordinator', 'coordinator', crema, null],
  ['supervisor', 'supervisor', crema, null],
  ['panel', 'panel', crema, null],
  ['host', 'host', null, caritas],
  ['planner', 'planningOffice', crema, null],
  ['evaluator', 'evaluator', null, null],
  ['auditor', 'auditor', crema, null],
  ['admin', 'administrator', null, null],
  ['tutorAway', 'tutor', cremona, null],
  ['coordinatorAway', 'coordinator', cremona, null],
]

/** Fills a house with one of everything, past all policies. */
export const makeWorld = async (house: TestHouse): Promise<World> => {
  const named = new Map<string, string>()
  const ids = new Map<string, string>()
  const put: Put = async (table, row) => {
    const columns = Object.keys(row)
    const values = columns.map((_, no) => `$${no + 1}`)
    await house.sql(
      `insert into ${table} (${columns.map((one) => `"${one}"`).join(', ')}) values (${values.join(', ')})`,
      Object.values(row),
    )
    return String(row.id ?? '')
  }
  const name = (table: string, label: string): string => {
    const id = v7()
    named.set(id, label)
    ids.set(`${table}.${label}`, id)
    return id
  }
  const accounts = await makeAccounts(put, name)
  for (const one of cases) await makeCase(one, { put, name, ids, accounts })
  await makeSharedTie({ put, name, ids, accounts })
  await makeFigures({ put, name, ids, accounts })
  await makeJoined({ put, name, ids, accounts })
  await makeEquipes({ put, name, ids, accounts })
  const tokens = await makeSessions({ put, name, ids, accounts })
  await makeRegistry({ put, name, ids, accounts })
  await makeTransfers({ put, name, ids, accounts })
  return { named, tokens, ids }
}

type Making = {
  readonly put: Put
  readonly name: (table: string, label: string) => string
  readonly ids: ReadonlyMap<string, string>
  readonly accounts: Readonly<Record<string, string>>
}

const makeAccounts = async (put: Put, name: Making['name']): Promise<Record<string, string>> => {
  const accounts: Record<string, string> = {}
  for (const [eye, role, district, organisation] of grants) {
    const id = name('account', eye)
    accounts[eye] = id
    await put('account', { id, email: `${eye}@esempio.invalid`, name: eye, state: 'active', created_at: at })
    await put('account_secret', { account_id: id })
    await put('account_role', {
      id: v7(),
      account_id: id,
      role_code: role,
      district_id: district,
      organisation_id: organisation,
      from_day: '2020-01-01',
    })
  }
  return accounts
}

const makeCase = async (one: CaseName, { put, name, accounts }: Making): Promise<void> => {
  const district_id = districtOf[one]
  const author = accounts[one === 'away' ? 'tutorAway' : 'tutor']
  const person_id = name('person', one)
  const keys = { family_key: 'prv', given_key: one, search_key: one }
  await put('person', {
    district_id,
    id: person_id,
    family_name: 'Prova',
    given_name: one,
    ...keys,
    followed: true,
    created_at: at,
  })
  await put('person_detail', { district_id, person_id, followed: true })
  await put('person_field', {
    district_id,
    person_id,
    field: 'phones',
    version: 1,
    by_account: author,
    by_name: 'x',
    at,
  })
  await put('counted_person', { district_id, person_id, key_hash: one, strength: 'fiscalCode' })
  await put('beneficiary', {
    district_id,
    person_id,
    key: person_id,
    known: true,
    municipality: '',
    since: '2026-01-01',
  })
  const household_id = name('household', one)
  await put('household', { district_id, id: household_id, label: one, created_at: at })
  await put('household_member', {
    district_id,
    id: name('household_member', one),
    household_id,
    person_id,
    role: 'referencePerson',
    from_day: day,
  })
  await put('place_of_life', { district_id, id: name('place_of_life', one), household_id, kind: 'parish', name: one })
  const ground_id = name('legal_ground', one)
  await put('legal_ground', {
    district_id,
    id: ground_id,
    person_id,
    purpose: 'contact',
    basis: 'consent',
    given_at: at,
    how: 'spoken',
    recorded_by: author,
  })
  await put('ground_notice', {
    district_id,
    id: name('ground_notice', one),
    person_id,
    ground_id,
    kind: 'recipient',
    name: one,
    made_at: at,
  })
  await put('person_card', {
    district_id,
    id: name('person_card', one),
    person_id,
    token_hash: one,
    pin_hash: 'x',
    issued_at: at,
    issued_by: author,
  })
  await put('correction_request', { district_id, id: name('correction_request', one), person_id, text_sealed: 'x', at })
  const case_id = name('case_file', one)
  await put('case_file', {
    district_id,
    id: case_id,
    number: `C-${one}`,
    person_id,
    household_id,
    state: 'open',
    opened_on: day,
  })
  const inCase = { district_id, case_id, person_id }
  for (const kind of ['shared', 'professional', 'sealed'])
    await put('note', { ...inCase, id: name('note', `${one} ${kind}`), kind, text_sealed: 'x', author_id: author, at })
  await put('assessment', { ...inCase, id: name('assessment', one), areas_sealed: 'x', started_on: day })
  await put('task', { ...inCase, id: name('task', one), title: 'x', due: day, created_at: at })
  for (const shared of [true, false])
    await put('attachment', {
      ...inCase,
      id: name('attachment', `${one}${shared ? ' shared' : ''}`),
      file_id: 'x',
      name: 'x',
      type: 'x',
      size: 1,
      sha256: 'x',
      shared,
      added_by: author,
      at,
    })
  await put('appointment', {
    ...inCase,
    id: name('appointment', one),
    title: 'x',
    kind: 'visit',
    at,
    minutes: 30,
    created_at: at,
  })
  await put('tie', {
    ...inCase,
    id: name('tie', one),
    a_kind: 'person',
    a_id: person_id,
    b_kind: 'alter',
    b_label: 'T.G.',
    kind: 'friend',
    since: day,
    evidence: 'saidByPerson',
    origin_kind: 'before',
    recorded_by: author,
    recorded_at: at,
  })
  await makeWave(one, { put, name, author: author ?? '', inCase })
  await makePact(one, { put, name, author: author ?? '', inCase })
  await makeMeasures(one, { put, name, author: author ?? '', inCase })
  await put('journal', {
    district_id,
    at,
    id: name('journal', one),
    act: 'pacts.open',
    actor_kind: 'account',
    actor_id: v7(),
    actor_name: 'x',
    subject_kind: 'pact',
    subject_id: v7(),
    person_id,
    case_id,
  })
}

type InCase = Pick<Making, 'put' | 'name'> & {
  readonly author: string
  readonly inCase: { readonly district_id: string; readonly case_id: string; readonly person_id: string }
}

/** Figures that were counted in two districts and in the whole programme. */
const makeFigures = async ({ put, name }: Making): Promise<void> => {
  const nowhere = '00000000-0000-0000-0000-000000000000'
  for (const [label, district_id] of [
    ['first', crema],
    ['away', cremona],
    ['everywhere', nowhere],
  ] as const)
    await put('network_figures', {
      district_id,
      scope_kind: 'programme',
      scope_id: '',
      day,
      from_day: '2025-03-01',
      fingerprint: name('network_figures', label),
      figures: '{}',
      counted_at: at,
    })
}

/** A conversation about ties, under way: two alters who know each other. */
const makeWave = async (one: CaseName, { put, name, author, inCase }: InCase): Promise<void> => {
  const id = name('wave', one)
  await put('wave', {
    ...inCase,
    id,
    number: 1,
    moment: 'T0',
    held_on: day,
    state: 'open',
    opened_by: author,
    opened_at: at,
    touched_by: author,
    touched_at: at,
  })
  const alters = [name('wave_alter', one), name('wave_alter', `${one} too`)]
  for (const [index, alter] of alters.entries())
    await put('wave_alter', {
      ...inCase,
      wave_id: id,
      id: alter,
      place: index + 1,
      change: 'new',
      label: 'T.G.',
      kind: 'friend',
      origin_kind: 'before',
    })
  await put('wave_link', { ...inCase, wave_id: id, a_id: alters[0], b_id: alters[1] })
}

const makeMeasures = async (one: CaseName, { put, name, author, inCase }: InCase): Promise<void> => {
  const pact_id = v7()
  await put('measure_due', {
    ...inCase,
    id: name('measure_due', one),
    pact_id,
    instrument: 'who5',
    moment: 'T0',
    due: day,
  })
  const measure_id = name('measure', one)
  const asked = {
    ...inCase,
    instrument: 'who5',
    definition: 1,
    language: 'it',
    rater: 'person',
    moment: 'T0',
    state: 'open',
    answers_sealed: 'x',
    present: '{person}',
    held_on: day,
    opened_by: author,
    opened_at: at,
  }
  await put('measure', { ...asked, id: measure_id, occasion_id: measure_id })
  if (one === 'first') {
    const id = name('measure', 'first shared')
    await put('measure', {
      ...{ ...asked, state: 'done', scores: '[]', done_at: at },
      ...{ id, occasion_id: id, shared_at: at, shared_by: author },
    })
  }
  // the tutor of the second case is nobody of this world
  if (one === 'second') return
  const task = { measure_id, account_id: author, due: day, created_at: at }
  await put('measure_task', { ...inCase, id: name('measure_task', one), ...task })
}

const makePact = async (one: CaseName, { put, name, author, inCase }: InCase): Promise<void> => {
  const pact_id = name('pact', one)
  // the pact of the second case waits for the panel; the others are active
  const waits = one === 'second'
  await put('pact', {
    ...inCase,
    id: pact_id,
    number: `PG-${one}`,
    kind: 'inclusion',
    person_label: one,
    tutor_id: author,
    partner_organisation_id: caritas,
    state: waits ? 'toPanel' : 'active',
    before_panel: waits,
    state_since: day,
    last_move_at: at,
    review_every_days: 90,
    created_at: at,
  })
  const version_id = name('pact_version', one)
  await put('pact_version', {
    ...inCase,
    id: version_id,
    pact_id,
    number: 1,
    state: waits ? 'toPanel' : 'inForce',
    content: '{}',
    created_at: at,
    created_by: author,
  })
  await put('pact_edit', {
    district_id: inCase.district_id,
    case_id: inCase.case_id,
    id: name('pact_edit', one),
    version_id,
    path: 'x',
    by_account: author,
    by_name: 'x',
    at,
  })
  const signatory_id = name('signatory', one)
  await put('signatory', {
    ...inCase,
    id: signatory_id,
    version_id,
    pact_id,
    role: 'person',
    required: true,
    label: 'x',
  })
  await put('signing_code', {
    district_id: inCase.district_id,
    case_id: inCase.case_id,
    id: name('signing_code', one),
    signatory_id,
    code_hash: 'x',
    made_at: at,
    expires_at: at,
  })
  await put('pact_mark', {
    ...inCase,
    id: name('pact_mark', one),
    pact_id,
    about: 'step',
    item_id: v7(),
    value: 'done',
    on: day,
    at,
    by_id: author,
  })
  await put('later_signature', {
    ...inCase,
    id: name('later_signature', one),
    signatory_id,
    version_id,
    pact_id,
    signed_at: at,
    method: 'code',
    signed_hash: 'x',
    fingerprint: 'x',
    taken_by: author,
  })
  await put('own_word', { ...inCase, id: name('own_word', one), pact_id, kind: 'withdraw', at })
  await put('panel_decision', {
    district_id: inCase.district_id,
    case_id: inCase.case_id,
    id: name('panel_decision', one),
    pact_id,
    version_id,
    decision: 'approve',
    minutes: 'x',
    decided_by: author,
    at,
  })
  await put('pact_review', { ...inCase, id: name('pact_review', one), pact_id, kind: 'interim', due: day })
  await put('follow_up', { ...inCase, id: name('follow_up', one), pact_id, months: 3, due: day })
  await put('pact_move', {
    ...inCase,
    id: name('pact_move', one),
    pact_id,
    no: 1,
    move: 'submit',
    from_state: 'draft',
    to_state: 'toPanel',
    at,
    by_id: author,
    by_name: 'x',
  })
  await put('cover', {
    district_id: inCase.district_id,
    case_id: inCase.case_id,
    id: name('cover', one),
    pact_id,
    give_back_id: v7(),
    policy: 'x',
    from_day: day,
    to_day: day,
    added_by: author,
    at,
  })
  // Caritas hosts the first and the one away; Tavola Lunga the second
  await put('shift', {
    ...inCase,
    id: name('shift', one),
    pact_id,
    guest_label: 'x',
    give_back_id: v7(),
    legal_form: 'puc',
    host_organisation_id: waits ? tavolaLunga : caritas,
    day,
    minutes: 60,
    state: 'planned',
    created_at: at,
  })
}

/** A record that was joined to the person of the first case, with a pact that was over by then. */
const makeJoined = async ({ put, name, ids, accounts }: Making): Promise<void> => {
  const person_id = name('person', 'joined')
  const keys = { family_name: 'Prova', given_name: 'joined', family_key: 'prv', given_key: 'j', search_key: 'j' }
  const merged_into = ids.get('person.first')
  await put('person', { district_id: crema, id: person_id, ...keys, merged_into, created_at: at })
  const case_id = name('case_file', 'joined')
  const closed = { state: 'closed', opened_on: day, closed_on: day }
  await put('case_file', { district_id: crema, id: case_id, number: 'C-joined', person_id, ...closed })
  const inCase = { district_id: crema, case_id, person_id }
  const pact_id = name('pact', 'joined')
  await put('pact', {
    ...inCase,
    id: pact_id,
    number: 'PG-joined',
    kind: 'inclusion',
    person_label: 'joined',
    tutor_id: accounts.tutorElsewhere,
    partner_organisation_id: caritas,
    state: 'closed',
    state_since: day,
    last_move_at: at,
    review_every_days: 90,
    created_at: at,
  })
  await put('pact_version', {
    ...inCase,
    id: name('pact_version', 'joined'),
    pact_id,
    number: 1,
    state: 'inForce',
    content: '{}',
    created_at: at,
    created_by: accounts.tutorElsewhere,
  })
  await put('pact_mark', {
    ...inCase,
    id: name('pact_mark', 'joined'),
    pact_id,
    about: 'step',
    item_id: v7(),
    value: 'done',
    on: day,
    at,
    by_id: accounts.tutorElsewhere,
  })
  await put('shift', {
    ...inCase,
    id: name('shift', 'joined'),
    pact_id,
    guest_label: 'x',
    give_back_id: v7(),
    legal_form: 'puc',
    host_organisation_id: tavolaLunga,
    day,
    minutes: 60,
    state: 'planned',
    created_at: at,
  })
  await put('journal', {
    district_id: crema,
    at,
    id: name('journal', 'joined'),
    act: 'persons.open',
    actor_kind: 'account',
    actor_id: v7(),
    actor_name: 'x',
    subject_kind: 'person',
    subject_id: person_id,
    person_id,
  })
}

/** Told in the first case, with the person of the second at its other end. */
const makeSharedTie = async ({ put, name, ids, accounts }: Making): Promise<void> => {
  await put('tie', {
    district_id: crema,
    case_id: ids.get('case_file.first'),
    person_id: ids.get('person.first'),
    id: name('tie', 'first with second'),
    a_kind: 'person',
    a_id: ids.get('person.first'),
    b_kind: 'person',
    b_id: ids.get('person.second'),
    kind: 'friend',
    since: day,
    evidence: 'saidByPerson',
    origin_kind: 'before',
    recorded_by: accounts.tutor,
    recorded_at: at,
  })
  const [a_id, b_id] = [ids.get('person.first') ?? '', ids.get('person.second') ?? ''].sort()
  const classOf = { district_id: crema, class_id: name('school_class', 'first'), teacher_id: accounts.tutor }
  await put('school_class', {
    district_id: crema,
    id: classOf.class_id,
    teacher_id: accounts.tutor,
    name: '2B',
    school_year: 2026,
    purpose: 'Sapere chi è rimasto da solo',
    pupils: 20,
    created_at: at,
  })
  await put('class_wave', { ...classOf, number: 1, question: 'work', most: 3, opened_at: at, closes_at: '2026-12-01' })
  await put('class_answer', { ...classOf, number: 1, pupil: 1, choices: '{2}', at })
  const surveyOf = { district_id: crema, survey_id: name('body_survey', 'first') }
  await put('body_survey', {
    district_id: crema,
    id: surveyOf.survey_id,
    year: 2026,
    opened_on: day,
    closes_on: '2026-12-31',
    opened_by: accounts.coordinator,
  })
  for (const [label, organisation_id] of [
    ['first', caritas],
    ['second', tavolaLunga],
  ] as const)
    await put('body_invite', { ...surveyOf, organisation_id, token_hash: name('body_invite', label), invited_at: at })
  await put('body_answer', {
    ...surveyOf,
    from_id: caritas,
    to_id: tavolaLunga,
    often: 1,
    joint: '{people}',
    trust: '{1,2,3}',
    value: '{1,2,3}',
    at,
  })
  await put('tie_question', {
    district_id: crema,
    id: name('tie_question', 'first'),
    kind: 'met',
    a_id,
    b_id,
    made_at: at,
  })
  await makeAcross({ put, name, ids, accounts })
}

/** A code that the person of the first case handed to somebody of another district, and the question that one of there answers here. */
const makeAcross = async ({ put, name, ids, accounts }: Making): Promise<void> => {
  await put('tie_invite', {
    district_id: crema,
    id: name('tie_invite', 'first'),
    tie_id: ids.get('tie.first'),
    case_id: ids.get('case_file.first'),
    person_id: ids.get('person.first'),
    code_hash: 'x',
    end_hash: 'x',
    made_at: at,
    made_by: accounts.tutor,
    expires_at: '2099-01-01T00:00:00Z',
  })
  for (const [one, from_district] of [
    ['first', cremona],
    ['away', crema],
  ] as const)
    await put('tie_across', {
      district_id: districtOf[one],
      id: name('tie_across', one),
      person_id: ids.get(`person.${one}`),
      from_district,
      invite_id: one === 'away' ? ids.get('tie_invite.first') : v7(),
      other_label: 'R.Z.',
      kind: 'friend',
      since: day,
      taken_at: at,
      taken_by: accounts.tutor,
    })
}

const makeEquipes = async ({ put, name, ids, accounts }: Making): Promise<void> => {
  const join = async (one: CaseName, eye: Eye, role: string, until: string | null = null): Promise<void> => {
    await put('equipe_member', {
      district_id: districtOf[one],
      id: name('equipe_member', `${one} ${eye}`),
      case_id: ids.get(`case_file.${one}`),
      account_id: accounts[eye],
      role,
      from_day: '2026-01-01',
      until_day: until,
    })
  }
  await join('first', 'tutor', 'tutor')
  await join('first', 'worker', 'caseManager')
  await join('first', 'supervisor', 'supervisor')
  await join('first', 'former', 'tutor', '2026-02-01')
  await join('away', 'tutorAway', 'tutor')
  await put('glass', {
    district_id: crema,
    id: name('glass', 'second breaker'),
    case_id: ids.get('case_file.second'),
    account_id: accounts.breaker,
    reason: 'Una ragione scritta, lunga abbastanza.',
    from_at: at,
    until_at: '2099-01-01T00:00:00Z',
  })
}

const makeSessions = async ({ put, name, ids, accounts }: Making): Promise<Record<Eye, string>> => {
  const tokens: Partial<Record<Eye, string>> = { nobody: '', system: '' }
  const open = { step: 'open', created_at: at, seen_at: at, expires_at: '2099-01-01T00:00:00Z' }
  for (const [eye] of grants) {
    tokens[eye] = hashToken(eye)
    await put('session', {
      id: name('session', eye),
      token_hash: hashToken(eye),
      kind: 'account',
      account_id: accounts[eye],
      ...open,
    })
  }
  tokens.followed = hashToken('followed')
  await put('session', {
    id: name('session', 'followed'),
    token_hash: hashToken('followed'),
    kind: 'person',
    district_id: crema,
    person_id: ids.get('person.first'),
    ...open,
  })
  return tokens as Record<Eye, string>
}

/** What intake works on: people nobody follows, referrals, antennas, imports; and what belongs to the programme. */
const makeRegistry = async ({ put, name, accounts }: Making): Promise<void> => {
  for (const [one, district_id, istat] of [
    ['unfollowed', crema, '019035'],
    ['unfollowedAway', cremona, '019036'],
  ] as const) {
    const [id, twin] = [name('person', one), name('person', `${one}Twin`)]
    for (const [person, given] of [
      [id, one],
      [twin, `${one}Twin`],
    ] as const) {
      await put('person', {
        district_id,
        id: person,
        family_name: 'Libera',
        given_name: given,
        family_key: 'lbr',
        given_key: given,
        search_key: given,
        created_at: at,
      })
      await put('person_detail', { district_id, person_id: person })
    }
    await put('person_merge', {
      district_id,
      id: name('person_merge', one),
      kept_id: id,
      merged_id: twin,
      moved: '{}',
      reason: 'x',
      at,
      by_account: accounts.intake,
    })
    await put('antenna', {
      district_id,
      id: name('antenna', one),
      name: 'x',
      kind: 'parish',
      token_hash: one,
      created_at: at,
      created_by: accounts.intake,
    })
    const referral_id = name('referral', one)
    await put('referral', {
      district_id,
      id: referral_id,
      kind: 'worried',
      channel: 'form',
      municipality_istat: istat,
      age_band: '65+',
      living: 'alone',
      permission_of: 'person',
      permission_how: 'form',
      permission_at: at,
      receipt_index: one,
      state: 'signalled',
      received_at: at,
      first_contact_due: day,
      interview_due: day,
      moved_at: at,
    })
    await put('referral_move', {
      district_id,
      id: name('referral_move', one),
      referral_id,
      move: 'contact',
      from_state: 'signalled',
      to_state: 'contacted',
      at,
      by_account: accounts.intake,
      by_name: 'x',
    })
    await put('anonymous_contact', {
      district_id,
      id: name('anonymous_contact', one),
      kind: 'worried',
      channel: 'form',
      age_band: '65+',
      on_day: day,
    })
    const import_id = name('import_run', one)
    await put('import_run', {
      district_id,
      id: import_id,
      file_name: 'x',
      sha256: one,
      format: 'csv',
      header_row: 0,
      mapping: '{}',
      counts: '{}',
      state: 'read',
      started_at: at,
      started_by: accounts.intake,
    })
    await put('import_progress', { district_id, import_id, phase: 'plan', done: 0, total: 0, at })
    await put('import_row', { district_id, import_id, line: 1, row_index: one, verdict: 'refused' })
  }
  await put('outbox', {
    id: name('outbox', 'mail'),
    to_address: 'x',
    subject: 'x',
    body_text: 'x',
    body_html: 'x',
    created_at: at,
    state: 'kept',
  })
  await put('journal', {
    district_id: crema,
    at,
    id: name('journal', 'tutorLine'),
    act: 'pacts.list',
    actor_kind: 'account',
    actor_id: accounts.tutor,
    actor_name: 'x',
    subject_kind: 'x',
    subject_id: v7(),
  })
  await put('ticket', {
    id: name('ticket', 'invitation'),
    account_id: accounts.tutor,
    kind: 'invitation',
    token_hash: 'x',
    created_at: at,
    expires_at: at,
  })
  await put('passkey', {
    id: 'passkey',
    account_id: accounts.tutor,
    public_key: Buffer.from('x'),
    counter: 0,
    name: 'x',
    created_at: at,
  })
  await put('idempotency', { actor_id: accounts.tutor, key: 'x', endpoint: 'x', body_digest: 'x', at })
}

/** Between the two districts: one that waits on each side, one that arrived, one that was declined. */
const makeTransfers = async ({ put, name, ids, accounts }: Making): Promise<void> => {
  const there = { crema: cremona, cremona: crema }
  for (const [label, one, state, arrived] of [
    ['first', 'first', 'proposed', undefined],
    ['fromAway', 'away', 'proposed', undefined],
    ['arrived', 'away', 'accepted', 'first'],
    ['declined', 'second', 'declined', undefined],
  ] as const) {
    const from = districtOf[one] === crema ? 'crema' : 'cremona'
    await put('person_transfer', {
      district_id: districtOf[one],
      id: name('person_transfer', label),
      person_id: ids.get(`person.${one}`),
      case_id: ids.get(`case_file.${one}`),
      to_district_id: there[from],
      state,
      person_label: 'x',
      offer_sealed: 'x',
      hand_over_sealed: 'x',
      reason: 'x',
      agreed_on: day,
      agreed_how: 'spoken',
      proposed_at: at,
      proposed_by: accounts.tutor,
      ...(arrived ? { to_person_id: ids.get(`person.${arrived}`) } : {}),
    })
  }
}
