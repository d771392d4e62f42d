import { isDone } from '../../platform/core/contract.ts'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { allMunicipalities } from '../../settings/server/settings.door.ts'
import { mayChange, mayMove } from '../core/organisation.policy.ts'
import type { OrganisationDraft, OrganisationSheet, SiteDraft } from '../core/organisation.schema.ts'
import { faultsOf, siteFault, tidied } from '../core/organisation.ts'
import * as store from './organisation.store.ts'

export const openOrganisation = async (tx: Tx, id: string): Promise<Outcome<OrganisationSheet>> => {
  const found = await store.findOrganisation(tx, id)
  if (!found) return unknown()
  return done({
    ...found,
    taxCode: found.taxCode ?? '',
    runtsNumber: found.runtsNumber ?? '',
    ipaCode: found.ipaCode ?? '',
    schoolCode: found.schoolCode ?? '',
    sites: await store.listSites(tx, id),
    mayChange: mayChange(tx.actor, found.districtIds),
  })
}

type Kept = ReturnType<typeof tidied>

/** The form in the shape that is kept, or the first thing that stands in the way. */
const readDraft = async (
  tx: Tx,
  draft: OrganisationDraft,
  id: string,
  before: readonly string[],
): Promise<Outcome<Kept>> => {
  const [fault] = faultsOf(draft)
  if (fault) return refuse('invalid', fault.code, { field: fault.field })
  const one = tidied(draft)
  if (one.districtIds.some((districtId) => !tx.districts.includes(districtId)))
    return refuse('invalid', 'organisations.noSuchPlace', { field: 'districtIds' })
  if (!mayMove(tx.actor, before, one.districtIds)) return refuse('forbidden', 'organisations.notYours')
  const other = one.taxCode === null ? undefined : await store.holdTaxCode(tx, one.taxCode, id)
  return other ? refuse('conflict', 'organisations.sameTaxCode', { ...other, field: 'taxCode' }) : done(one)
}

export const createOrganisation = async (tx: Tx, draft: OrganisationDraft): Promise<Outcome<{ id: string }>> => {
  const id = tx.newId()
  const read = await readDraft(tx, draft, id, [])
  if (!read.ok) return read
  await store.insertOrganisation(tx, id, read.value)
  await writeJournal(tx, {
    act: 'organisations.create',
    subject: { kind: 'organisation', id },
    changed: read.value,
  })
  return done({ id })
}

export const changeOrganisation = async (
  tx: Tx,
  id: string,
  { version, ...draft }: OrganisationDraft & { version: number },
): Promise<Outcome<{ version: number }>> => {
  const found = await store.findOrganisation(tx, id)
  if (!found) return unknown()
  if (!mayChange(tx.actor, found.districtIds)) return refuse('forbidden', 'organisations.notYours')
  if (found.version !== version) return refuse('conflict', 'platform.changedMeanwhile')
  const read = await readDraft(tx, draft, id, found.districtIds)
  if (!read.ok) return read
  if (!(await store.saveOrganisation(tx, id, read.value, version)))
    return refuse('conflict', 'platform.changedMeanwhile')
  const changed = Object.entries(read.value).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(found[field as keyof Kept]),
  )
  await writeJournal(tx, {
    act: 'organisations.change',
    subject: { kind: 'organisation', id },
    changed: Object.fromEntries(changed),
  })
  return done({ version: version + 1 })
}

/** Whether the organisation is there and the actor may give it this site. */
const readSite = async (tx: Tx, organisationId: string, site: SiteDraft): Promise<Outcome<SiteDraft>> => {
  const found = await store.findOrganisation(tx, organisationId)
  if (!found) return unknown()
  if (!mayChange(tx.actor, found.districtIds)) return refuse('forbidden', 'organisations.notYours')
  const fault = siteFault(site)
  if (fault) return refuse('invalid', fault, { field: 'name' })
  const { municipalityIstat: istat } = site
  if (istat !== null && !(await allMunicipalities(tx)).some(({ istatCode }) => istatCode === istat))
    return refuse('invalid', 'organisations.noSuchPlace', { field: 'municipalityIstat' })
  return done(site)
}

export const addSite = async (tx: Tx, organisationId: string, site: SiteDraft): Promise<Outcome<{ id: string }>> => {
  const read = await readSite(tx, organisationId, site)
  if (!read.ok) return read
  const id = tx.newId()
  await store.insertSite(tx, { id, organisationId }, site)
  await writeJournal(tx, { act: 'organisations.addSite', subject: { kind: 'site', id }, changed: site })
  return done({ id })
}

export const changeSite = async (
  tx: Tx,
  ids: { id: string; organisationId: string },
  { version, ...site }: SiteDraft & { version?: number | undefined },
): Promise<Outcome<typeof isDone>> => {
  const read = await readSite(tx, ids.organisationId, site)
  if (!read.ok) return read
  if (!(await store.listSites(tx, ids.organisationId)).some(({ id }) => id === ids.id)) return unknown()
  if (!(await store.saveSite(tx, { ...ids, version }, site))) return refuse('conflict', 'platform.changedMeanwhile')
  await writeJournal(tx, { act: 'organisations.changeSite', subject: { kind: 'site', id: ids.id }, changed: site })
  return done(isDone)
}
