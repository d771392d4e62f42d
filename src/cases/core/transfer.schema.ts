import { z } from 'zod'
import { PlaceOfLife } from '../../persons/core/person.schema.ts'
import { PersonEntry } from '../../persons/core/sheet.schema.ts'

export const TransferState = z.enum(['proposed', 'accepted', 'declined', 'withdrawn'])
export type TransferState = z.infer<typeof TransferState>

/** What may go beside the identity, each chosen with the person. */
export const TransferPart = z.enum(['contacts', 'languages', 'household', 'places'])
export type TransferPart = z.infer<typeof TransferPart>

/** How the person agreed, in presence. */
export const AgreedHow = z.enum(['spoken', 'signed', 'guardian'])
export type AgreedHow = z.infer<typeof AgreedHow>

export const OfferedNote = z.object({ at: z.iso.datetime(), author: z.string(), text: z.string() })
export type OfferedNote = z.infer<typeof OfferedNote>

/** All that the receiving district reads of the old file. Of a household only its name goes: its members are persons of their own. */
export const TransferOffer = z.object({
  values: PersonEntry,
  household: z.string().nullable(),
  places: z.array(PlaceOfLife),
  notes: z.array(OfferedNote),
  handOver: z.string(),
})
export type TransferOffer = z.infer<typeof TransferOffer>
