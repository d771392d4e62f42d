import type { Commitment, GiveBack, Goal, PactContent, Support } from '../../pacts/core/content.schema.ts'
import type { Day } from '../../platform/core/day.ts'
import type { BodyKind } from './bodies.ts'
import { idOn, plusDays } from './calendar.ts'
import { demoFunds } from './catalogue.ts'
import type { Chance } from './chance.ts'
import {
  type CommitmentText,
  communityCommitments,
  neighbours,
  personCommitments,
  serviceCommitments,
  weekdays,
} from './commitment.texts.ts'
import { fill, type Slots } from './fill.ts'
import { type GiveBackText, giveBackTexts } from './giveback.texts.ts'
import { crafts, goalTexts, savings } from './goal.texts.ts'
import type { Area } from './need.texts.ts'
import { bodyIn, type Ground } from './network.plan.ts'
import type { PlannedBody, PlannedPerson } from './plan.schema.ts'
import { suitsPerson } from './suits.ts'

/** For whom and when a text is written. `areas` and `talents` come from the assessment. */
export type ContentFor = {
  readonly ground: Ground
  readonly one: PlannedPerson
  readonly partner: PlannedPerson | null
  readonly child: string | null
  readonly kind: 'inclusion' | 'autonomy'
  readonly areas: readonly Area[]
  readonly talents: readonly string[]
  readonly writtenOn: Day
  readonly start: Day
  readonly end: Day
  readonly isInsured: boolean
  readonly tutorName: string
}

const slotsFor = (chance: Chance, of: ContentFor): Slots => ({
  craft: chance.pick(crafts),
  saving: chance.pick(savings),
  solo: of.one.gender === 'f' ? 'sola' : 'solo',
  child: of.child ?? 'mio figlio',
  day: chance.int(5, 15),
  times: chance.int(2, 4),
  weekday: chance.pick(weekdays),
  euro: chance.int(4, 30) * 50,
  small: chance.int(2, 6) * 10,
})

const goalOf = (chance: Chance, of: ContentFor, area: Area): Goal => {
  const text = chance.pick(goalTexts[area].filter(({ words, who }) => suitsPerson(words, who, of.one)))
  const slots = slotsFor(chance, of)
  const count = Math.min(text.steps.length, chance.int(2, 4))
  const span = Math.floor(165 / count)
  return {
    id: idOn(of.writtenOn, chance),
    words: fill(text.words, of.one.gender, slots),
    area,
    expectedResult: fill(text.result, of.one.gender, slots),
    ladder: chance.int(0, 1),
    steps: text.steps.slice(0, count).map((step, at) => ({
      id: idOn(of.writtenOn, chance),
      text: fill(step, of.one.gender, slots),
      due: plusDays(of.start, span * (at + 1) - chance.int(0, 12)),
      doneOn: null,
    })),
  }
}

type Owner = Pick<Commitment, 'ownerKind' | 'ownerId' | 'ownerLabel'>
const nameOf = ({ person }: PlannedPerson): string => `${person.givenName} ${person.familyName}`
const personOwner = (one: PlannedPerson): Owner => ({
  ownerKind: 'person',
  ownerId: one.person.id,
  ownerLabel: nameOf(one),
})

const serviceFor: Record<Area, readonly BodyKind[]> = {
  work: ['jobCentre', 'districtCompany'],
  housing: ['municipality', 'cooperative'],
  family: ['municipality', 'districtCompany'],
  relations: ['cooperative', 'municipality'],
  health: ['familyCounselling', 'districtCompany'],
  skills: ['jobCentre', 'municipality'],
  money: ['municipality', 'districtCompany'],
}
const communityFor: Record<Area, readonly BodyKind[]> = {
  work: ['firm'],
  housing: ['odv'],
  family: ['parish', 'school'],
  relations: ['aps', 'parish'],
  health: ['odv'],
  skills: ['aps'],
  money: ['parish', 'odv'],
}

const bodyOwner = (of: ContentFor, kind: BodyKind): Owner => {
  const body = bodyIn(of.ground, kind, of.one.person.districtId)
  return { ownerKind: 'organisation', ownerId: body.id, ownerLabel: body.name }
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const giverOf = (chance: Chance, of: ContentFor, area: Area): Owner =>
  chance.chance(0.45)
    ? { ownerKind: 'other', ownerId: null, ownerLabel: capital(chance.pick(neighbours)) }
    : bodyOwner(of, chance.pick(communityFor[area]))

type Writing = { chance: Chance; of: ContentFor; goals: readonly Goal[] }

const commitmentOf = (
  { chance, of, goals }: Writing,
  text: CommitmentText,
  about: { side: Commitment['side']; owner: Owner },
): Commitment => {
  const slots = slotsFor(chance, of)
  const measure = fill(text.measure, of.one.gender, slots)
  const due = text.days === null ? of.end : plusDays(of.start, Math.min(text.days, 150) + chance.int(-5, 10))
  return {
    id: idOn(of.writtenOn, chance),
    side: about.side,
    text: lower(fill(text.text, of.one.gender, slots)),
    ...about.owner,
    measure,
    due,
    recurrence: text.days === null ? measure : '',
    goalId: goals.find((goal) => goal.area === text.area)?.id ?? null,
  }
}

const choose = (chance: Chance, of: ContentFor, from: readonly CommitmentText[], count: number): CommitmentText[] => {
  const fitting = from.filter(({ text, who }) => suitsPerson(text, who, of.one))
  const near = chance.shuffle(fitting.filter((text) => of.areas.includes(text.area)))
  const far = chance.shuffle(fitting.filter((text) => !of.areas.includes(text.area)))
  return [...near, ...far].slice(0, count)
}

const commitmentsOf = (writing: Writing): Commitment[] => {
  const { chance, of } = writing
  const person = choose(chance, of, personCommitments, chance.int(2, 4)).map((text) => {
    const owner = personOwner(of.partner && chance.chance(0.3) ? of.partner : of.one)
    return commitmentOf(writing, text, { side: 'person', owner })
  })
  const services = choose(chance, of, serviceCommitments, chance.int(2, 3)).map((text) =>
    commitmentOf(writing, text, { side: 'services', owner: bodyOwner(of, chance.pick(serviceFor[text.area])) }),
  )
  const offers = chance.weighted([
    [1, 45],
    [2, 40],
    [3, 15],
  ])
  const community = choose(chance, of, communityCommitments, offers).map((text) =>
    commitmentOf(writing, text, { side: 'community', owner: giverOf(chance, of, text.area) }),
  )
  return [...person, ...services, ...community]
}

/** Units as a pact writes them. */
export const unitNames: Record<string, string> = {
  hours: 'ore',
  meetings: 'incontri',
  months: 'mesi',
  weeks: 'settimane',
  vouchers: 'buoni',
  euros: 'euro',
  trips: 'viaggi',
  meals: 'pasti',
  places: 'volte',
}
const singles: Record<string, string> = {
  hours: 'ora',
  meetings: 'incontro',
  months: 'mese',
  weeks: 'settimana',
  vouchers: 'buono',
  trips: 'viaggio',
  meals: 'pasto',
  places: 'volta',
}
const given: readonly BodyKind[] = ['odv', 'aps', 'parish', 'firm']

const supportOf = ({ chance, of }: Writing, kind: Ground['supports'][number]): Support => {
  const provider = chance.pick(kind.providers)
  const body = bodyIn(of.ground, provider, of.one.person.districtId)
  const isFree = kind.cost[1] === 0
  const [least, most] = kind.quantity
  const quantity = kind.unit === 'euros' ? chance.int(least / 50, most / 50) * 50 : chance.int(least, most)
  const cents = Math.round(chance.int(kind.cost[0] * 100, kind.cost[1] * 100) / 10) * 10
  const fund = isFree
    ? 'inKind'
    : chance.weighted(demoFunds.filter(({ amount }) => amount > 0).map(({ key, amount }) => [key, amount] as const))
  return {
    id: idOn(of.writtenOn, chance),
    catalogueId: kind.id,
    label: kind.it,
    side: given.includes(provider) ? 'community' : 'services',
    providerOrganisationId: body.id,
    providerLabel: body.name,
    quantity,
    unit: (quantity === 1 ? singles : unitNames)[kind.unit] ?? kind.unit,
    costCents: isFree ? 0 : quantity * cents,
    fundingSourceId: of.ground.funds.find(({ key }) => key === fund)?.id ?? null,
    istatCode: kind.code ?? '',
    siussRelevant: kind.national,
    commitmentId: null,
    budgetLine: '',
    paymentState: isFree ? 'none' : 'planned',
  }
}

const supportsOf = (writing: Writing): Support[] => {
  const { chance, of } = writing
  const fitting = of.ground.supports.filter(({ it, who }) => suitsPerson(it, who, of.one))
  const near = fitting.filter((kind) => of.areas.includes(kind.area))
  const count = chance.weighted([
    [1, 25],
    [2, 40],
    [3, 25],
    [4, 10],
  ])
  return chance.some(near.length >= count ? near : fitting, count).map((kind) => supportOf(writing, kind))
}

const coverOf = (chance: Chance, of: ContentFor): GiveBack['covers'] => [
  {
    id: idOn(of.writtenOn, chance),
    policy: `POL-${of.start.slice(0, 4)}-${chance.int(1000, 9999)}`,
    insurer: chance.pick(['Mutua dei volontari (di fantasia)', 'Assicurazioni della Piana (di fantasia)']),
    from: plusDays(of.start, -chance.int(0, 60)),
    to: plusDays(
      of.start,
      chance.weighted([
        [364, 80],
        [150, 12],
        [95, 8],
      ]),
    ),
  },
]

/** One of its kind near the person, when there is one, else any of the district: hosts share the turns among them. */
const hostFor = ({ ground, one }: ContentFor, first: PlannedBody, chance: Chance): PlannedBody => {
  const alike = ground.bodies.filter(({ kind, districtId }) => kind === first.kind && districtId === first.districtId)
  const near = alike.filter(({ municipality }) => municipality === one.person.municipalityIstat)
  return chance.pick(near.length > 0 && chance.chance(0.4) ? near : alike)
}

const giveBackOf = ({ chance, of }: Writing, text: GiveBackText): GiveBack => {
  const host = hostFor(of, bodyIn(of.ground, chance.pick(text.hosts), of.one.person.districtId), chance.fork(text.task))
  const isWork = text.form === 'puc' || text.form === 'inclusionTraineeship'
  return {
    id: idOn(of.writtenOn, chance),
    legalForm: text.form,
    hostOrganisationId: host.id,
    hostLabel: host.name,
    plannedHours: isWork ? chance.int(12, 30) * 10 : chance.int(6, 30) * 2,
    schedule: text.schedule,
    tasks: text.task,
    whoBenefits: capital(text.benefits),
    hostTutor: `Referente di ${host.name}`,
    chosenTalent: capital(text.talents.find((talent) => of.talents.includes(talent)) ?? text.talents[0] ?? ''),
    covers: of.isInsured ? coverOf(chance, of) : [],
  }
}

/** Chosen from talents, and not owed: one pact in six has none. */
const giveBacksOf = (writing: Writing): GiveBack[] => {
  const { chance, of } = writing
  if (chance.chance(0.16)) return []
  const natural = giveBackTexts.filter(({ talents }) => talents.some((talent) => of.talents.includes(talent)))
  return chance
    .some(natural.length > 0 ? natural : giveBackTexts, chance.chance(0.12) ? 2 : 1)
    .map((text) => giveBackOf(writing, text))
}

const purposes: Record<ContentFor['kind'], readonly string[]> = {
  inclusion: [
    'Stare meglio in casa e avere persone vicine su cui contare.',
    'Uscire da un momento difficile un passo alla volta, con altri accanto.',
    'Tenere insieme famiglia, casa e lavoro, e non restare soli.',
    'Tornare a far parte del quartiere, e avere di nuovo qualcosa da dare.',
  ],
  autonomy: [
    'Trovare una strada di lavoro e camminare con le proprie gambe.',
    'Provare, scegliere e cominciare: un lavoro e persone nuove.',
    'Passare da casa dei genitori a una vita propria, con una rete attorno.',
    'Trasformare quello che si sa fare in un lavoro.',
  ],
}
const kept = [
  'Se un impegno non si riesce a mantenere, ne parliamo e lo cambiamo insieme. Nessun aiuto si ferma per questo.',
  'Chi è in difficoltà con un impegno lo dice. Ci troviamo entro due settimane e cerchiamo un’altra strada.',
  'Vale per tutti, anche per i servizi: se siamo in ritardo lo diciamo e fissiamo una data nuova.',
]

export const contentPlan = (chance: Chance, of: ContentFor): PactContent => {
  const goals = of.areas
    .slice(
      0,
      chance.weighted([
        [1, 30],
        [2, 50],
        [3, 20],
      ]),
    )
    .map((area) => goalOf(chance, of, area))
  const writing = { chance, of, goals }
  return {
    purpose: chance.pick(purposes[of.kind]),
    goals,
    commitments: commitmentsOf(writing),
    supports: supportsOf(writing),
    giveBack: giveBacksOf(writing),
    term: { start: of.start, end: of.end },
    reviewEveryDays: 90,
    ifNotKept: chance.pick(kept),
    privacyNotice: 'demo-1',
  }
}

const moved = (one: Commitment): Commitment =>
  one.recurrence.includes('settiman')
    ? { ...one, measure: `${one.measure}, di sera`, recurrence: `${one.recurrence}, di sera` }
    : { ...one, due: one.due === null ? null : plusDays(one.due, 14) }

/** A next text: one commitment at another time, and one more of the person or of the community. */
export const changedContent = (chance: Chance, of: ContentFor, before: PactContent): PactContent => {
  const writing = { chance, of, goals: before.goals }
  const at = chance.int(0, before.commitments.length - 1)
  const commitments = before.commitments.map((one, index) => (index === at ? moved(one) : one))
  const said = new Set(commitments.map(({ text }) => text))
  const fresh = commitmentsOf(writing).find(({ text, side }) => side !== 'services' && !said.has(text))
  return { ...before, commitments: fresh ? [...commitments, fresh] : commitments }
}
