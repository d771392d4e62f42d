import { z } from 'zod'
import { MatchLevel, MatchReason } from '../../persons/core/match.ts'
import { Email, MunicipalityIstat, Phone, Sex } from '../../persons/core/person.schema.ts'
import { Id } from '../../platform/core/contract.ts'

/** What a column of a list may hold. */
export const ImportField = z.enum([
  'reportedOn',
  'familyName',
  'givenName',
  'sex',
  'birthDate',
  'fiscalCode',
  'municipality',
  'address',
  'phone',
  'email',
  'householdSize',
  'minors',
  'reporter',
  'reason',
  'contactPermission',
  'urgent',
])
export type ImportField = z.infer<typeof ImportField>

/** The column of each field, counted from zero; a field that is not named has no column. */
export const ImportMapping = z.partialRecord(ImportField, z.number().int().min(0).max(99))
export type ImportMapping = z.infer<typeof ImportMapping>

/** Reasons for which a row never makes a person. */
export const Refusing = z.enum([
  'totalsRow',
  'noPermission',
  'nameMissing',
  'reportDateMissing',
  'reportDateImpossible',
  'reportDateFuture',
  'municipalityUnknown',
  'municipalityElsewhere',
  'alreadyIn',
  'undecided',
  'leftOut',
  'codeTaken',
])
export type Refusing = z.infer<typeof Refusing>

/** What is told of a row that goes in all the same. */
export const Warning = z.enum([
  'formulaLeftOut',
  'tooLongLeftOut',
  'lettersLost',
  'sexUnclear',
  'birthDateImpossible',
  'birthDateFuture',
  'birthYearOnly',
  'birthCenturyGuessed',
  'fiscalCodeForm',
  'fiscalCodeCheck',
  'fiscalCodeDate',
  'fiscalCodeDisagrees',
  'fiscalCodeOfAnother',
  'municipalityMissing',
  'municipalityCorrected',
  'phoneInvalid',
  'emailInvalid',
  'householdSizeSum',
  'householdSizeUnclear',
  'minorsUnclear',
  'minorsTooMany',
  'urgentUnclear',
])
export type Warning = z.infer<typeof Warning>

/** One thing about one cell: `value` as it was written, `suggestion` what it may be instead (a human decides). */
const problem = <T extends z.ZodType<string>>(code: T) =>
  z.object({ field: ImportField.nullable(), code, value: z.string(), suggestion: z.string().optional() })

export const RefusingProblem = problem(Refusing)
export type RefusingProblem = z.infer<typeof RefusingProblem>
export const WarningProblem = problem(Warning)
export type WarningProblem = z.infer<typeof WarningProblem>

/** A referral with its person, whose permission to be contacted was given. */
export const ImportDraft = z.object({
  /** Null when the list has no such column. */
  reportedOn: z.iso.date().nullable(),
  familyName: z.string().min(1).max(80),
  givenName: z.string().min(1).max(80),
  sex: Sex,
  birthDate: z.iso.date().nullable(),
  birthYear: z.number().int().nullable(),
  fiscalCode: z.string().length(16).nullable(),
  municipalityIstat: MunicipalityIstat.nullable(),
  address: z.string().max(200).nullable(),
  phone: Phone.nullable(),
  email: Email.nullable(),
  householdSize: z.number().int().min(1).max(30).nullable(),
  minors: z.number().int().min(0).max(20).nullable(),
  reporter: z.string().max(120).nullable(),
  reason: z.string().max(2000).nullable(),
  urgent: z.boolean(),
})
export type ImportDraft = z.infer<typeof ImportDraft>

/** What may be kept of someone who gave no permission: nothing that names them, no free text. */
export const AnonymousContact = ImportDraft.pick({
  reportedOn: true,
  municipalityIstat: true,
  householdSize: true,
  minors: true,
  reporter: true,
  urgent: true,
})
export type AnonymousContact = z.infer<typeof AnonymousContact>

const Likeness = z.object({ level: MatchLevel, reasons: z.array(MatchReason).readonly() })
const WithPerson = z.object({ personId: z.string(), followed: z.boolean(), match: Likeness })
const WithLine = z.object({ line: z.number().int(), match: Likeness })
const row = { line: z.number().int(), warnings: z.array(WarningProblem).readonly() }

/** What would happen to one row; `line` is the row of the file, counted from one. */
export const PlannedRow = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('newPerson'), ...row, draft: ImportDraft }),
  /** The same person as an earlier row: one person, one more referral. */
  z.object({ verdict: z.literal('repeats'), ...row, draft: ImportDraft, of: WithLine }),
  z.object({ verdict: z.literal('existing'), ...row, draft: ImportDraft, person: WithPerson }),
  z.object({
    verdict: z.literal('compare'),
    ...row,
    draft: ImportDraft,
    withLines: z.array(WithLine).readonly(),
    withPersons: z.array(WithPerson).readonly(),
  }),
  z.object({ verdict: z.literal('anonymous'), ...row, contact: AnonymousContact }),
  z.object({ verdict: z.literal('refused'), ...row, reasons: z.array(RefusingProblem).readonly() }),
])
export type PlannedRow = z.infer<typeof PlannedRow>
export type Verdict = PlannedRow['verdict']

/** What a worker decides of a row that resembles somebody: a new person, the one of another row, one registered, or none. */
export const Decision = z.discriminatedUnion('as', [
  z.object({ line: z.int(), as: z.enum(['new', 'leaveOut']) }),
  z.object({ line: z.int(), as: z.literal('line'), sameAs: z.int() }),
  z.object({ line: z.int(), as: z.literal('person'), personId: Id }),
])
export type Decision = z.infer<typeof Decision>
