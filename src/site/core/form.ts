import { readMunicipality } from '../../outreach/core/import.values.ts'
import {
  AgeBand,
  CallTime,
  type ContactPermission,
  Living,
  type ReferralKind,
  type Said,
  type Seen,
  textAtMost,
} from '../../outreach/core/referral.schema.ts'
import { Email } from '../../persons/core/person.schema.ts'
import type { Params } from '../../platform/core/words.ts'

/** The three public forms: for oneself, out of worry, and an antenna's. */
export type FormKind = 'forMe' | 'worried' | 'antenna'

/** What was typed, cleaned only so that it can be shown again. */
export type Typed = {
  readonly text: string
  readonly town: string
  readonly age: string
  readonly living: string
  readonly signs: readonly string[]
  readonly name: string
  readonly phone: string
  readonly email: string
  readonly times: readonly string[]
  readonly knows: string
  readonly urgent: string
  readonly permission: string
  /** Set once the reader was warned that an illness seems to be named. */
  readonly warned: string
}
export type FieldFault = { readonly field: keyof Typed; readonly key: FaultKey; readonly params?: Params }
export type FaultKey =
  | 'site.error.text'
  | 'site.error.textLong'
  | 'site.error.town'
  | 'site.error.townUnknown'
  | 'site.error.permission'
  | 'site.error.permission.antenna'
  | 'site.error.contact'
  | 'site.error.phone'
  | 'site.error.phoneShort'
  | 'site.error.email'

// Control characters, and those that turn the direction of a text, could hide what is written.
const hidden = /[\p{Cc}\p{Cs}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu

const clean = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(hidden, (sign) => (sign === '\n' ? sign : ''))
const one = (value: unknown, max: number): string =>
  typeof value === 'string' ? clean(value).replace(/\n/g, ' ').slice(0, max).trim() : ''
const many = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === 'string').slice(0, 30)

/** Reads a posted form; anything unexpected is empty. A text too long is kept as far as it can be shown. */
export const typedOf = (body: Readonly<Record<string, unknown>>): Typed => ({
  text:
    typeof body.text === 'string'
      ? clean(body.text)
          .slice(0, textAtMost * 4)
          .trim()
      : '',
  town: one(body.town, 80),
  age: one(body.age, 10),
  living: one(body.living, 20),
  signs: many(body.signs),
  name: one(body.name, 80),
  phone: one(body.phone, 40),
  email: one(body.email, 254),
  times: many(body.times),
  knows: one(body.knows, 3),
  urgent: one(body.urgent, 3),
  permission: one(body.permission, 10),
  warned: one(body.warned, 3),
})

export type Town = { readonly istat: string; readonly name: string }

const textFaults = ({ text }: Typed): FieldFault[] => {
  if (text.length < 3) return [{ field: 'text', key: 'site.error.text' }]
  const count = text.length - textAtMost
  return count > 0 ? [{ field: 'text', key: 'site.error.textLong', params: { count } }] : []
}

const townFaults = ({ town }: Typed, towns: readonly Town[]): FieldFault[] => {
  if (town === '') return [{ field: 'town', key: 'site.error.town' }]
  return readMunicipality(town, towns).kind === 'unknown'
    ? [{ field: 'town', key: 'site.error.townUnknown', params: { town } }]
    : []
}

/** Digits of the shortest number that can be called in Italy, without the prefix of the country. */
const phoneDigits = 9

const phoneFaults = ({ phone }: Typed): FieldFault[] => {
  if (phone === '') return []
  const digits = phone.replace(/^(\+|00)39/, '').replace(/\D/g, '')
  if (/\p{L}/u.test(phone) || digits.length > 14) return [{ field: 'phone', key: 'site.error.phone' }]
  const count = phoneDigits - digits.length
  return count > 0 ? [{ field: 'phone', key: 'site.error.phoneShort', params: { count } }] : []
}

const emailFaults = ({ email }: Typed): FieldFault[] =>
  email === '' || Email.safeParse(email).success ? [] : [{ field: 'email', key: 'site.error.email' }]

const noPermission = (kind: FormKind): FaultKey =>
  kind === 'antenna' ? 'site.error.permission.antenna' : 'site.error.permission'

const contactFaults = (kind: FormKind, typed: Typed): FieldFault[] => {
  const { permission, phone, email } = typed
  if (!permissionsOf(kind).includes(permission))
    return [{ field: 'permission', key: noPermission(kind) }, ...phoneFaults(typed), ...emailFaults(typed)]
  if (permission === 'no') return []
  const isKnown = kind === 'antenna' && permission === 'sender'
  if (phone === '' && email === '' && !isKnown) return [{ field: 'phone', key: 'site.error.contact' }]
  return [...phoneFaults(typed), ...emailFaults(typed)]
}

/** Whom the form lets us contact; 'no' keeps only an anonymous contact. */
export const permissionsOf = (kind: FormKind): readonly string[] =>
  kind === 'forMe' ? ['person', 'no'] : kind === 'worried' ? ['sender', 'no'] : ['person', 'sender', 'no']

/** Everything to mend, in the order of the page. */
export const faultsOf = (kind: FormKind, typed: Typed, towns: readonly Town[]): FieldFault[] => [
  ...textFaults(typed),
  ...townFaults(typed, towns),
  ...contactFaults(kind, typed),
]

const illnesses =
  /\b(diagnos\p{L}*|depress\p{L}*|schizofren\p{L}*|bipolar\p{L}*|psicos\p{L}*|psichiatr\p{L}*|psychiatr\p{L}*|tumor\p{L}*|cancro|cancer|leucem\p{L}*|alzheimer|parkinson|demenza|dementia|hiv|aids|epatite|diabet\p{L}*|epiless\p{L}*|autis\p{L}*|alcolis\p{L}*|tossicodipenden\p{L}*|invalid\p{L}*)\b/iu

/** The word of a text that seems to name an illness; null when there is none. */
export const illnessIn = (text: string): string | null => illnesses.exec(text)?.[0] ?? null

const inList = <T extends string>(list: readonly T[], values: readonly string[]): T[] =>
  list.filter((item) => values.includes(item))

export type ReadForm = {
  readonly seen: Seen
  readonly said: Said
  readonly permission: Omit<ContactPermission, 'words'> | null
}

/** A form without faults, as the outreach takes it; `signs` are the codes that the form offers. */
export const callOf = (
  kind: FormKind,
  typed: Typed,
  { towns, signs }: { readonly towns: readonly Town[]; readonly signs: readonly string[] },
): ReadForm => {
  const found = readMunicipality(typed.town, towns)
  const about: ReferralKind = kind === 'forMe' ? 'forMe' : 'worried'
  const channel = kind === 'forMe' ? 'self' : kind === 'worried' ? 'neighbour' : 'antenna'
  return {
    seen: {
      kind: about,
      channel,
      municipalityIstat: found.kind === 'unknown' ? '' : found.istat,
      ageBand: AgeBand.catch('unknown').parse(typed.age),
      living: Living.catch('unknown').parse(typed.living),
      signs: inList(signs, typed.signs),
      urgent: typed.urgent === 'yes',
      knownToServices: 'unknown',
    },
    said: {
      text: typed.text,
      personName: typed.permission === 'person' ? typed.name : '',
      senderName: typed.permission === 'sender' ? typed.name : '',
      phone: typed.phone,
      email: typed.email,
      callTimes: inList(CallTime.options, typed.times),
      place: '',
      personKnows: kind === 'forMe' ? true : typed.permission === 'person' ? true : typed.knows === 'yes',
    },
    permission: permissionOf(kind, typed.permission),
  }
}

const permissionOf = (kind: FormKind, permission: string): ReadForm['permission'] => {
  if (permission === 'sender') return { of: 'sender', how: 'form' }
  if (permission !== 'person') return null
  return { of: 'person', how: kind === 'antenna' ? 'throughSender' : 'form' }
}
