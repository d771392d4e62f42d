import { z } from 'zod'
import { Target } from '../../settings/core/settings.schema.ts'

/** A count of people, each once; null where it is hidden because it is small, or would give away one that is. */
export const People = z.int().min(0).nullable()

export const PlaceCount = z.object({ istatCode: z.string(), name: z.string(), people: People })
export type PlaceCount = z.infer<typeof PlaceCount>

export const DistrictCount = z.object({
  districtId: z.string(),
  name: z.string(),
  people: People,
  /** By municipality, and the people whose municipality is not known under the code ''. */
  places: z.array(PlaceCount),
  /** The reader works in this district with all its cases: its figures are whole. */
  whole: z.boolean(),
})
export type DistrictCount = z.infer<typeof DistrictCount>

export const Result = Target.extend({
  /** `counted`: from daily work; `notYet`: its room is not built, so there is no number. */
  state: z.enum(['counted', 'notYet']),
  actual: People,
  /** What would be reached by today on a straight line from the first to the last day; null without dates. */
  pace: z.int().nullable(),
})
export type Result = z.infer<typeof Result>

/** Of a period of whole months: people in a pact on some day of it, and those of them whose first pact was signed in it. */
export const Reached = z.object({ from: z.iso.date(), until: z.iso.date(), people: People, firstTime: People })
export type Reached = z.infer<typeof Reached>

export const Dashboard = z.object({
  programme: z.string(),
  day: z.iso.date(),
  results: z.array(Result),
  districts: z.array(DistrictCount),
  /** People found in more than one district, counted once in the programme's total. */
  overlap: People,
  /** People without enough data to be recognised elsewhere: they may be counted once per district. */
  unrecognisable: People,
  least: z.int(),
})
export type Dashboard = z.infer<typeof Dashboard>
