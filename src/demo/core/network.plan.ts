import type { Day } from '../../platform/core/day.ts'
import { bodyOfKind, demoAntennas, demoBodies } from './bodies.ts'
import { idOn, plusDays } from './calendar.ts'
import { demoDistricts, demoFunds } from './catalogue.ts'
import type { Chance } from './chance.ts'
import type { DemoMunicipality, DistrictKey } from './municipalities.ts'
import { drawFamily, drawGiven } from './names.ts'
import type { AccountRole, DemoPlan, PlannedAccount, PlannedBody } from './plan.schema.ts'
import { demoSupports } from './support.texts.ts'

/** What everything else of the plan stands on. */
export type Ground = Pick<
  DemoPlan,
  'today' | 'districts' | 'municipalities' | 'bodies' | 'antennas' | 'accounts' | 'supports' | 'funds'
>

const seats: Record<DistrictKey, string> = { cremasco: 'crema', cremonese: 'cremona', casalasco: 'casalmaggiore' }
const usernames: Record<AccountRole, string> = {
  admin: 'admin',
  evaluator: 'valutatore',
  intake: 'intake',
  socialWorker: 'assistente',
  tutor: 'tutor',
  panel: 'commissione',
  coordinator: 'coordinatore',
  host: 'ospite',
  auditor: 'revisore',
  teacher: 'insegnante',
}

type Seat = {
  role: AccountRole
  body: (bodies: readonly PlannedBody[], district: DistrictKey) => PlannedBody | undefined
}
const companyOf: Seat['body'] = (bodies, district) =>
  bodies.find((body) => body.kind === 'districtCompany' && body.district === district)
const kindOf =
  (kind: PlannedBody['kind']): Seat['body'] =>
  (bodies, district) =>
    bodies.find((body) => body.kind === kind && body.district === district)

const seatsInDistrict: readonly Seat[] = [
  { role: 'intake', body: companyOf },
  { role: 'socialWorker', body: kindOf('municipality') },
  { role: 'tutor', body: companyOf },
  { role: 'tutor', body: kindOf('cooperative') },
  { role: 'tutor', body: kindOf('municipality') },
  { role: 'panel', body: companyOf },
  { role: 'coordinator', body: companyOf },
  { role: 'host', body: kindOf('odv') },
  { role: 'auditor', body: companyOf },
]

const accountName = (chance: Chance): string => {
  const gender = chance.chance(0.7) ? 'f' : 'm'
  return `${drawGiven(chance, { community: null, gender, age: chance.int(28, 60) })} ${drawFamily(chance, null, gender)}`
}

const accountsOf = (chance: Chance, day: Day, ground: Pick<Ground, 'districts' | 'bodies'>): PlannedAccount[] => {
  const inDistricts = ground.districts.flatMap((district) => {
    const seen = new Map<AccountRole, number>()
    return seatsInDistrict.map(({ role, body }): PlannedAccount => {
      const nth = (seen.get(role) ?? 0) + 1
      seen.set(role, nth)
      const username = `${usernames[role]}${nth > 1 ? nth : ''}.${seats[district.key]}`
      const organisationId = body(ground.bodies, district.key)?.id ?? null
      return {
        id: idOn(day, chance),
        username,
        name: accountName(chance),
        role,
        districtId: district.id,
        organisationId,
      }
    })
  })
  const everywhere = (['admin', 'evaluator'] as const).map(
    (role): PlannedAccount => ({
      id: idOn(day, chance),
      username: usernames[role],
      name: accountName(chance),
      role,
      districtId: null,
      organisationId: null,
    }),
  )
  return [...everywhere, ...inDistricts, ...teachersOf(chance.fork('teachers'), day, ground)]
}

const teachersOf = (chance: Chance, day: Day, ground: Pick<Ground, 'districts' | 'bodies'>): PlannedAccount[] =>
  ground.districts.map((district) => ({
    id: idOn(day, chance),
    username: `${usernames.teacher}.${seats[district.key]}`,
    name: accountName(chance),
    role: 'teacher',
    districtId: district.id,
    organisationId: kindOf('school')(ground.bodies, district.key)?.id ?? null,
  }))

/** Districts, bodies, antennas, accounts and catalogue, with their ids. */
export const layGround = (chance: Chance, today: Day, municipalities: readonly DemoMunicipality[]): Ground => {
  const day = plusDays(today, -740)
  const districts = demoDistricts.map(({ key, name, seat }) => ({ id: idOn(day, chance), key, name, seat }))
  const idOf = (key: DistrictKey): string => districts.find((district) => district.key === key)?.id ?? ''
  const bodies = demoBodies.map((body) => ({ ...body, id: idOn(day, chance), districtId: idOf(body.district) }))
  return {
    today,
    districts,
    municipalities,
    bodies,
    antennas: demoAntennas.map((antenna) => ({
      ...antenna,
      id: idOn(day, chance),
      districtId: idOf(antenna.district),
      contact: accountName(chance),
    })),
    accounts: accountsOf(chance, day, { districts, bodies }),
    supports: demoSupports.map((support) => ({ ...support, id: idOn(day, chance) })),
    funds: demoFunds.map(({ key }) => ({ id: idOn(day, chance), key })),
  }
}

export const accountsWith = (ground: Ground, role: AccountRole, districtId: string): PlannedAccount[] =>
  ground.accounts.filter((account) => account.role === role && account.districtId === districtId)

export const bodyIn = (ground: Ground, kind: PlannedBody['kind'], districtId: string): PlannedBody => {
  const district = ground.districts.find(({ id }) => id === districtId)
  const key = bodyOfKind(kind, district?.key ?? 'cremasco').key
  const found = ground.bodies.find((body) => body.key === key)
  if (!found) throw new Error(`demo: no body ${key}`)
  return found
}
