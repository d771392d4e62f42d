import type { Day } from '../../platform/core/day.ts'
import type { FiscalCodePart, FiscalCodeReading, FiscalCodeSubject } from '../core/fiscalCodeReading.ts'
import { disagreements, readFiscalCode } from './fiscalCode.ts'
import { readPhone } from './phone.ts'

export type IdentityReaders = {
  readonly checkFiscalCode: (text: string) => FiscalCodeReading
  readonly fiscalCodeDisagreements: (normalized: string, subject: FiscalCodeSubject) => readonly FiscalCodePart[]
  readonly readPhone: (text: string) => string | null
}

/** The readers of codice fiscale and phone that other rooms use, as things stand on a day. */
export const identityReaders = (today: Day): IdentityReaders => ({
  checkFiscalCode: (text) => readFiscalCode(text, today),
  fiscalCodeDisagreements: disagreements,
  readPhone,
})
