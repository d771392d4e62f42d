import type { Texts } from '../../platform/core/clash.ts'
import { OrganisationDraft, SiteDraft } from './organisation.schema.ts'

/** An organisation as its form shows it. */
export const organisationTexts = (one: OrganisationDraft): Texts => ({
  name: one.name,
  kind: one.kind,
  districtIds: [...one.districtIds].sort().join(','),
  taxCode: one.taxCode,
  runtsNumber: one.runtsNumber,
  ipaCode: one.ipaCode,
  schoolCode: one.schoolCode,
  email: one.email,
  phone: one.phone,
  whatItBrings: one.whatItBrings,
})

/** The form as the server takes it; undefined when no kind was chosen. Whether it is open is not said in the form. */
export const readOrganisation = (texts: Texts, active: boolean): OrganisationDraft | undefined => {
  const districtIds = (texts.districtIds ?? '').split(',').filter(Boolean).sort()
  const read = OrganisationDraft.safeParse({ ...texts, active, districtIds })
  return read.success ? read.data : undefined
}

/** A site as its form holds it. */
export const siteTexts = (site: SiteDraft | undefined): Texts => ({
  name: site?.name ?? '',
  address: site?.address ?? '',
  municipalityIstat: site?.municipalityIstat ?? '',
  placeKind: site?.placeKind ?? 'office',
  closed: site && !site.active ? 'yes' : '',
})

/** A site out of its form. */
export const readSite = (texts: Texts): SiteDraft | undefined => {
  const read = SiteDraft.safeParse({
    name: texts.name,
    address: texts.address,
    municipalityIstat: texts.municipalityIstat || null,
    placeKind: texts.placeKind,
    active: texts.closed !== 'yes',
  })
  return read.success ? read.data : undefined
}
