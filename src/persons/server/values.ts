import type { Day } from '../../platform/core/day.ts'
import { done, type Outcome, refuse } from '../../platform/core/refusal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { allMunicipalities } from '../../settings/server/settings.door.ts'
import { tidyName } from '../core/name.ts'
import type { CodeReading } from '../core/person.api.ts'
import type { PersonValues } from '../core/sheet.schema.ts'
import { disagreements, placeOfBirth, readFiscalCode } from './fiscalCode.ts'
import { readPhone } from './phone.ts'

type On = { readonly today: Day; readonly isTown: (istatCode: string) => boolean }

const faultOf = ({ today, isTown }: On, values: PersonValues): string | undefined => {
  if (values.birthDate && values.birthDate > today) return 'persons.bornLater'
  if (values.birthDate && values.birthDate < '1890-01-01') return 'persons.bornLongAgo'
  const { municipalityIstat } = values
  if (municipalityIstat && !isTown(municipalityIstat)) return 'persons.noSuchMunicipality'
  return undefined
}

/** The towns that a sheet may name, asked for once. */
export const readingOn = async (tx: Tx): Promise<On> => {
  const towns = new Set((await allMunicipalities(tx)).map(({ istatCode }) => istatCode))
  return { today: tx.today, isTown: (istatCode) => towns.has(istatCode) }
}

/** What was written, as it is kept: names tidied, phones in E.164, the codice fiscale checked; refused with the field. */
export const readValues = async (tx: Tx, given: PersonValues): Promise<Outcome<PersonValues>> =>
  readValuesOn(await readingOn(tx), given)

/** As `readValues`, for many one after the other. */
export const readValuesOn = (on: On, given: PersonValues): Outcome<PersonValues> => {
  const phones = given.phones.map(readPhone)
  if (phones.includes(null)) return refuse('invalid', 'persons.phoneForm', { field: 'phones' })
  const code = given.codiceFiscale ? readFiscalCode(given.codiceFiscale, on.today) : null
  if (code && !code.ok) return refuse('invalid', code.code, { field: 'codiceFiscale' })
  const fault = faultOf(on, given)
  if (fault)
    return refuse('invalid', fault, { field: fault.endsWith('Municipality') ? 'municipalityIstat' : 'birthDate' })
  return done({
    ...given,
    familyName: tidyName(given.familyName),
    givenName: tidyName(given.givenName),
    calledName: given.calledName || null,
    birthYear: given.birthDate ? Number(given.birthDate.slice(0, 4)) : given.birthYear,
    codiceFiscale: code ? code.normalized : null,
    phones: [...new Set(phones.filter((phone) => phone !== null))],
    emails: [...new Set(given.emails.map((email) => email.toLowerCase()))],
  })
}

/** What the codice fiscale says beside what is being written; nothing is refused here. */
export const readCode = async (tx: Tx, text: string, values: PersonValues): Promise<CodeReading> => {
  const nothing = { birthDate: null, sex: null, birthplace: null, birthplaceCode: null, differs: [] }
  const code = readFiscalCode(text, tx.today)
  if (!code.ok) return { fault: code.code, ...nothing }
  const place = await placeOfBirth(code.birthplaceCode)
  const named = values.familyName !== '' && values.givenName !== ''
  return {
    fault: place ? null : 'persons.fiscalCodePlace',
    birthDate: code.birthDate,
    sex: code.sex,
    birthplace: place?.name ?? null,
    birthplaceCode: code.birthplaceCode,
    differs: named ? disagreements(code.normalized, values) : [],
  }
}
