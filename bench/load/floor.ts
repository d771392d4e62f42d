import { createHash, randomUUID } from 'node:crypto'
import Fastify from 'fastify'
import pg from 'pg'
import { letterKeys, phoneticKey, searchKey } from '../../src/persons/core/name.ts'

// The floor: a bare route per request of the bench, with the product's transaction, settings, statements and journal line
// written by hand, and nothing else: no parsing, no policy, no schema. What the product costs above it is its own.

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10, options: '-c timezone=UTC' })
const app = Fastify()
const nil = '00000000-0000-0000-0000-000000000000'

type Who = {
  id: string
  name: string
  districts: string[]
  grants: { districtId: string | null; permissions: string[] }[]
  cases: string[]
  persons: string[]
  households: string[]
}
type Ask = { readonly client: pg.PoolClient; readonly who: Who; readonly now: string }

const list = (ids: readonly string[]): string => `'{${ids.join(',')}}'`

const settings = ({ id, districts, grants, cases, persons, households }: Who): string => {
  const where = (permission: string): string =>
    list(
      districts.filter((district) =>
        grants.some(
          (one) => one.permissions.includes(permission) && (one.districtId === null || one.districtId === district),
        ),
      ),
    )
  const scoped = {
    registry: 'persons.register',
    triage: 'referrals.triage',
    antennas: 'antennas.manage',
    opens_cases: 'cases.open',
    wide: 'cases.all',
    panel: 'pacts.review',
    supervises: 'notes.supervise',
    journal: 'journal.read',
    results: 'results.read',
    networks: 'networks.read',
    surveys: 'surveys.manage',
    takes_out: 'networks.export',
    imports: 'imports.run',
  }
  const all = {
    kind: `'account'`,
    actor: `'${id}'`,
    self_person: `''`,
    self_district: `''`,
    districts: list(districts),
    organisations: list([]),
    accounts: `''`,
    outbox: `''`,
    sign_in: `''`,
    ...Object.fromEntries(Object.entries(scoped).map(([name, permission]) => [name, where(permission)])),
    cases: list(cases),
    persons: list(persons),
    households: list(households),
  }
  return Object.entries(all)
    .map(([name, value]) => `set local app.${name} = ${value}`)
    .join(';')
}

const inTransaction = async (token: string, act: (ask: Ask) => Promise<unknown>): Promise<unknown> => {
  const client = await pool.connect()
  try {
    const now = new Date().toISOString()
    const hash = createHash('sha256').update(token).digest('hex')
    const answer = (await client.query(
      `begin; select app.who('${hash}', '${now}') as who`,
    )) as unknown as pg.QueryResult[]
    const who: Who = answer[1]?.rows[0].who
    await client.query(settings(who))
    const value = await act({ client, who, now })
    await client.query('commit')
    return value
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

const journal = (ask: Ask, act: string, district: string, subject: string): Promise<unknown> =>
  ask.client.query({
    name: 'journal',
    text: `with line as (insert into journal (district_id, at, id, act, actor_kind, actor_id, actor_name, subject_kind, subject_id) values ($1, $2, $3, $4, 'account', $5, $6, 'pact', $7))
      insert into journal_unsealed (district_id, at, entry_id) values ($1, $2, $3)`,
    values: [district, ask.now, randomUUID(), act, ask.who.id, ask.who.name, subject],
  })

const rows = async (ask: Ask, name: string, text: string, values: unknown[]): Promise<Record<string, unknown>[]> =>
  (await ask.client.query({ name, text, values })).rows

const listSql = `select f.*, a.name as tutor, o.name as partner, m.name as town from (
    select p.* from unnest($1::uuid[]) as d (id) cross join lateral (
      select id, district_id, number, kind, person_label, tutor_id, partner_organisation_id, municipality_istat, state, state_since, kept_count, commitment_count, next_kind, next_due, next_months
      from pact where district_id = d.id and state = $2 order by next_due asc nulls last, number, id limit 50) p
    order by p.next_due asc nulls last, p.number, p.id limit 50) f
  join account a on a.id = f.tutor_id join organisation o on o.id = f.partner_organisation_id left join municipality m on m.istat_code = f.municipality_istat
  order by f.next_due asc nulls last, f.number, f.id`

const totalSql = 'select count(*) as total from pact_wide where district_id = any ($1) and state = $2'

const wholeSql = `select p.*, a.name as tutor, o.name as partner,
    (select coalesce(json_agg(v order by v.number), '[]') from pact_version v where v.district_id = p.district_id and v.pact_id = p.id) as versions,
    (select coalesce(json_agg(s order by s.id), '[]') from signatory s where s.district_id = p.district_id and s.pact_id = p.id) as signatories,
    (select coalesce(json_agg(k order by k.at), '[]') from pact_mark k where k.district_id = p.district_id and k.pact_id = p.id) as marks,
    (select coalesce(json_agg(r order by r.due), '[]') from pact_review r where r.district_id = p.district_id and r.pact_id = p.id) as reviews,
    (select coalesce(json_agg(f order by f.due), '[]') from follow_up f where f.district_id = p.district_id and f.pact_id = p.id) as follow_ups,
    (select coalesce(json_agg(h order by h.at), '[]') from panel_decision h where h.district_id = p.district_id and h.pact_id = p.id) as decisions,
    (select coalesce(json_agg(m order by m.no), '[]') from pact_move m where m.district_id = p.district_id and m.pact_id = p.id) as moves,
    (select coalesce(sum(z.minutes), 0) from shift z where z.district_id = p.district_id and z.pact_id = p.id and z.state = 'confirmed') as given
  from pact p join account a on a.id = p.tutor_id join organisation o on o.id = p.partner_organisation_id where p.district_id = any ($1) and p.id = $2`

const addSql = `with numbered as (insert into counter (district_id, series, year, last) values ($1, 'PF', 2026, 1)
    on conflict (district_id, series, year) do update set last = counter.last + 1 returning last),
  made as (insert into pact (district_id, id, number, kind, case_id, person_id, person_label, tutor_id, partner_organisation_id, state, state_since, last_move_at, review_every_days, commitment_count, created_at)
    select $1, $2, 'PF-2026-' || last, 'inclusion', $3, c.person_id, 'Prova P.', $4, $5, 'draft', current_date, $6, 90, 8, $6 from numbered, case_file c where c.district_id = $1 and c.id = $3 returning number),
  text_ as (insert into pact_version (district_id, id, pact_id, case_id, person_id, number, state, content, created_at, created_by)
    select $1, $7, $2, $3, c.person_id, 1, 'draft', $8::jsonb, $6, $4 from case_file c where c.district_id = $1 and c.id = $3)
  select number from made`

/** Words, sound and sorted letters, as the product asks. */
const needle = (q: string): [string, string | null, string[]] => {
  const text = searchKey(q)
  const sound = text.split(' ').map(phoneticKey).join(' ')
  return [text, sound === text ? null : sound, letterKeys(q).map((key) => `%~${key} %`)]
}

const tokenOf = (cookie: string | undefined): string => cookie?.replace(/^fl_session=/, '') ?? ''

app.get<{ Querystring: { state: string } }>('/pacts', (request) =>
  inTransaction(tokenOf(request.headers.cookie), async (ask) => {
    const wide = ask.who.districts.filter((district) => ask.who.grants.some((one) => one.districtId === district))
    const found = await rows(ask, 'list', listSql, [wide, request.query.state])
    const [counted] = await rows(ask, 'total', totalSql, [wide, request.query.state])
    return { rows: found, total: Number(counted?.total) }
  }),
)

app.get<{ Params: { id: string } }>('/pacts/:id', (request) =>
  inTransaction(tokenOf(request.headers.cookie), async (ask) => {
    const [pact] = await rows(ask, 'whole', wholeSql, [ask.who.districts, request.params.id])
    await journal(ask, 'pacts.open', String(pact?.district_id), request.params.id)
    return pact
  }),
)

app.get<{ Querystring: { q: string } }>('/persons', (request) =>
  inTransaction(tokenOf(request.headers.cookie), async (ask) => {
    const mine = ask.who.districts.filter((district) => ask.who.grants.some((one) => one.districtId === district))
    const found = await rows(ask, 'candidates', 'select id from app.person_candidates($1::uuid[], $2, $3, $4, 100)', [
      mine,
      ...needle(request.query.q),
    ])
    return rows(
      ask,
      'persons',
      `select p.id, p.district_id, p.family_name, p.given_name, p.birth_date, p.birth_year, p.followed, m.name as town, count(*) over () as total
      from person p left join municipality m on m.istat_code = p.municipality_istat
      where p.district_id = any ((select $1::uuid[])::uuid[]) and p.id = any ((select $2::uuid[])::uuid[])
      order by array_position($2::uuid[], p.id) limit 50`,
      [mine, found.map(({ id }) => id)],
    )
  }),
)

app.post<{ Body: { caseId: string; tutorId: string; partnerOrganisationId: string; content: unknown } }>(
  '/pacts',
  (request) =>
    inTransaction(tokenOf(request.headers.cookie), async (ask) => {
      const { caseId, tutorId, partnerOrganisationId, content } = request.body
      const [found] = await rows(
        ask,
        'case',
        'select district_id, state from case_file where district_id = any ($1) and id = $2',
        [ask.who.districts, caseId],
      )
      const [district, id] = [String(found?.district_id ?? nil), randomUUID()]
      const [made] = await rows(ask, 'add', addSql, [
        district,
        id,
        caseId,
        tutorId,
        partnerOrganisationId,
        ask.now,
        randomUUID(),
        JSON.stringify(content),
      ])
      await journal(ask, 'pacts.start', district, id)
      return made
    }),
)

app.get('/results', (request) =>
  inTransaction(tokenOf(request.headers.cookie), (ask) =>
    rows(ask, 'results', 'select * from app.count_beneficiaries(current_date)', []),
  ),
)

await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' })
