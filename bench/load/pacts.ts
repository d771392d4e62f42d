import { createHash } from 'node:crypto'
import type pg from 'pg'
import { district, familyName, givenName, idOf, insertAll, size } from './people.ts'

const states = ['active', 'active', 'active', 'draft', 'toPanel', 'suspended', 'closing', 'closed'] as const
const day = (offset: number): string => new Date(Date.UTC(2026, 5, 1) + offset * 86_400_000).toISOString().slice(0, 10)

/** The text of a pact with eight commitments, ids of its own; also what the bench posts. */
export const contentOf = (no: number): Record<string, unknown> => ({
  purpose: 'Ritrovare persone con cui passare il pomeriggio e un lavoro vicino a casa.',
  goals: [
    {
      id: idOf('0009', no),
      words: 'Voglio conoscere qualcuno nel quartiere.',
      area: 'relations',
      expectedResult: 'Due incontri al mese.',
      ladder: 1,
      steps: [],
    },
  ],
  commitments: Array.from({ length: size.commitments }, (_, at) => ({
    id: idOf('0008', no * 100 + at),
    side: (['person', 'services', 'community'] as const)[at % 3],
    text: `fare la cosa numero ${at} di questo patto, ogni settimana`,
    ownerKind: 'other',
    ownerId: null,
    ownerLabel: 'Chi se ne occupa',
    measure: 'Una volta alla settimana',
    due: day(60 + at),
    recurrence: '',
    goalId: null,
  })),
  supports: [],
  giveBack: [],
  term: { start: day(0), end: day(180) },
  reviewEveryDays: 90,
  ifNotKept: 'Ci si ritrova e si cambia insieme.',
  privacyNotice: '2026-01',
})

export const tutor = (no: number): string => idOf('000a', no % size.tutors)

/** Session secrets: of the coordinator, and of each tutor. */
export type Tokens = { readonly coordinator: string; readonly tutors: readonly string[] }

const accounts = async (pool: pg.Pool): Promise<Tokens> => {
  const rows = [
    ...Array.from({ length: size.tutors }, (_, no) => ({ id: tutor(no), name: `Tutor ${no}` })),
    { id: idOf('000b', 0), name: 'Coordinatrice' },
  ]
  await insertAll(
    pool,
    'account',
    rows.map((row) => ({
      ...row,
      email: `${row.id}@esempio.invalid`,
      job_title: '',
      language: 'it',
      state: 'active',
      second_factor: 'none',
      created_at: '2026-01-01T00:00:00Z',
    })),
  )
  const role = (account: string, code: string, no: number): Record<string, unknown> => ({
    id: idOf('000c', no),
    account_id: account,
    role_code: code,
    district_id: district(0),
    from_day: '2026-01-01',
  })
  await insertAll(pool, 'account_role', [
    ...Array.from({ length: size.tutors }, (_, no) => role(tutor(no), 'tutor', no)),
    role(idOf('000b', 0), 'coordinator', 999),
  ])
  const session = async (account: string, no: number): Promise<string> => {
    const token = `bench-${no}-${'x'.repeat(30)}`
    await pool.query(
      `insert into session (id, token_hash, kind, account_id, step, created_at, seen_at, expires_at) values ($1, $2, 'account', $3, 'open', now(), now(), '2099-01-01')`,
      [idOf('000d', no), createHash('sha256').update(token).digest('hex'), account],
    )
    return token
  }
  const tutors: string[] = []
  for (let no = 0; no < size.tutors; no++) tutors.push(await session(tutor(no), 2 + no))
  return { coordinator: await session(idOf('000b', 0), 1), tutors }
}

/** Signed texts are printed already: opening one must not set the printer to work. */
const frozen = (isSigned: boolean): Record<string, string | null> =>
  isSigned
    ? {
        content_hash: '0'.repeat(64),
        frozen_at: `${day(1)}T09:00:00Z`,
        pdf_file_id: 'bench',
        pdf_sha256: '0'.repeat(64),
        fingerprint: '0'.repeat(64),
      }
    : { content_hash: null, frozen_at: null, pdf_file_id: null, pdf_sha256: null, fingerprint: null }

const signed = (no: number, isSigned: boolean): Record<string, string | number | null> => ({
  version_in_force: isSigned ? 1 : null,
  signed_on: isSigned ? day(no % 60) : null,
  starts_on: isSigned ? day(no % 60) : null,
  ends_on: isSigned ? day(180 + (no % 60)) : null,
  next_review_due: isSigned ? day(90 + (no % 120)) : null,
  next_kind: isSigned ? 'review' : null,
  next_due: isSigned ? day(90 + (no % 120)) : null,
})

/** 5,000 pacts of one district with eight commitments each, and cases on which the bench may begin more. */
export const loadPacts = async (pool: pg.Pool): Promise<Tokens> => {
  const tokens = await accounts(pool)
  const all = Array.from({ length: size.pacts + size.openCases }, (_, no) => no)
  // every third person lives in the first district
  const person = (no: number): string => idOf('0001', no * 3)
  const owner = tutor
  const base = { district_id: district(0) }
  await insertAll(
    pool,
    'case_file',
    all.map((no) => ({
      ...base,
      id: idOf('0002', no),
      number: `C-2026-${String(no).padStart(5, '0')}`,
      person_id: person(no),
      state: 'open',
      opened_on: day(-30),
      closing_reason: '',
      external_record: '',
    })),
  )
  await insertAll(
    pool,
    'equipe_member',
    all.map((no) => ({
      ...base,
      id: idOf('0003', no),
      case_id: idOf('0002', no),
      account_id: owner(no),
      role: 'tutor',
      from_day: day(-30),
    })),
  )
  const pacts = all.slice(0, size.pacts)
  const state = (no: number): (typeof states)[number] => states[no % states.length] ?? 'active'
  const isSigned = (no: number): boolean => !['draft', 'toPanel'].includes(state(no))
  await insertAll(
    pool,
    'pact',
    pacts.map((no) => ({
      ...base,
      id: idOf('0004', no),
      number: `PG-2026-${String(no + 1).padStart(4, '0')}`,
      kind: no % 3 === 0 ? 'autonomy' : 'inclusion',
      case_id: idOf('0002', no),
      person_id: person(no),
      person_label: `${givenName(Math.floor((no * 3) / 11))} ${familyName(no * 3).slice(0, 1)}.`,
      involved_ids: [],
      tutor_id: owner(no),
      partner_organisation_id: idOf('0b0d', 1),
      municipality_istat: '019001',
      state: state(no),
      state_since: day(no % 90),
      last_move_at: `${day(no % 90)}T09:00:00Z`,
      ...signed(no, isSigned(no)),
      before_panel: state(no) === 'toPanel',
      extensions: 0,
      review_every_days: 90,
      follow_ups_done: [],
      kept_count: no % 8,
      commitment_count: size.commitments,
      created_at: `${day(no % 30)}T09:00:00Z`,
      version: 1,
    })),
  )
  await insertAll(
    pool,
    'pact_version',
    pacts.map((no) => ({
      ...base,
      id: idOf('0005', no),
      pact_id: idOf('0004', no),
      case_id: idOf('0002', no),
      person_id: person(no),
      number: 1,
      reason: '',
      content: contentOf(no),
      edit_no: 0,
      created_at: `${day(0)}T09:00:00Z`,
      created_by: owner(no),
      state: isSigned(no) ? 'inForce' : state(no) === 'toPanel' ? 'toPanel' : 'draft',
      ...frozen(isSigned(no)),
    })),
  )
  // the product goes on counting from here
  await insertAll(pool, 'counter', [{ ...base, series: 'PG', year: 2026, last: size.pacts }])
  await pool.query('select app.recount_all()')
  await pool.query('vacuum analyze')
  return tokens
}
