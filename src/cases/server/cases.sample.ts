import { v7 } from 'uuid'
import { crema, cremona, type TestHouse, type Worker } from '../../../bench/house.ts'

/** A person in the registry, written straight into the tables. */
export const aPersonIn = async (
  house: TestHouse,
  district: string = crema,
  family = `Prova${v7().slice(-6)}`,
): Promise<string> => {
  const id = v7()
  await house.sql(
    `insert into person (district_id, id, family_name, given_name, family_key, given_key, search_key, created_at)
     values ($1, $2, $3, 'Amina', lower($3), 'amina', 'amina ' || lower($3), now())`,
    [district, id, family],
  )
  await house.sql('insert into person_detail (district_id, person_id) values ($1, $2)', [district, id])
  return id
}

/** The people around one case in Crema, and some who have nothing to do with it. */
export type Cast = Readonly<
  Record<
    | 'manager'
    | 'tutor'
    | 'educator'
    | 'volunteer'
    | 'supervisor'
    | 'outsider'
    | 'helper'
    | 'coordinator'
    | 'intake'
    | 'panel'
    | 'host'
    | 'evaluator'
    | 'admin'
    | 'elsewhere'
    | 'otherTutor',
    Worker
  >
>

const roles: Readonly<Record<keyof Cast, { role: string; district?: string | null }>> = {
  manager: { role: 'socialWorker', district: crema },
  tutor: { role: 'tutor', district: crema },
  educator: { role: 'tutor', district: crema },
  volunteer: { role: 'tutor', district: crema },
  supervisor: { role: 'supervisor', district: crema },
  outsider: { role: 'tutor', district: crema },
  helper: { role: 'tutor', district: crema },
  coordinator: { role: 'coordinator', district: crema },
  intake: { role: 'intake', district: crema },
  panel: { role: 'panel', district: crema },
  host: { role: 'host' },
  evaluator: { role: 'evaluator' },
  admin: { role: 'administrator' },
  elsewhere: { role: 'coordinator', district: cremona },
  otherTutor: { role: 'tutor', district: cremona },
}

export const castOf = async (house: TestHouse): Promise<Cast> => {
  const pairs: [string, Worker][] = []
  for (const [name, wish] of Object.entries(roles)) pairs.push([name, await house.worker({ ...wish, name })])
  return Object.fromEntries(pairs) as Cast
}

export type Begun = { readonly id: string; readonly number: string; readonly personId: string }

/** A case with a manager, a tutor, an educator, a volunteer and a supervisor, opened by intake through the product. */
export const aBegunCase = async (house: TestHouse, cast: Cast): Promise<Begun> => {
  const personId = await aPersonIn(house)
  const member = (who: Worker, role: string) => ({ accountId: who.id, role })
  const equipe = [
    member(cast.manager, 'caseManager'),
    member(cast.tutor, 'tutor'),
    member(cast.educator, 'educator'),
    member(cast.volunteer, 'volunteer'),
    member(cast.supervisor, 'supervisor'),
  ]
  const { status, body } = await house.call<{ id: string; number: string }>(cast.intake, 'POST', '/cases', {
    personId,
    equipe,
  })
  if (status !== 200) throw new Error(`no case: ${status} ${JSON.stringify(body)}`)
  return { ...body, personId }
}
