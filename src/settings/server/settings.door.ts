import type { Tx } from '../../platform/server/tx.ts'
import type { LegameVersion } from '../core/legame.schema.ts'
import {
  type CatalogueItem,
  type CatalogueKind,
  Deadlines,
  type District,
  type Municipality,
  type Programme,
  Rules,
  type Target,
} from '../core/settings.schema.ts'
import { listLegame } from './legame.store.ts'
import {
  getProgramme,
  getRules,
  listCatalogue,
  listDistricts,
  listMunicipalities,
  listTargets,
} from './settings.store.ts'

/** The programme as it is set now. */
export const programmeNow = (tx: Tx): Promise<Programme & { version: number }> => getProgramme(tx)

/** The deadlines that hold in a district: its own, else the programme's. */
export const deadlinesIn = async (tx: Tx, districtId: string): Promise<Deadlines> => {
  const [programme, districts] = [await getProgramme(tx), await listDistricts(tx)]
  const own = districts.find(({ id }) => id === districtId)?.deadlines
  return Deadlines.parse({ ...programme.deadlines, ...own })
}

/** The district of a municipality; null for one outside the programme. */
export const districtOf = async (tx: Tx, istatCode: string): Promise<string | null> =>
  (await listMunicipalities(tx)).find((one) => one.istatCode === istatCode)?.districtId ?? null

/** Every district, closed ones included. */
export const allDistricts = (tx: Tx): Promise<District[]> => listDistricts(tx)

/** Every municipality of the programme, by name. */
export const allMunicipalities = (tx: Tx): Promise<Municipality[]> => listMunicipalities(tx)

/** The expected results of the programme, in their order. */
export const allTargets = (tx: Tx): Promise<Target[]> => listTargets(tx)

/** One list of the configuration in its order, switched-off entries included. */
export const catalogueOf = (tx: Tx, kind: CatalogueKind): Promise<CatalogueItem[]> => listCatalogue(tx, kind)

/** Deadlines, rules and open kinds of pact of a district, in one question. */
export const rulesIn = async (
  tx: Tx,
  districtId: string,
): Promise<{
  programme: string
  deadlines: Deadlines
  rules: Rules
  kinds: { code: string; data: Record<string, unknown> }[]
}> => {
  const { name, deadlines, rules, kinds } = await getRules(tx, districtId)
  return { programme: name, deadlines: Deadlines.parse(deadlines), rules: Rules.parse(rules), kinds }
}

/** Every version of what counts as a legame, the newest first. */
export const legameVersions = (tx: Tx): Promise<LegameVersion[]> => listLegame(tx)
