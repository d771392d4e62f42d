import { isIpaCode, isRuntsNumber, isSchoolCode, isTaxCode, normalizeTaxCode } from './codes.ts'
import type { OrganisationDraft, SiteDraft } from './organisation.schema.ts'

type Tidied = Omit<OrganisationDraft, 'taxCode' | 'runtsNumber' | 'ipaCode' | 'schoolCode'> & {
  readonly taxCode: string | null
  readonly runtsNumber: string | null
  readonly ipaCode: string | null
  readonly schoolCode: string | null
}

const orNone = (text: string): string | null => text || null
const closed = (text: string): string => text.replace(/\s+/g, '')

/** What is kept of a form: blanks trimmed, codes in their one form, null where there is none. */
export const tidied = (draft: OrganisationDraft): Tidied => ({
  ...draft,
  name: draft.name.trim().replace(/\s+/g, ' '),
  taxCode: orNone(normalizeTaxCode(draft.taxCode)),
  runtsNumber: orNone(closed(draft.runtsNumber)),
  ipaCode: orNone(closed(draft.ipaCode).toLowerCase()),
  schoolCode: orNone(closed(draft.schoolCode).toUpperCase()),
  email: draft.email.trim(),
  phone: draft.phone.trim(),
  districtIds: [...new Set(draft.districtIds)].sort(),
})

export type OrganisationFault = {
  readonly field: 'name' | 'taxCode' | 'runtsNumber' | 'ipaCode' | 'schoolCode' | 'email'
  readonly code:
    | 'organisations.nameMissing'
    | 'organisations.taxCodeWrong'
    | 'organisations.runtsWrong'
    | 'organisations.ipaWrong'
    | 'organisations.schoolCodeWrong'
    | 'organisations.emailWrong'
}

const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)

/** What must be mended before it can be kept, field by field; empty when all is well. */
export const faultsOf = (draft: OrganisationDraft): OrganisationFault[] => {
  const one = tidied(draft)
  const rules: readonly (readonly [boolean, OrganisationFault])[] = [
    [one.name === '', { field: 'name', code: 'organisations.nameMissing' }],
    [one.taxCode !== null && !isTaxCode(one.taxCode), { field: 'taxCode', code: 'organisations.taxCodeWrong' }],
    [
      one.runtsNumber !== null && !isRuntsNumber(one.runtsNumber),
      { field: 'runtsNumber', code: 'organisations.runtsWrong' },
    ],
    [one.ipaCode !== null && !isIpaCode(one.ipaCode), { field: 'ipaCode', code: 'organisations.ipaWrong' }],
    [
      one.schoolCode !== null && !isSchoolCode(one.schoolCode),
      { field: 'schoolCode', code: 'organisations.schoolCodeWrong' },
    ],
    [one.email !== '' && !isEmail(one.email), { field: 'email', code: 'organisations.emailWrong' }],
  ]
  return rules.flatMap(([broken, fault]) => (broken ? [fault] : []))
}

/** A place has a name, as people call it. */
export const siteFault = (site: SiteDraft): 'organisations.siteNameMissing' | undefined =>
  site.name.trim() === '' ? 'organisations.siteNameMissing' : undefined
