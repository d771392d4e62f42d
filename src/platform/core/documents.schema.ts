import { z } from 'zod'
import { Language } from './words.ts'

const line = z.string().trim().max(1000)
const prose = z.string().trim().max(20_000)
const Day = z.iso.date()
const Instant = z.iso.datetime()

/** What every printed document is told: its language, the moment it is dated with, programme and district. */
const Paper = z.object({ language: Language, at: Instant, programme: line, district: line })

/** Icons that a plain pact can show beside a commitment; a word always stands beside them. */
export const PlainIcon = z.enum([
  'hand',
  'home',
  'school',
  'talk',
  'work',
  'money',
  'health',
  'food',
  'family',
  'travel',
  'calendar',
  'paper',
])
export type PlainIcon = z.infer<typeof PlainIcon>

export const Side = z.enum(['person', 'services', 'community'])
export type Side = z.infer<typeof Side>

export const SignatureMethod = z.enum(['drawn', 'code', 'paper'])

/** `image`: PNG in base64, at most 400 kB; `at` null while the signature is still awaited. */
export const PaperSignature = z.object({
  name: line,
  role: line,
  method: SignatureMethod.nullable(),
  at: Instant.nullable(),
  image: z.base64().max(400_000).optional(),
})

/** The whole pact. Names of catalogues (kind, area, legal form, funding) arrive already in the reader's language. */
export const PactPaper = Paper.extend({
  number: line,
  version: z.int().min(1),
  versionReason: prose.optional(),
  kind: line,
  draft: z.boolean(),
  person: z.object({ name: line, birthDate: Day.optional(), municipality: line.optional() }),
  household: z.array(line).max(200),
  parties: z.array(z.object({ name: line, role: line, body: line.optional() })).max(200),
  from: Day.nullable(),
  to: Day.nullable(),
  reviewEveryDays: z.int().positive().optional(),
  goals: z
    .array(
      z.object({
        words: prose,
        area: line,
        result: prose.optional(),
        steps: z.array(z.object({ text: prose, due: Day.nullable() })).max(200),
      }),
    )
    .max(200),
  commitments: z
    .array(z.object({ side: Side, text: prose, owner: line, measure: line.optional(), due: Day.nullable() }))
    .max(500),
  /** `cost` in euro cents. */
  supports: z
    .array(
      z.object({
        name: line,
        provider: line,
        quantity: line,
        cost: z.int().min(0).nullable(),
        funding: line.optional(),
      }),
    )
    .max(200),
  giveBack: z
    .array(
      z.object({
        activity: prose,
        legalForm: line,
        host: line,
        hours: z.number().min(0).nullable(),
        schedule: line.optional(),
        cover: z.object({ policy: line, from: Day, to: Day }).nullable(),
      }),
    )
    .max(200),
  /** Replace the fixed texts with the district's own. */
  ifNotKept: prose.optional(),
  privacy: prose.optional(),
  signatures: z.array(PaperSignature).max(200),
  /** SHA-256 of the canonical content, 64 hexadecimal digits; null for a draft. */
  fingerprint: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
})
export type PactPaper = z.infer<typeof PactPaper>

const PlainLine = z.object({ icon: PlainIcon, text: prose, when: line.optional() })

/** One page in plain words; commitments speak in the first person. `link` becomes a QR code. */
export const PlainPactPaper = Paper.extend({
  name: line,
  number: line,
  goal: prose.optional(),
  person: z.array(PlainLine).max(200),
  services: z.array(PlainLine).max(200),
  community: z.array(PlainLine).max(200),
  next: z.object({ at: Instant, place: line, withWhom: line }).nullable(),
  call: z.object({ name: line, role: line.optional(), phone: line, hours: line.optional() }),
  link: z.url().max(500).optional(),
})
export type PlainPactPaper = z.infer<typeof PlainPactPaper>

/** The card with which a person opens their own page. Without `pin` the card has a place to write it by hand. */
export const PersonCardPaper = Paper.extend({
  initials: z.string().trim().min(1).max(6),
  link: z.url().max(500),
  pin: z
    .string()
    .regex(/^[0-9]{4,8}$/)
    .optional(),
  call: z.object({ name: line, phone: line }),
})
export type PersonCardPaper = z.infer<typeof PersonCardPaper>

export const SigningSlipPaper = Paper.extend({
  name: line,
  number: line,
  version: z.int().min(1),
  code: z.string().regex(/^[0-9A-Z-]{4,12}$/),
  expires: Instant,
  link: z.url().max(500).optional(),
})
export type SigningSlipPaper = z.infer<typeof SigningSlipPaper>

/** One meeting's register; `blank` adds empty rows. Names and empty rows together: at most 36, one A4. */
export const RegisterPaper = Paper.extend({
  title: line,
  place: line,
  from: Instant,
  to: Instant,
  leader: line,
  rows: z.array(z.object({ name: line, note: line.optional() })).max(36),
  blank: z.int().min(0).max(36),
}).refine((sheet) => sheet.rows.length + sheet.blank <= 36, { path: ['blank'] })
export type RegisterPaper = z.infer<typeof RegisterPaper>
