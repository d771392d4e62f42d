import {
  type Consent,
  ConsentId,
  HouseholdId,
  type HouseholdMember,
  type PersonDetail,
  PersonId,
} from '../../persons/core/person.schema.ts'
import type { Day } from '../../platform/core/day.ts'
import { dayFrom, dayNumber, idOn, officeHour, plusDays, workday } from './calendar.ts'
import type { Chance } from './chance.ts'
import type { Gender } from './fill.ts'
import { fiscalCodeOf } from './fiscal.ts'
import type { DemoMunicipality } from './municipalities.ts'
import { type Community, drawCommunity, drawFamily, drawGiven, drawQuarter, drawStreet } from './names.ts'
import type { Ground } from './network.plan.ts'
import type { PlannedHousehold, PlannedPerson } from './plan.schema.ts'

type Role = HouseholdMember['role']
type Member = { readonly role: Role; readonly age: number; readonly gender: Gender }
type Home = {
  readonly ground: Ground
  readonly municipality: DemoMunicipality
  readonly community: Community | null
  readonly address: string
  readonly registered: Day
  readonly family: string
}

const either = (chance: Chance): Gender => (chance.chance(0.5) ? 'f' : 'm')
const children = (chance: Chance, count: number, parentAge: number): Member[] =>
  Array.from({ length: count }, () => ({
    role: 'child' as const,
    age: Math.max(0, Math.min(parentAge - 19, chance.int(0, 17))),
    gender: either(chance),
  }))
const couple = (chance: Chance, from: number, to: number): Member[] => {
  const age = chance.int(from, to)
  const first = either(chance)
  return [
    { role: 'referencePerson', age, gender: first },
    { role: 'partner', age: age + chance.int(-4, 5), gender: first === 'f' ? 'm' : 'f' },
  ]
}
const alone = (chance: Chance, from: number, to: number, women = 0.5): Member[] => [
  { role: 'referencePerson', age: chance.int(from, to), gender: chance.chance(women) ? 'f' : 'm' },
]
const many = (chance: Chance): number =>
  chance.weighted([
    [1, 30],
    [2, 42],
    [3, 20],
    [4, 8],
  ])

const shapes: readonly (readonly [(chance: Chance) => Member[], number])[] = [
  [(c) => alone(c, 66, 92, 0.68), 15],
  [(c) => couple(c, 66, 86), 9],
  [(c) => alone(c, 26, 52, 0.82).flatMap((one) => [one, ...children(c, many(c), one.age)]), 20],
  [(c) => couple(c, 27, 50).flatMap((one, at) => (at === 0 ? [one] : [one, ...children(c, many(c), one.age)])), 34],
  [(c) => alone(c, 19, 39), 7],
  [(c) => alone(c, 40, 64, 0.42), 6],
  [(c) => [...couple(c, 44, 58), { role: 'child', age: c.int(19, 27), gender: either(c) }], 5],
  [(c) => [...alone(c, 45, 60), { role: 'parent', age: c.int(74, 93), gender: 'f' }], 4],
  [(c) => [...alone(c, 19, 34), { role: 'sibling', age: c.int(17, 30), gender: either(c) }], 3],
]

const elsewhere: readonly (readonly [string, string])[] = [
  ['Milano', 'F205'],
  ['Brescia', 'B157'],
  ['Bergamo', 'A794'],
  ['Lodi', 'E648'],
  ['Mantova', 'E897'],
  ['Piacenza', 'G535'],
  ['Parma', 'G337'],
  ['Napoli', 'F839'],
  ['Palermo', 'G273'],
  ['Foggia', 'D643'],
  ['Reggio di Calabria', 'H224'],
]
const hospitals: Record<DemoMunicipality['district'], readonly [string, string]> = {
  cremasco: ['Crema', 'D142'],
  cremonese: ['Cremona', 'D150'],
  casalasco: ['Casalmaggiore', 'B898'],
}

const birthplaceOf = (chance: Chance, home: Home, age: number): readonly [string, string] => {
  if (home.community && (age > 15 || chance.chance(0.3))) return [home.community.stateName, home.community.birthplace]
  if (chance.chance(0.16)) return chance.pick(elsewhere)
  return chance.chance(0.7)
    ? hospitals[home.municipality.district]
    : [home.municipality.name, home.municipality.cadastral]
}

const contactsOf = (
  chance: Chance,
  age: number,
  given: string,
  family: string,
): { phones: string[]; emails: string[] } => {
  // Middle digits 000: shaped like a mobile number, in nobody's pocket.
  const phone = `+393${chance.int(20, 93)}000${String(chance.int(0, 9999)).padStart(4, '0')}`
  const mail = `${given}.${family}${chance.int(1, 99)}`
    .normalize('NFD')
    .replace(/[^A-Za-z0-9.]/g, '')
    .toLowerCase()
  return {
    phones: age > 13 && chance.chance(0.88) ? [phone] : [],
    emails: age > 16 && age < 70 && chance.chance(0.4) ? [`${mail}@esempio.invalid`] : [],
  }
}

const familyOf = (chance: Chance, home: Home, member: Member): string => {
  if (member.role === 'partner' || member.role === 'parent') return drawFamily(chance, home.community, member.gender)
  // Sikh family names differ for women and men of one family.
  return home.community?.country === 'IN' && ['Kaur', 'Singh'].includes(home.family)
    ? member.gender === 'f'
      ? 'Kaur'
      : 'Singh'
    : home.family
}

const whoIs = (age: number, hasMinors: boolean): PlannedPerson['who'] =>
  age >= 65 ? 'old' : hasMinors ? 'family' : age >= 18 && age < 40 ? 'young' : 'any'

const fits = (chance: Chance, community: Community | null, age: number): PersonDetail['languages'] =>
  !community ? ['it'] : age < 16 || chance.chance(0.7) ? ['it', community.language] : [community.language]

const detailOf = (
  chance: Chance,
  home: Home,
  of: { age: number; given: string; family: string; code: string },
): PersonDetail => {
  const { community, municipality } = home
  const { age, given, family, code } = of
  const isAdult = age > 17
  const elsewhereNow = { address: `presso amici, ${drawStreet(chance)}`, municipalityIstat: municipality.istat }
  return {
    codiceFiscale: community && chance.chance(0.24) ? null : code,
    ...contactsOf(chance, age, given, family),
    address: home.address,
    domicile: chance.chance(0.03) ? elsewhereNow : null,
    languages: fits(chance, community, age),
    interpreterNeeded: community !== null && isAdult && chance.chance(0.15),
    preferredContact: isAdult ? chance.weighted<PersonDetail['preferredContact']>(ways) : null,
    preferredContactTimes: isAdult && chance.chance(0.3) ? chance.pick(times) : null,
    citizenship: community && chance.chance(0.8) ? community.country : 'IT',
  }
}

const personOf = (chance: Chance, home: Home, member: Member, hasMinors: boolean): PlannedPerson => {
  const { community, municipality, registered } = home
  const { gender, age } = member
  const given = drawGiven(chance, { community, gender, age })
  const family = familyOf(chance, home, member)
  const birth = dayFrom(dayNumber(home.ground.today) - Math.floor(age * 365.25) - chance.int(1, 364))
  const [birthplace, birthplaceCode] = birthplaceOf(chance, home, age)
  const code = fiscalCodeOf({ family, given, gender, birth, place: birthplaceCode })
  const detail = detailOf(chance, home, { age, given, family, code })
  return {
    person: {
      id: PersonId.parse(idOn(registered, chance)),
      districtId: home.ground.districts.find(({ key }) => key === municipality.district)?.id ?? '',
      familyName: family,
      givenName: given,
      calledName: null,
      sex: gender === 'f' ? 'female' : 'male',
      birthDate: detail.codiceFiscale === null && chance.chance(0.3) ? null : birth,
      birthYear: Number(birth.slice(0, 4)),
      birthplace,
      birthplaceCode,
      municipalityIstat: municipality.istat,
      followed: false,
      mergedInto: null,
      createdAt: officeHour(registered, chance),
    },
    detail,
    gender,
    age,
    who: whoIs(age, hasMinors && age >= 18),
  }
}

const ways: readonly (readonly [NonNullable<PersonDetail['preferredContact']>, number])[] = [
  ['phone', 50],
  ['message', 30],
  ['visit', 10],
  ['email', 6],
  ['throughSomeone', 4],
]
const times = ['al mattino', 'dopo le 17', 'dopo le 18', 'all’ora di pranzo', 'mai il giovedì']

const placeName: Record<string, string> = { cremasco: 'Oratorio', cremonese: 'Cortile', casalasco: 'Argine' }

type People = { persons: PlannedPerson[]; households: PlannedHousehold[] }

const homeIn = (chance: Chance, ground: Ground, weights: readonly (readonly [DemoMunicipality, number])[]): Home => {
  const municipality = chance.weighted(weights)
  const community = drawCommunity(chance)
  // More people are met as the programme grows: recent days are likelier.
  const registered = workday(plusDays(ground.today, -1 - Math.floor(729 * chance.next() ** 1.25)))
  const address = `${drawStreet(chance)}, ${drawQuarter(chance, municipality.istat)}`
  return { ground, municipality, community, address, registered, family: drawFamily(chance, community, either(chance)) }
}

const householdOf = (
  chance: Chance,
  home: Home,
  members: readonly Member[],
): { people: PlannedPerson[]; household: PlannedHousehold } => {
  const hasMinors = members.some(({ age }) => age < 18)
  const people = members.map((member) => personOf(chance, home, member, hasMinors))
  const id = HouseholdId.parse(idOn(home.registered, chance))
  const quarter = home.address.split(', ')[1] ?? ''
  return {
    people,
    household: {
      household: {
        id,
        districtId: people[0]?.person.districtId ?? '',
        label: `Famiglia ${people[0]?.person.familyName ?? ''}`,
        address: home.address,
        municipalityIstat: home.municipality.istat,
        placesOfLife: [
          { kind: 'neighbourhood', name: quarter },
          ...(chance.chance(0.5)
            ? [{ kind: 'parish' as const, name: `${placeName[home.municipality.district]} di ${quarter}` }]
            : []),
          ...(hasMinors ? [{ kind: 'school' as const, name: `Primaria di ${home.municipality.name}` }] : []),
        ],
      },
      members: people.map(({ person }, at) => ({
        householdId: id,
        personId: person.id,
        role: members[at]?.role ?? 'otherKin',
        from: home.registered,
        to: null,
      })),
    },
  }
}

/** 760 households and some persons of whom no household is known. */
export const peoplePlan = (chance: Chance, ground: Ground): People => {
  const weights = ground.municipalities.map((municipality) => [municipality, municipality.weight ** 0.92] as const)
  const persons: PlannedPerson[] = []
  const households: PlannedHousehold[] = []
  for (let i = 0; i < 760; i++) {
    const made = householdOf(chance, homeIn(chance, ground, weights), chance.weighted(shapes)(chance))
    persons.push(...made.people)
    households.push(made.household)
  }
  for (let i = 0; i < 90; i++) {
    const [member] = alone(chance, 19, 78)
    if (member) persons.push(personOf(chance, homeIn(chance, ground, weights), member, false))
  }
  return { persons, households }
}

const consentOn = (
  chance: Chance,
  of: {
    person: PlannedPerson['person']
    purpose: Consent['purpose']
    basis: Consent['basis']
    dataKind: Consent['dataKind']
    recipient: string | null
  },
): Consent => ({
  id: ConsentId.parse(idOn(of.person.createdAt.slice(0, 10), chance)),
  personId: of.person.id,
  purpose: of.purpose,
  basis: of.basis,
  dataKind: of.dataKind,
  recipient: of.recipient,
  givenAt: of.person.createdAt,
  how: chance.weighted([
    ['spoken', 40],
    ['form', 35],
    ['signed', 25],
  ]),
  noticeVersion: 'demo-1',
  expiresAt: null,
  withdrawnAt: null,
})

/** Everybody agreed to be contacted, or would not be here; those in a case are there by public task. */
export const consentsPlan = (
  chance: Chance,
  persons: readonly PlannedPerson[],
  inCase: ReadonlySet<string>,
): Consent[] =>
  persons.flatMap(({ person, age }) => {
    if (age < 18) return []
    const contact = consentOn(chance, {
      person,
      purpose: 'contact',
      basis: 'consent',
      dataKind: 'identity',
      recipient: null,
    })
    if (!inCase.has(person.id)) return [contact]
    const work = consentOn(chance, {
      person,
      purpose: 'pactWork',
      basis: 'publicTask',
      dataKind: 'social',
      recipient: null,
    })
    const shared = consentOn(chance, {
      person,
      purpose: 'sharingWithPartner',
      basis: 'publicTask',
      dataKind: 'social',
      recipient: 'Enti del patto',
    })
    const photo = chance.chance(0.25)
      ? [consentOn(chance, { person, purpose: 'photo', basis: 'consent', dataKind: 'images', recipient: null })]
      : []
    return [contact, work, shared, ...photo]
  })
