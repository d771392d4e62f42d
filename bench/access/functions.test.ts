import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Outcome, refuse } from '../../src/platform/core/refusal.ts'
import { transact } from '../../src/platform/server/transact.ts'
import { crema, cremona, openHouse, type TestHouse } from '../house.ts'
import { type Eye, makeWorld, type World } from './world.ts'

// What the functions that see past the policies tell to whom: each of them holds its own door.
let house: TestHouse
let world: World
beforeAll(async () => {
  house = await openHouse('functions')
  world = await makeWorld(house)
})
afterAll(() => house.close())

const idOf = (name: string): string => world.ids.get(name) ?? ''
const answerTo = async (eye: Eye, question: string): Promise<unknown> => {
  let seen: unknown
  const by = eye === 'nobody' ? 'public' : { tokenHash: world.tokens[eye] }
  await transact(house.services, { by }, async ({ tx }): Promise<Outcome<never>> => {
    const { rows } = await sql<{ told: unknown }>`select (${sql.raw(question)}) as told`.execute(tx.db)
    seen = rows[0]?.told
    return refuse('conflict', 'platform.notFound')
  })
  return seen
}
const eyes = (): Eye[] =>
  [...(Object.keys(world.tokens) as Eye[]), 'nobody' as const].filter(
    (eye, at, all) => eye !== 'system' && all.indexOf(eye) === at,
  )
const isTold = (told: unknown): boolean => {
  if (told === null || told === undefined || told === '' || told === false || told === 0 || told === 'unknown')
    return false
  if (typeof told === 'object') return Object.values(told).some(isTold)
  return true
}
const toldTo = async (question: string): Promise<Eye[]> => {
  const found: Eye[] = []
  for (const eye of eyes()) if (isTold(await answerTo(eye, question))) found.push(eye)
  return found.sort()
}
const ofNobody: Eye[] = []
const readsNetworks: Eye[] = ['coordinator', 'evaluator', 'planner']
const speakers: Eye[] = ['followed', 'supervisor', 'tutor', 'worker']
const ofCase: Eye[] = ['coordinator', 'supervisor', 'tutor', 'worker']
const ofEitherEnd: Eye[] = ['breaker', 'coordinator', 'followed', 'supervisor', 'tutor', 'worker']

test('each tells only whoever may know', async () => {
  const question = idOf('tie_question.first')
  const [ends] = await house.sql<{ a: string; b: string }>(
    `update tie_question set a_answer = 'yes', a_at = now() where id = $1 returning a_id as a, b_id as b`,
    [question],
  )
  const tie = '{"kind":"friend","since":"2026-01-01","evidence":"saidByPerson","originKind":"other","originId":null}'
  const half = (end: string | undefined): string =>
    `app.half_tie('${crema}', '${question}', '${end}', gen_random_uuid(), '${tie}'::jsonb, now())`
  const code = (district: string, person: string, hash: string): string =>
    `app.take_tie_code('${district}', '${idOf(person)}', '${hash}', gen_random_uuid(), now())`
  const survey = `'${crema}', '${idOf('body_survey.first')}'`
  const expected: [string, string, Eye[]][] = [
    ['initials of one end', `app.initials_of('${crema}', '${ends?.a}')`, ofEitherEnd],
    ['initials of the other', `app.initials_of('${crema}', '${ends?.b}')`, ofEitherEnd],
    ['initials of whom no question is about', `app.initials_of('${cremona}', '${idOf('person.away')}')`, ofNobody],
    ['half a tie of who said yes', half(ends?.a), ['followed', 'supervisor', 'tutor', 'worker']],
    ['half a tie of who did not', half(ends?.b), ofNobody],
    ['a whole tie before both said yes', `app.join_tie('${crema}', '${question}', 'saidByBoth', now())`, ofNobody],
    ['that a code is of the own district', code(crema, 'person.first', 'x'), speakers],
    ['that there is a code at all, to who guesses', code(crema, 'person.first', 'y'), ofNobody],
    [
      'a tie in two districts before the yes',
      `app.join_across('${cremona}', '${idOf('tie_across.away')}', gen_random_uuid(), 'y', now())`,
      ofNobody,
    ],
    [
      'when a tie of one’s own began',
      `app.end_own_tie('${crema}', '${idOf('tie.first with second')}', '1999-01-01', now())`,
      ['followed'],
    ],
    [
      'when a tie with a third party began',
      `app.end_own_tie('${crema}', '${idOf('tie.first')}', '1999-01-01', now())`,
      ofNobody,
    ],
    ['what bodies told', `app.survey_told(${survey}, '2030-01-01')`, readsNetworks],
    ['which bodies were asked', `app.survey_bodies(${survey})`, readsNetworks],
    ['a network without names', `app.network_out('{${crema}}', '2030-01-01')`, ['coordinator', 'evaluator']],
  ]
  const passed = `'${crema}', '${idOf('case_file.first')}', null, now()`
  const taken = idOf('account.host')
  await house.sql('update referral set assigned_to = $1 where id = $2', [taken, idOf('referral.unfollowed')])
  expected.push(
    ['work passed on in a case', `select count(*)::int from app.hand_over(${passed})`, [...ofCase, 'admin']],
    [
      'who had somebody’s data',
      `select count(*)::int from app.receivers_of('${crema}', '${idOf('person.first')}')`,
      [...ofCase, 'intake'],
    ],
    ['work of somebody', `select count(*)::int from app.free_referrals('${taken}', now())`, ['admin']],
  )
  const found: [string, Eye[]][] = []
  for (const [what, asked] of expected) found.push([what, await toldTo(asked)])
  expect(found).toEqual(expected.map(([what, , who]) => [what, [...who].sort()]))
})

test('all of them name their schemas, and none is for everybody', async () =>
  expect(
    await house.sql(
      `select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'app' and p.prosecdef
       and (not coalesce(p.proconfig @> array['search_path=public, pg_temp'], false) or has_function_privilege('public', p.oid, 'execute'))`,
    ),
  ).toEqual([]))
