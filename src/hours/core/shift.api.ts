import { z } from 'zod'
import { endpoint, FileOut, Id } from '../../platform/core/contract.ts'
import { line } from '../../platform/core/text.ts'
import { Cover, LegalForm } from './cover.schema.ts'
import { NewShift, Shift } from './shift.schema.ts'

export const ShiftMoveName = z.enum(['confirm', 'missed', 'tellUs', 'recover', 'cancel'])
const byPact = z.object({ pactId: Id })

/** A shift with what its reader may do to it now. */
export const ShiftRow = Shift.extend({
  guestLabel: z.string(),
  legalForm: LegalForm,
  hostLabel: z.string(),
  covered: z.boolean(),
  moves: z.array(z.object({ move: ShiftMoveName, whyNot: z.string().nullable() })),
})
export type ShiftRow = z.infer<typeof ShiftRow>

/** A guest as the host sees them: name, needs, day and times, and nothing of the pact. */
export const HostedShift = z.object({
  id: Id,
  organisationId: Id,
  organisation: z.string(),
  guestLabel: z.string(),
  guestNeeds: z.string(),
  day: z.iso.date(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  minutes: z.int(),
  state: Shift.shape.state,
  covered: z.boolean(),
})
export type HostedShift = z.infer<typeof HostedShift>

/** The give-back of the text in force, as far as attendance needs it. */
export const PlannedGiveBack = z.object({
  id: Id,
  legalForm: LegalForm,
  hostOrganisationId: Id.nullable(),
  hostLabel: z.string(),
  plannedHours: z.int(),
  schedule: z.string(),
  tasks: z.string(),
  /** Covers of the signed text and those brought later. */
  covers: z.array(Cover),
})
export type PlannedGiveBack = z.infer<typeof PlannedGiveBack>

export const shiftApi = {
  ofPact: endpoint({
    name: 'hours.ofPact',
    method: 'GET',
    path: '/pacts/:pactId/shifts',
    permission: 'signedIn',
    journal: 'none',
    summary: 'The shifts of a pact by day, its give-back with covers, time given so far, and unusual weeks of a PUC',
    params: byPact,
    reply: z.object({
      pactNumber: z.string(),
      personLabel: z.string(),
      caseId: Id,
      canWrite: z.boolean(),
      giveBack: z.array(PlannedGiveBack),
      rows: z.array(ShiftRow),
      given: z.object({ minutes: z.int(), times: z.int(), days: z.array(z.iso.date()) }),
      unusualWeeks: z.array(z.object({ monday: z.iso.date(), minutes: z.int(), tooMuch: z.boolean() })),
    }),
  }),
  plan: endpoint({
    name: 'hours.plan',
    method: 'POST',
    path: '/pacts/:pactId/shifts',
    permission: 'pacts.write',
    journal: 'write',
    summary: 'Plans a shift of a give-back in force, or the same one for some weeks',
    params: byPact,
    body: NewShift.omit({ pactId: true, hostOrganisationId: true }).extend({
      guestNeeds: line(300).default(''),
      weeks: z.int().min(1).max(52).default(1),
    }),
    reply: z.object({ ids: z.array(Id) }),
  }),
  hosted: endpoint({
    name: 'hours.hosted',
    method: 'GET',
    path: '/shifts/hosted',
    permission: 'shifts.host',
    journal: 'none',
    summary: 'Who comes when, for the bodies that the reader speaks for',
    query: z.object({ from: z.iso.date(), to: z.iso.date() }),
    reply: z.object({ rows: z.array(HostedShift) }),
  }),
  move: endpoint({
    name: 'hours.move',
    method: 'POST',
    path: '/shifts/:shiftId/moves',
    permission: 'signedIn',
    journal: 'write',
    summary:
      'Says that somebody came, did not, told us, made up for it; or cancels. No cover on that day: not confirmed',
    params: z.object({ shiftId: Id }),
    body: z.object({ move: ShiftMoveName, reason: line(500).default('') }),
    reply: z.object({ state: Shift.shape.state }),
  }),
  addCover: endpoint({
    name: 'hours.addCover',
    method: 'POST',
    path: '/pacts/:pactId/covers',
    permission: 'pacts.write',
    journal: 'write',
    summary: 'Adds an insurance cover after signature; the signed text stays as it is',
    params: byPact,
    body: Cover.omit({ id: true }).extend({ giveBackId: Id }),
    reply: z.object({ id: Id }),
  }),
  register: endpoint({
    name: 'hours.register',
    method: 'GET',
    path: '/shifts/register.pdf',
    permission: 'signedIn',
    journal: 'read',
    summary: 'The attendance register of one day at one body, as an accessible PDF',
    query: z.object({ day: z.iso.date(), organisationId: Id }),
    reply: FileOut,
  }),
}
