import { mayIn } from '../../platform/core/actor.ts'
import { Id } from '../../platform/core/contract.ts'
import type { Day } from '../../platform/core/day.ts'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { legameOn } from '../../settings/core/legame.ts'
import { allDistricts, allMunicipalities, legameVersions, programmeNow } from '../../settings/server/settings.door.ts'
import { drawnOnce, knownAcross } from '../core/across.ts'
import { mostNodes } from '../core/network.api.ts'
import { canDrawNetwork } from '../core/network.policy.ts'
import type { Network, Scope } from '../core/network.schema.ts'
import { type FoundLink, takeNetwork } from '../core/network.take.ts'
import { canReadTie } from '../core/tie.policy.ts'
import * as store from './network.store.ts'
import { type CasePlace, pactOrigins, placeOfCase } from './tie.store.ts'

/** Bodies seen at work together in these districts: given by the rooms that stand above. */
export type Together = (tx: Tx, districts: readonly string[], day: Day) => Promise<readonly FoundLink[]>

/** A scope that was found: where it lies, what it is called, and the case whose ego network it is. */
export type Found = { readonly place: store.Place; readonly name: string; readonly of?: CasePlace }

const inDistrict = async (tx: Tx, id: string): Promise<Found | undefined> => {
  const one = (await allDistricts(tx)).find((district) => district.id === id)
  return one && { place: { districts: [id] }, name: one.name }
}

const inTown = async (tx: Tx, code: string): Promise<Found | undefined> => {
  const one = (await allMunicipalities(tx)).find(({ istatCode }) => istatCode === code)
  return one?.districtId ? { place: { districts: [one.districtId], town: code }, name: one.name } : undefined
}

const ofOccasion = async (tx: Tx, id: string): Promise<Found | undefined> => {
  const one = Id.safeParse(id).success ? await store.occasionOf(tx, id) : undefined
  return one && { place: { districts: [one.districtId], origins: one.ids }, name: one.name }
}

const ofCase = async (tx: Tx, caseId: string): Promise<Found | undefined> => {
  const of = Id.safeParse(caseId).success ? await placeOfCase(tx, { caseId }) : undefined
  return of && { place: { districts: [of.districtId], personId: of.personId }, name: of.personLabel, of }
}

/** Where a scope lies, within `districts` for the programme and the organisations; nothing is said of rights here. */
export const findScope = async (
  tx: Tx,
  { kind, id }: Scope,
  districts: readonly string[],
): Promise<Found | undefined> => {
  if (kind === 'district') return inDistrict(tx, id)
  if (kind === 'town') return inTown(tx, id)
  if (kind === 'occasion') return ofOccasion(tx, id)
  if (kind === 'person') return ofCase(tx, id)
  // of these there is one each: another id would be counted and kept as another network
  if (id !== '') return undefined
  const { name } = await programmeNow(tx)
  return { place: { districts, ...(kind === 'organisations' ? { bodies: true } : {}) }, name }
}

/** Whether the reader may see who stands in it: the equipe one person's network, who coordinates a district's. */
const mayDraw = ({ actor }: Tx, { place, of }: Found): boolean =>
  of ? canReadTie(actor, of) : place.districts.length > 0 && place.districts.every((id) => canDrawNetwork(actor, id))

const refusalFor = ({ actor, districts }: Tx): Outcome<never> =>
  districts.some((id) => mayIn(actor, 'networks.read', id)) ? refuse('forbidden', 'ties.figuresOnly') : unknown()

/** The definition of a legame in force on a day, in the reader's language. */
export const definitionOn = async (
  tx: Tx,
  day: Day,
): Promise<{ rule: NonNullable<ReturnType<typeof legameOn>>; text: string }> => {
  const rule = legameOn(await legameVersions(tx), day)
  if (!rule) throw new Error('the programme has no definition of a legame')
  return { rule, text: tx.actor.language === 'en' ? rule.textEn : rule.textIt }
}

const originNames = async (
  tx: Tx,
  districts: readonly string[],
  ids: readonly string[],
): Promise<Map<string, string>> => {
  const found = await Promise.all(districts.map((districtId) => pactOrigins(tx, districtId, ids)))
  return new Map(found.flatMap((one) => [...one]))
}

const openable = (tx: Tx, caseId: string | null, districts: readonly string[]): string | null =>
  caseId !== null && (tx.actor.cases.includes(caseId) || districts.every((id) => mayIn(tx.actor, 'cases.all', id)))
    ? caseId
    : null

const journalNetwork = (tx: Tx, scope: Scope, { place, of }: Found): Promise<void> =>
  writeJournal(tx, {
    act: 'ties.network',
    districtId: place.districts.length === 1 ? place.districts[0] : undefined,
    subject: {
      kind: `network ${scope.kind}`,
      id: Id.safeParse(scope.id).success ? scope.id : (place.districts[0] ?? tx.actor.id),
    },
    personId: of?.personId ?? null,
    caseId: of?.caseId ?? null,
  })

/** Everything of a place as it is stored, one question for every kind of edge. */
export const readPlace = async (tx: Tx, found: Found, about: { day: Day; together: Together }) => {
  const { place, of } = found
  const { day } = about
  const wide = place.bodies || (!of && !place.origins && place.town === undefined)
  const [rows, knows, together] = await Promise.all([
    store.tiesIn(tx, place, day),
    of ? store.linksOf(tx, of.districtId, { personId: of.personId, day }) : [],
    wide ? about.together(tx, place.districts, day) : [],
  ])
  const ties = knownAcross(rows)
  const ends = ties.flatMap(({ a, b }) => [a.id, b.id]).flatMap((id) => id ?? [])
  const everybody = new Set([...ends, ...together.flatMap(({ a, b }) => [a, b]), ...(of ? [of.personId] : [])])
  return { ties, knows, together, nodes: await store.nodesIn(tx, place, { ids: [...everybody], day }) }
}

/** The network of a scope for whoever may see the people in it; third parties only around the person of a case. */
export const showNetwork = async (
  tx: Tx,
  asked: { scope: Scope; day: Day | undefined; together: Together },
): Promise<Outcome<Network>> => {
  const { scope, day = tx.today } = asked
  if (day > tx.today) return refuse('invalid', 'ties.future')
  const own = tx.districts.filter((id) => canDrawNetwork(tx.actor, id))
  const found = await findScope(tx, scope, own)
  if (!found || !mayDraw(tx, found)) return refusalFor(tx)
  const [read, { rule, text }, towns] = await Promise.all([
    readPlace(tx, found, { day, together: asked.together }),
    definitionOn(tx, day),
    allMunicipalities(tx),
  ])
  const { districts } = found.place
  const origins = [...new Set(read.ties.flatMap(({ origin }) => origin.id ?? []))]
  const nodes = read.nodes.map((node) => ({ ...node, caseId: openable(tx, node.caseId, districts) }))
  await journalNetwork(tx, scope, found)
  return done(
    takeNetwork(
      { ...read, ties: drawnOnce(read.ties), nodes },
      {
        scope,
        name: found.name,
        day,
        towns: towns.map(({ istatCode, name }) => ({ istatCode, name })),
        definition: { version: rule.version, text },
        rule,
        withAlters: found.of !== undefined,
        ego: found.of?.personId ?? null,
        originLabels: await originNames(tx, districts, origins),
        mostNodes,
      },
    ),
  )
}
