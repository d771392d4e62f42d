import { phoneticKey, searchKey, tidyName } from '../../persons/core/name.ts'
import type { Day } from '../../platform/core/day.ts'
import { hashPassword } from '../../platform/server/secret/passwords.ts'
import { hashToken, randomDigits, randomToken } from '../../platform/server/secret/tokens.ts'
import type { PlannedPerson } from '../core/plan.schema.ts'
import { type Batch, batch, type Row } from './bulk.store.ts'
import { fullName, type Scene } from './scene.ts'

const base = ({ person }: PlannedPerson, followed: boolean): Row<'person'> => {
  const [family, given] = [tidyName(person.familyName), tidyName(person.givenName)]
  const [familyKey, givenKey] = [phoneticKey(family), phoneticKey(given)]
  return {
    district_id: person.districtId,
    id: person.id,
    family_name: family,
    given_name: given,
    called_name: person.calledName ?? '',
    sex: person.sex,
    birth_date: person.birthDate,
    birth_year: person.birthDate ? Number(person.birthDate.slice(0, 4)) : person.birthYear,
    birthplace: person.birthplace ?? '',
    birthplace_code: person.birthplaceCode,
    municipality_istat: person.municipalityIstat,
    family_key: familyKey,
    given_key: givenKey,
    search_key: `${searchKey(`${family} ${given}`)} ${familyKey} ${givenKey}`,
    followed,
    created_at: person.createdAt,
  }
}

const detail = (scene: Scene, { person, detail: of, age }: PlannedPerson, followed: boolean): Row<'person_detail'> => {
  const seal = (field: string, text: string | null): string | null => scene.seal(`person.${field}`, person.id, text)
  const list = (items: readonly string[]): string | null => (items.length === 0 ? null : JSON.stringify(items))
  const gave = age >= 18
  return {
    district_id: person.districtId,
    person_id: person.id,
    followed,
    fiscal_code_sealed: seal('fiscalCode', of.codiceFiscale),
    fiscal_code_index: of.codiceFiscale && scene.secrets.blindIndex('person.fiscalCode', of.codiceFiscale),
    phones_sealed: seal('phones', list(of.phones)),
    emails_sealed: seal('emails', list(of.emails.map((email) => email.toLowerCase()))),
    address_sealed: seal('address', of.address),
    domicile_sealed: seal('domicile', of.domicile && JSON.stringify(of.domicile)),
    languages: of.languages,
    interpreter: of.interpreterNeeded,
    preferred_contact: of.preferredContact,
    preferred_times: of.preferredContactTimes ?? '',
    citizenship: of.citizenship,
    contact_permission: gave ? 'given' : 'notAsked',
    contact_permission_at: gave ? person.createdAt : null,
  }
}

/** As the product counts people: by codice fiscale, else by name, birth date and birthplace, else by the record. */
const counted = ({ secrets }: Scene, { person, detail: of }: PlannedPerson): Row<'counted_person'> => {
  const row = (strength: string, text: string): Row<'counted_person'> => ({
    district_id: person.districtId,
    person_id: person.id,
    key_hash: secrets.blindIndex('person.count', text),
    strength,
  })
  const place = person.birthplaceCode ?? searchKey(person.birthplace ?? '')
  if (of.codiceFiscale) return row('fiscalCode', of.codiceFiscale)
  if (!person.birthDate || !place) return row('none', `record ${person.id}`)
  const name = searchKey(`${tidyName(person.familyName)} ${tidyName(person.givenName)}`)
  return row('nameAndBirth', `${name} ${person.birthDate} ${place}`)
}

/** Persons, of whom those with an open case are marked as followed. */
export const personRows = (scene: Scene, followed: ReadonlySet<string>): Batch[] => {
  const { persons } = scene.plan
  return [
    batch(
      'person',
      persons.map((one) => base(one, followed.has(one.person.id))),
    ),
    batch(
      'person_detail',
      persons.map((one) => detail(scene, one, followed.has(one.person.id))),
    ),
    batch(
      'counted_person',
      persons.map((one) => counted(scene, one)),
    ),
  ]
}

export const householdRows = (scene: Scene): Batch[] => {
  const { households } = scene.plan
  const since = (from: readonly Day[]): string => `${[...from].sort()[0] ?? scene.firstDay}T09:00:00.000Z`
  return [
    batch(
      'household',
      households.map(({ household: one, members }) => ({
        district_id: one.districtId,
        id: one.id,
        label: one.label,
        address_sealed: scene.seal('household.address', one.id, one.address),
        municipality_istat: one.municipalityIstat,
        created_at: since(members.map(({ from }) => from)),
      })),
    ),
    batch(
      'household_member',
      households.flatMap(({ household, members }) =>
        members.map((one) => ({
          district_id: household.districtId,
          id: scene.newId(),
          household_id: household.id,
          person_id: one.personId,
          role: one.role,
          from_day: one.from,
          until_day: one.to,
        })),
      ),
    ),
    batch(
      'place_of_life',
      households.flatMap(({ household }) =>
        household.placesOfLife.map((place) => ({
          district_id: household.districtId,
          id: scene.newId(),
          household_id: household.id,
          ...place,
        })),
      ),
    ),
  ]
}

type Ground = Row<'legal_ground'>

/** Children are in the registry for their household's sake: a public task, told to who answers for them. */
const groundOfChild = (scene: Scene, { person }: PlannedPerson): Ground => ({
  district_id: person.districtId,
  id: scene.newId(),
  person_id: person.id,
  purpose: 'pactWork',
  basis: 'publicTask',
  data_kind: 'social',
  recipient: '',
  given_at: person.createdAt,
  how: 'guardian',
  notice_version: 'demo-1',
  expires_on: null,
  withdrawn_at: null,
  recorded_by: scene.accountIn('intake', person.districtId).id,
})

export const groundRows = (scene: Scene): Batch[] => {
  const { consents, persons } = scene.plan
  const told = new Set(consents.map(({ personId }) => personId))
  return [
    batch('legal_ground', [
      ...consents.map((one): Ground => {
        const { districtId } = scene.person(one.personId).person
        return {
          district_id: districtId,
          id: one.id,
          person_id: one.personId,
          purpose: one.purpose,
          basis: one.basis,
          data_kind: one.dataKind,
          recipient: one.recipient ?? '',
          given_at: one.givenAt,
          how: one.how,
          notice_version: one.noticeVersion,
          expires_on: one.expiresAt?.slice(0, 10) ?? null,
          withdrawn_at: one.withdrawnAt,
          recorded_by: scene.accountIn('intake', districtId).id,
        }
      }),
      ...persons.filter(({ person }) => !told.has(person.id)).map((one) => groundOfChild(scene, one)),
    ]),
  ]
}

export type DemoCard = { readonly name: string; readonly district: string; readonly link: string; readonly pin: string }

/** In each district, one person whose pact is under way and who has a turn to come. */
const bearers = ({ plan, today, person }: Scene): PlannedPerson[] =>
  plan.districts.flatMap(({ id }) => {
    const here = plan.pacts.filter(({ pact }) => pact.districtId === id && pact.state === 'active')
    const found = here.find(({ shifts }) => shifts.some(({ day }) => day > today)) ?? here[0]
    return found ? [person(found.pact.personId)] : []
  })

/** A few cards, whose links and PINs are told once. */
export const makeCards = async (scene: Scene, baseUrl: string): Promise<{ batch: Batch; cards: DemoCard[] }> => {
  const made = await Promise.all(
    bearers(scene).map(async (one) => {
      const [token, pin] = [randomToken(16), randomDigits(6)]
      const { districtId, id } = one.person
      const row: Row<'person_card'> = {
        district_id: districtId,
        id: scene.newId(),
        person_id: id,
        token_hash: hashToken(token),
        pin_hash: await hashPassword(pin),
        issued_at: `${scene.today}T00:00:00.000Z`,
        issued_by: scene.accountIn('tutor', districtId).id,
      }
      const district = scene.plan.districts.find((place) => place.id === districtId)?.name ?? ''
      return { row, card: { name: fullName(one), district, link: `${baseUrl}/mio/${token}`, pin } }
    }),
  )
  return {
    batch: batch(
      'person_card',
      made.map(({ row }) => row),
    ),
    cards: made.map(({ card }) => card),
  }
}
