import { z } from 'zod'
import { Done, endpoint, Id } from '../../platform/core/contract.ts'
import { page } from '../../platform/core/page.ts'

/** What two bodies do together. */
export const Joint = z.enum(['people', 'activities', 'spaces', 'money', 'knowledge'])
export type Joint = z.infer<typeof Joint>

const score = z.int().min(1).max(4)

/** What a body says of another: `often` from 1 (once a year) to 4 (every week), three things of trust, three of value, 1 to 4. */
export const Said = z.strictObject({
  often: z.int().min(1).max(4),
  joint: z.array(Joint).max(5),
  trust: z.tuple([score, score, score]),
  value: z.tuple([score, score, score]),
})
export type Said = z.infer<typeof Said>

const Mean = z.number().nullable()

/** A body in one survey. Scores are means of three voices or more, else null. */
export const SurveyBody = z.object({
  id: Id,
  name: z.string(),
  kind: z.string(),
  invited: z.boolean(),
  answered: z.boolean(),
  /** How many bodies named it, and how many it named. */
  named: z.int(),
  names: z.int(),
  trust: Mean,
  value: Mean,
})
export type SurveyBody = z.infer<typeof SurveyBody>

/** Two bodies, told and seen side by side. `pacts` is null when they are fewer than may be told. */
export const BodyPair = z.object({
  a: Id,
  b: Id,
  told: z.enum(['both', 'one', 'none']),
  /** The more frequent of the two answers. */
  often: z.int().nullable(),
  seen: z.boolean(),
  pacts: z.int().nullable(),
})
export type BodyPair = z.infer<typeof BodyPair>

/** Figures of one survey: density and reciprocity from 0 to 1, null where they mean nothing. */
export const SurveyFigures = z.object({
  year: z.int(),
  invited: z.int(),
  answered: z.int(),
  pairs: z.int(),
  density: Mean,
  reciprocity: Mean,
  alone: z.int(),
  trust: Mean,
  value: Mean,
})
export type SurveyFigures = z.infer<typeof SurveyFigures>

export const Survey = z.object({
  id: Id,
  districtId: Id,
  year: z.int(),
  openedOn: z.iso.date(),
  closesOn: z.iso.date(),
  isOpen: z.boolean(),
  figures: SurveyFigures,
  bodies: z.array(SurveyBody),
  pairs: z.array(BodyPair),
})
export type Survey = z.infer<typeof Survey>

const byDistrict = z.object({ districtId: Id })
const bySurvey = z.object({ surveyId: Id })

export const surveyApi = {
  waves: endpoint({
    name: 'ties.surveys',
    method: 'GET',
    path: '/districts/:districtId/body-surveys',
    permission: 'networks.read',
    journal: 'none',
    summary: 'The yearly surveys among the bodies of a district, with their figures, the newest first',
    params: byDistrict,
    reply: z.object({
      rows: z.array(SurveyFigures.extend({ id: Id, isOpen: z.boolean() })),
      canAsk: z.boolean(),
      /** Bodies of the district that could be asked. */
      bodies: z.int(),
    }),
  }),
  open: endpoint({
    name: 'ties.survey',
    method: 'GET',
    path: '/body-surveys/:surveyId',
    permission: 'networks.read',
    journal: 'none',
    summary: 'One survey: bodies, and pairs as they were told and as they are seen at work',
    params: bySurvey,
    reply: Survey,
  }),
  ask: endpoint({
    name: 'ties.askBodies',
    method: 'POST',
    path: '/districts/:districtId/body-surveys',
    permission: 'surveys.manage',
    journal: 'write',
    summary: 'Opens the survey of a year and writes to every active body of the district that has an address',
    params: byDistrict,
    body: z.object({ year: z.int().min(2020).max(2100), closesOn: z.iso.date() }),
    reply: z.object({ id: Id, invited: z.int(), written: z.int() }),
  }),
  link: endpoint({
    name: 'ties.surveyLink',
    method: 'POST',
    path: '/body-surveys/:surveyId/links/:organisationId',
    permission: 'surveys.manage',
    journal: 'write',
    summary: 'A new link for one body, to hand over; the one before opens nothing any more',
    params: bySurvey.extend({ organisationId: Id }),
    reply: z.object({ link: z.string() }),
  }),
  close: endpoint({
    name: 'ties.closeSurvey',
    method: 'POST',
    path: '/body-surveys/:surveyId/close',
    permission: 'surveys.manage',
    journal: 'write',
    summary: 'Closes a survey: its links open nothing any more',
    params: bySurvey,
    reply: Done,
  }),
}

// a link that lost its tail in a mail opens the page that says where to get another
const byToken = z.object({ token: z.string().max(200) })
const nothing = z.object({})
const form = z.record(z.string().max(20), z.union([z.string().max(60), z.array(z.string().max(60)).max(10)]))

export const surveyPages = {
  start: page({
    name: 'ties.surveyPage',
    method: 'GET',
    path: '/questionario/:token',
    access: 'public',
    journal: 'none',
    params: byToken,
    query: z.object({ detto: z.string().max(60).optional(), tolto: z.string().max(60).optional() }),
    body: nothing,
  }),
  finish: page({
    name: 'ties.finishSurvey',
    method: 'POST',
    path: '/questionario/:token',
    access: 'public',
    journal: 'write',
    params: byToken,
    query: nothing,
    body: nothing,
  }),
  body: page({
    name: 'ties.surveyBody',
    method: 'GET',
    path: '/questionario/:token/:organisationId',
    access: 'public',
    journal: 'none',
    params: byToken.extend({ organisationId: Id }),
    query: nothing,
    body: nothing,
  }),
  say: page({
    name: 'ties.saySurvey',
    method: 'POST',
    path: '/questionario/:token/:organisationId',
    access: 'public',
    journal: 'write',
    params: byToken.extend({ organisationId: Id }),
    query: nothing,
    body: form,
  }),
}
