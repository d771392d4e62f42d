import { z } from 'zod'

/**
 * What a role may be allowed to do, coarsely; the policy of the room and the row-level policies of the database
 * then decide about the single record. A grant gives permissions in one district or, without a district, in all.
 */
export const Permission = z.enum([
  'accounts.manage',
  'settings.manage',
  'organisations.manage',
  'organisations.read',
  'outbox.read',
  'persons.register',
  'referrals.triage',
  'referrals.sendOwn',
  'antennas.manage',
  'cases.open',
  'cases.work',
  'cases.all',
  'cases.breakGlass',
  'notes.supervise',
  'pacts.write',
  'pacts.review',
  'shifts.host',
  'ties.record',
  'networks.read',
  'networks.export',
  'surveys.manage',
  'classes.teach',
  'results.read',
  'journal.read',
  'imports.run',
])
export type Permission = z.infer<typeof Permission>

/** Permissions that open every case of a district, and so are never part of a technical role. */
export const casePermissions: readonly Permission[] = ['cases.all', 'cases.work', 'cases.breakGlass', 'pacts.review']
