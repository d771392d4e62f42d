import type { Day } from '../../platform/core/day.ts'
import type { Sex } from './person.schema.ts'

/** `code` is a key of the words. */
export type FiscalCodeReading =
  | {
      readonly ok: true
      readonly normalized: string
      readonly birthDate: Day
      readonly sex: 'female' | 'male'
      readonly birthplaceCode: string
    }
  | { readonly ok: false; readonly code: FiscalCodeFault }

export type FiscalCodeFault = 'persons.fiscalCodeForm' | 'persons.fiscalCodeCheck' | 'persons.fiscalCodeDate'

/** What else is known of whoever bears the code. */
export type FiscalCodeSubject = {
  readonly familyName: string
  readonly givenName: string
  readonly birthDate: Day | null
  readonly sex: Sex
}

export type FiscalCodePart = 'familyName' | 'givenName' | 'birthDate' | 'sex'
