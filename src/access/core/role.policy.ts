import { casePermissions, type Permission } from '../../platform/core/permission.ts'

/** Permissions that run the system. */
export const technicalPermissions: readonly Permission[] = ['accounts.manage', 'settings.manage']

/** What a technical role never holds: whoever keeps the system neither opens a case nor reads who opened one. */
export const closedToTechnical: readonly Permission[] = [...casePermissions, 'notes.supervise', 'journal.read']

/** The permissions that make this set impossible; empty when it may stand. */
export const clashesIn = (permissions: readonly Permission[]): readonly Permission[] =>
  permissions.some((one) => technicalPermissions.includes(one))
    ? permissions.filter((one) => closedToTechnical.includes(one))
    : []

export type Scope = 'programme' | 'district' | 'organisation'
type Place = { readonly districtId: string | null; readonly organisationId: string | null }

/**
 * Where a role may be held: a role of the programme nowhere in particular, one of a body for a body, one of a district
 * in a district or, said on purpose, in all of them (null).
 */
export const fitsScope = (scope: Scope, { districtId, organisationId }: Place): boolean => {
  if (scope === 'programme') return districtId === null && organisationId === null
  return scope !== 'organisation' || organisationId !== null
}
