import { isDone } from '../../platform/core/contract.ts'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { compareConfigurations, type Difference } from '../core/configuration.ts'
import type { Legame } from '../core/legame.schema.ts'
import { nextLegame } from '../core/legame.ts'
import type {
  CatalogueItem,
  Configuration,
  District,
  MeasuringPlan,
  Opened,
  Programme,
  Target,
  Versioned,
} from '../core/settings.schema.ts'
import { addLegame, listLegame } from './legame.store.ts'
import * as store from './settings.store.ts'

const nobody = '00000000-0000-0000-0000-000000000000'
const changedMeanwhile = (): Outcome<never> => refuse('conflict', 'platform.changedMeanwhile')
const next = (version: number | undefined): number => (version ?? 0) + 1

export const changeProgramme = async (
  tx: Tx,
  { version, ...programme }: Programme & { version: number },
): Promise<Outcome<{ version: number }>> => {
  if (programme.startsOn && programme.endsOn && programme.endsOn < programme.startsOn)
    return refuse('invalid', 'settings.endsBeforeStart')
  if (!(await store.saveProgramme(tx, programme, version))) return refuse('conflict', 'platform.changedMeanwhile')
  await writeJournal(tx, {
    act: 'settings.changeProgramme',
    subject: { kind: 'programme', id: nobody },
    changed: programme,
  })
  return done({ version: version + 1 })
}

export const saveDistrict = async (
  tx: Tx,
  code: string,
  { version, ...given }: Omit<District, 'id' | 'code'> & Opened,
): Promise<Outcome<Versioned<District>>> => {
  const known = (await store.listDistricts(tx)).find((one) => one.code === code)
  const district = { ...given, code, id: known?.id ?? tx.newId() }
  if (!(await store.saveDistrict(tx, district, version))) return changedMeanwhile()
  await writeJournal(tx, {
    act: 'settings.saveDistrict',
    subject: { kind: 'district', id: district.id },
    changed: given,
  })
  return done({ ...district, version: next(version ?? known?.version) })
}

export const saveCatalogueItem = async (
  tx: Tx,
  place: Pick<CatalogueItem, 'kind' | 'code'>,
  { version, ...given }: Omit<CatalogueItem, 'id' | 'kind' | 'code'> & Opened,
): Promise<Outcome<Versioned<CatalogueItem>>> => {
  const known = (await store.listCatalogue(tx, place.kind)).find(({ code }) => code === place.code)
  const item = { ...place, ...given, id: known?.id ?? tx.newId() }
  if (!(await store.saveCatalogueItems(tx, [item], version))) return changedMeanwhile()
  await writeJournal(tx, {
    act: 'settings.saveCatalogueItem',
    subject: { kind: 'catalogueItem', id: item.id },
    changed: given,
  })
  return done({ ...item, version: next(version ?? known?.version) })
}

export const saveTarget = async (
  tx: Tx,
  code: string,
  { version, ...given }: Omit<Target, 'code'> & Opened,
): Promise<Outcome<Versioned<Target>>> => {
  const known = (await store.listTargets(tx)).find((one) => one.code === code)
  const target = { ...given, code }
  if (!(await store.saveTargets(tx, [target], version))) return changedMeanwhile()
  await writeJournal(tx, { act: 'settings.saveTarget', subject: { kind: 'target', id: nobody }, changed: target })
  return done({ ...target, version: next(version ?? known?.version) })
}

export const moveMunicipality = async (
  tx: Tx,
  istatCode: string,
  code: string | null,
): Promise<Outcome<typeof isDone>> => {
  const district = code === null ? null : (await store.listDistricts(tx)).find((one) => one.code === code)
  if (district === undefined) return refuse('invalid', 'settings.noSuchDistrict')
  if (!(await store.putMunicipality(tx, istatCode, district?.id ?? null))) return unknown()
  await writeJournal(tx, {
    act: 'settings.moveMunicipality',
    subject: { kind: 'municipality', id: nobody },
    changed: { istatCode, code },
  })
  return done(isDone)
}

type Said = Omit<Legame, 'fromDay'>
const inOrder = ({ months, namedByPerson, leftOut, bonding, linking, linkingBodies, textIt, textEn }: Said): Said => ({
  ...{ months, namedByPerson, leftOut, bonding, linking, linkingBodies, textIt, textEn },
})

/** What counts as a legame by its newest version. */
const legameNow = async (tx: Tx): Promise<Pick<Configuration, 'legame'>> => {
  const [newest] = await listLegame(tx)
  if (!newest) return {}
  return { legame: inOrder(newest) }
}

/** A definition that says something else is the next version; it holds from today, or from when the newest begins to. */
const takeLegame = async (tx: Tx, { legame }: Configuration): Promise<Outcome<unknown>> => {
  const versions = await listLegame(tx)
  const [newest] = versions
  if (!legame || !newest) return done(null)
  const { bonding = newest.bonding, linking = newest.linking, linkingBodies = newest.linkingBodies } = legame
  const said = inOrder({ ...legame, bonding, linking, linkingBodies })
  if (JSON.stringify(said) === JSON.stringify(inOrder(newest))) return done(null)
  const given = { ...said, fromDay: [tx.today, versions[0]?.fromDay ?? tx.today].sort()[1] ?? tx.today }
  const next = nextLegame(versions, given)
  if (!next.ok) return next
  return (await addLegame(tx, given, next.value)) ? next : changedMeanwhile()
}

/** The plan of measures, kept by a room above: how to read it, and how to take in another one. */
export type MeasuringKeeper = {
  readonly read: (tx: Tx) => Promise<MeasuringPlan>
  readonly take: (tx: Tx, plan: MeasuringPlan) => Promise<Outcome<unknown>>
}

/** The configuration as it is; entries are in the order of their codes, so that two exports of the same are the same. */
export const exportConfiguration = async (tx: Tx, measuring: MeasuringKeeper): Promise<Configuration> => {
  const { version: _, ...programme } = await store.getProgramme(tx)
  const districts = await store.listDistricts(tx)
  const codeOf = new Map(districts.map(({ id, code }) => [id, code]))
  const municipalities = await store.listMunicipalities(tx)
  return {
    format: 'fare-legami/configuration',
    version: 1,
    programme,
    districts: districts.map(({ id: _, version: __, ...district }) => district),
    municipalities: municipalities.map(({ districtId, ...one }) => ({
      ...one,
      district: districtId ? (codeOf.get(districtId) ?? null) : null,
    })),
    catalogues: (await store.listCatalogue(tx)).map(({ version: _, ...item }) => item),
    targets: (await store.listTargets(tx)).map(({ version: _, ...target }) => target),
    ...(await legameNow(tx)),
    measuring: await measuring.read(tx),
  }
}

export const compareConfiguration = async (
  tx: Tx,
  given: Configuration,
  measuring: MeasuringKeeper,
): Promise<Outcome<{ rows: Difference[] }>> =>
  done({ rows: compareConfigurations(await exportConfiguration(tx, measuring), given) })

const twice = (codes: readonly string[]): string | undefined => codes.find((code, at) => codes.indexOf(code) !== at)

/** What the shape of the file does not say: a code given twice, a district that is not there, an end before the start. */
const faultOf = ({
  programme,
  districts,
  municipalities,
  catalogues,
  targets,
}: Configuration): Outcome<never> | undefined => {
  const codes = districts.map(({ code }) => code)
  const same =
    twice(codes) ??
    twice(municipalities.map(({ istatCode }) => istatCode)) ??
    twice(municipalities.map(({ cadastralCode }) => cadastralCode)) ??
    twice(catalogues.map(({ kind, code }) => `${kind}.${code}`)) ??
    twice(catalogues.map(({ id }) => id)) ??
    twice(targets.map(({ code }) => code))
  if (same !== undefined) return refuse('invalid', 'settings.sameCodeTwice', { code: same })
  if (programme.startsOn && programme.endsOn && programme.endsOn < programme.startsOn)
    return refuse('invalid', 'settings.endsBeforeStart')
  const known = new Set(codes)
  return municipalities.some(({ district }) => district !== null && !known.has(district))
    ? refuse('invalid', 'settings.noSuchDistrict')
    : undefined
}

/** Takes a configuration in, all or nothing. Catalogue entries that it lacks are switched off: records may name them. */
export const importConfiguration = async (
  tx: Tx,
  given: Configuration,
  measuring: MeasuringKeeper,
): Promise<Outcome<{ changed: number }>> => {
  const fault = faultOf(given)
  if (fault) return fault
  const before = await exportConfiguration(tx, measuring)
  const changes = compareConfigurations(before, given)
  const { version } = await store.getProgramme(tx)
  if (!(await store.saveProgramme(tx, given.programme, version))) return refuse('conflict', 'platform.changedMeanwhile')
  const known = new Map((await store.listDistricts(tx)).map(({ code, id }) => [code, id]))
  for (const district of given.districts) {
    const id = known.get(district.code) ?? tx.newId()
    known.set(district.code, id)
    await store.saveDistrict(tx, { ...district, id })
  }
  await store.saveMunicipalities(
    tx,
    given.municipalities.map(({ district, ...one }) => ({
      ...one,
      districtId: district ? (known.get(district) ?? null) : null,
    })),
  )
  const named = new Set(given.catalogues.map(({ kind, code }) => `${kind}.${code}`))
  const gone = before.catalogues.filter(({ kind, code }) => !named.has(`${kind}.${code}`))
  await store.saveCatalogueItems(tx, [...given.catalogues, ...gone.map((item) => ({ ...item, active: false }))])
  await store.saveTargets(tx, given.targets)
  const legame = await takeLegame(tx, given)
  if (!legame.ok) return legame
  const planned = given.measuring ? await measuring.take(tx, given.measuring) : done(null)
  if (!planned.ok) return planned
  await writeJournal(tx, {
    act: 'settings.import',
    subject: { kind: 'configuration', id: nobody },
    changed: Object.fromEntries(changes.map(({ path, after }) => [path, after])),
  })
  return done({ changed: changes.length })
}
