import type { Day, Instant } from '../../platform/core/day.ts'
import type { Secrets } from '../../platform/server/secret/secrets.ts'
import type {
  AccountRole,
  DemoPlan,
  PlannedAccount,
  PlannedBody,
  PlannedCase,
  PlannedHousehold,
  PlannedPact,
  PlannedPerson,
} from '../core/plan.schema.ts'

/** The plan with what its rows ask of it, and the means to seal them. */
export type Scene = {
  readonly plan: DemoPlan
  readonly today: Day
  /** The day everything was set up, and a moment of it. */
  readonly firstDay: Day
  readonly firstAt: Instant
  readonly secrets: Secrets
  readonly newId: () => string
  readonly account: (id: string) => PlannedAccount
  readonly accountIn: (role: AccountRole, districtId: string) => PlannedAccount
  readonly bodyOf: (key: string) => PlannedBody | undefined
  readonly person: (id: string) => PlannedPerson
  readonly homeOf: (personId: string) => PlannedHousehold | undefined
  readonly pactOf: (caseId: string) => PlannedPact | undefined
  readonly file: (caseId: string) => PlannedCase
  /** Null for nothing said. */
  readonly seal: (field: string, rowId: string, text: string | null) => string | null
}

const getter =
  <T>(what: string, byId: ReadonlyMap<string, T>) =>
  (id: string): T => {
    const found = byId.get(id)
    if (found === undefined) throw new Error(`demo: no ${what} ${id}`)
    return found
  }

const homesByPerson = (households: DemoPlan['households']): Map<string, PlannedHousehold> =>
  new Map(households.flatMap((home) => home.members.map(({ personId }) => [personId as string, home] as const)))

export const fullName = ({ person }: PlannedPerson): string => `${person.givenName} ${person.familyName}`

export const sceneOf = (plan: DemoPlan, means: Pick<Scene, 'secrets' | 'newId' | 'firstDay'>): Scene => {
  const homes = homesByPerson(plan.households)
  const pacts = new Map(plan.pacts.map((one) => [one.pact.caseId, one]))
  return {
    plan,
    today: plan.today,
    ...means,
    firstAt: `${means.firstDay}T08:00:00.000Z`,
    account: getter('account', new Map(plan.accounts.map((one) => [one.id, one]))),
    accountIn: (role, districtId) => {
      const found = plan.accounts.find((one) => one.role === role && one.districtId === districtId)
      if (!found) throw new Error(`demo: no ${role} in ${districtId}`)
      return found
    },
    bodyOf: (key) => plan.bodies.find((body) => body.key === key),
    person: getter('person', new Map(plan.persons.map((one) => [one.person.id as string, one]))),
    homeOf: (personId) => homes.get(personId),
    pactOf: (caseId) => pacts.get(caseId),
    file: getter('case', new Map(plan.cases.map((one) => [one.id, one]))),
    seal: (field, rowId, text) => (text === null || text === '' ? null : means.secrets.seal(field, rowId, text)),
  }
}

type Numbered = { readonly id: string; readonly districtId: string; readonly on: Day }

type Counter = { readonly district_id: string; readonly series: string; readonly year: number; readonly last: number }

/** Numbers as the product gives them: by district and year, in the order of the days; and where each series stands. */
export const numbersOf = (
  { prefix, series }: { readonly prefix: string; readonly series: string },
  items: readonly Numbered[],
): { byId: ReadonlyMap<string, string>; last: Counter[] } => {
  const last = new Map<string, Counter>()
  const byId = new Map<string, string>()
  for (const { id, districtId, on } of [...items].sort((a, b) => (`${a.on}${a.id}` < `${b.on}${b.id}` ? -1 : 1))) {
    const year = Number(on.slice(0, 4))
    const counter = last.get(`${districtId} ${year}`) ?? { district_id: districtId, series, year, last: 0 }
    const next = { ...counter, last: counter.last + 1 }
    last.set(`${districtId} ${year}`, next)
    byId.set(id, `${prefix}-${year}-${String(next.last).padStart(3, '0')}`)
  }
  return { byId, last: [...last.values()] }
}
