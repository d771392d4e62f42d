import { z } from 'zod'
import { Done, endpoint, Id } from '../../platform/core/contract.ts'
import { prose } from '../../platform/core/text.ts'
import { AssessedArea, Assessment } from './assessment.schema.ts'
import { byCase } from './case.api.ts'
import { NoteKind } from './note.schema.ts'

const noteText = prose(8000).min(1)

export const noteApi = {
  write: endpoint({
    name: 'cases.writeNote',
    method: 'POST',
    path: '/cases/:caseId/notes',
    permission: 'signedIn',
    journal: 'write',
    summary: 'Writes a note: shared with the person, professional, or sealed',
    params: byCase,
    body: z.object({ kind: NoteKind, isHealth: z.boolean().default(false), text: noteText }),
    reply: z.object({ id: Id }),
  }),
  correct: endpoint({
    name: 'cases.correctNote',
    method: 'POST',
    path: '/cases/:caseId/notes/:noteId/correction',
    permission: 'signedIn',
    journal: 'write',
    summary: 'Corrects one’s own note; the earlier wording stays below it',
    params: byCase.extend({ noteId: Id }),
    body: z.object({ isHealth: z.boolean().default(false), text: noteText }),
    reply: z.object({ id: Id }),
  }),
}

/** `version` is the one that was read: two who write at once meet here. */
export const AssessmentSheet = Assessment.extend({ version: z.int(), canWrite: z.boolean() })
export type AssessmentSheet = z.infer<typeof AssessmentSheet>
const byAssessment = byCase.extend({ assessmentId: Id })

export const assessmentApi = {
  latest: endpoint({
    name: 'cases.assessment',
    method: 'GET',
    path: '/cases/:caseId/assessment',
    permission: 'signedIn',
    journal: 'read',
    summary: 'The latest assessment: needs and what the person can bring, domain by domain; null when there is none',
    params: byCase,
    reply: z.object({ assessment: AssessmentSheet.nullable() }),
  }),
  start: endpoint({
    name: 'cases.startAssessment',
    method: 'POST',
    path: '/cases/:caseId/assessments',
    permission: 'signedIn',
    journal: 'write',
    summary: 'Begins a new assessment; it starts from what the last one says',
    params: byCase,
    reply: z.object({ id: Id }),
  }),
  save: endpoint({
    name: 'cases.saveAssessment',
    method: 'PUT',
    path: '/cases/:caseId/assessments/:assessmentId',
    permission: 'signedIn',
    journal: 'write',
    summary: 'Saves a draft, complete or not',
    params: byAssessment,
    body: z.object({ version: z.int(), areas: z.array(AssessedArea).max(7) }),
    reply: z.object({ version: z.int() }),
  }),
  close: endpoint({
    name: 'cases.closeAssessment',
    method: 'POST',
    path: '/cases/:caseId/assessments/:assessmentId/close',
    permission: 'signedIn',
    journal: 'write',
    summary: 'Closes it; one with needs only is refused',
    params: byAssessment,
    body: z.object({ version: z.int() }),
    reply: z.object({ version: z.int() }),
  }),
  agree: endpoint({
    name: 'cases.agreeAssessment',
    method: 'POST',
    path: '/cases/:caseId/assessments/:assessmentId/agreement',
    permission: 'signedIn',
    journal: 'write',
    summary: 'Records the day on which the person read it and agreed',
    params: byAssessment,
    body: z.object({ on: z.iso.date() }),
    reply: Done,
  }),
}
