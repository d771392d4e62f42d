import { createHash } from 'node:crypto'
import { mayIn, nilId } from '../../platform/core/actor.ts'
import { Id } from '../../platform/core/contract.ts'
import { addMonths, type Day, monthEndBy } from '../../platform/core/day.ts'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { allDistricts, allMunicipalities, catalogueOf, programmeNow } from '../../settings/server/settings.door.ts'
import { shownFigures, shownPart, shownWhole } from '../core/figures.hide.ts'
import type { Figures, FiguresReply, Fragile } from '../core/figures.schema.ts'
import { type countFragile, figuresVersion, type RawFigures } from '../core/figures.ts'
import { canDrawNetwork, canReadFigures, seesSmallCells } from '../core/network.policy.ts'
import type { Scope } from '../core/network.schema.ts'
import type { FoundNode } from '../core/network.take.ts'
import type { Counter } from './figures.counter.ts'
import * as store from './figures.store.ts'
import { takeSnapshot } from './figures.take.ts'
import { definitionOn, type Found, findScope, type Together } from './network.acts.ts'

export type FiguresAsked = {
  readonly scope: Scope
  readonly day: Day | undefined
  readonly from: Day | undefined
  readonly together: Together
}

type Period = { readonly day: Day; readonly from: Day }

/**
 * Up to today when no day is said; since the programme began, or for a year, when no beginning is. Whoever reads aggregates alone reads
 * them at the end of a month: two days next to each other would tell of one tie.
 */
const periodOf = async (tx: Tx, asked: FiguresAsked, { place }: Found): Promise<Outcome<Period>> => {
  const dayOf = seesSmallCells(tx.actor, place.districts) ? (day: Day) => day : monthEndBy
  if (asked.day !== undefined && asked.day > tx.today) return refuse('invalid', 'ties.future')
  const day = dayOf(asked.day ?? tx.today)
  const from = asked.from && dayOf(asked.from)
  if (from !== undefined) return from < day ? done({ day, from }) : refuse('invalid', 'ties.periodTurned')
  const { startsOn } = await programmeNow(tx)
  return done({ day, from: dayOf(startsOn && startsOn < day ? startsOn : addMonths(day, -12)) })
}

/** Where it lies, for whoever may read its figures. Small places are for those who work there: a town less would tell of another. */
const readable = async (tx: Tx, scope: Scope): Promise<Outcome<Found>> => {
  if (scope.kind === 'person') return refuse('invalid', 'ties.noFiguresOfOne')
  const own = tx.districts.filter((id) => mayIn(tx.actor, 'networks.read', id))
  const found = await findScope(tx, scope, own)
  if (!found || !canReadFigures(tx.actor, found.place.districts)) return unknown()
  const isFine = scope.kind === 'town' || scope.kind === 'occasion'
  return isFine && !seesSmallCells(tx.actor, found.place.districts) ? refuse('forbidden', 'ties.tooFine') : done(found)
}

const fingerprintOf = async (
  tx: Tx,
  { found, scope, period }: { found: Found; scope: Scope; period: Period },
  asked: FiguresAsked,
): Promise<string> => {
  const { districts, bodies } = found.place
  const [state, { rule }, together] = await Promise.all([
    store.networkState(tx, districts, period),
    definitionOn(tx, period.day),
    bodies ? asked.together(tx, districts, period.day) : [],
  ])
  const all = [figuresVersion, scope, found.place, period, state, rule.version, together]
  return createHash('sha256').update(JSON.stringify(all)).digest('hex')
}

/** Under which district figures are kept; null where they would be of some districts only. */
const keptUnder = (tx: Tx, { place }: Found): string | null => {
  if (place.districts.length === 1) return place.districts[0] ?? null
  return mayIn(tx.actor, 'networks.read', nilId) && place.districts.length === tx.districts.length ? nilId : null
}

type Counting = { readonly found: Found; readonly scope: Scope; readonly period: Period; readonly fingerprint: string }

const countOrFind = async (
  tx: Tx,
  { found, scope, period, fingerprint }: Counting,
  { counter, together }: { counter: Counter; together: Together },
): Promise<Outcome<RawFigures | 'counting'>> => {
  const districtId = keptUnder(tx, found)
  const of = { districtId: districtId ?? nilId, kind: scope.kind, id: scope.id, ...period }
  const kept = districtId === null ? undefined : await store.findFigures(tx, of, fingerprint)
  if (kept) return done(kept)
  const counted = await counter.count({ asked: { place: found.place, ...period, together }, fingerprint })
  if (counted.ok && counted.value !== 'counting' && districtId !== null)
    await store.keepFigures(tx, of, { fingerprint, figures: counted.value })
  return counted
}

const journalRead = (tx: Tx, act: string, { scope, found }: { scope: Scope; found: Found }): Promise<void> =>
  writeJournal(tx, {
    act,
    districtId: found.place.districts.length === 1 ? found.place.districts[0] : undefined,
    subject: {
      kind: `network ${scope.kind}`,
      id: Id.safeParse(scope.id).success ? scope.id : (found.place.districts[0] ?? nilId),
    },
  })

const namesFor = async (tx: Tx): Promise<FiguresReply['names']> => {
  const [towns, districts, kinds] = await Promise.all([
    allMunicipalities(tx),
    allDistricts(tx),
    catalogueOf(tx, 'pactKind'),
  ])
  const english = tx.actor.language === 'en'
  return {
    towns: Object.fromEntries(towns.map(({ istatCode, name }) => [istatCode, name])),
    districts: Object.fromEntries(districts.map(({ id, name }) => [id, name])),
    pactKinds: Object.fromEntries(kinds.map(({ code, labelIt, labelEn }) => [code, english ? labelEn : labelIt])),
  }
}

type Hands = { readonly counter: Counter; readonly together: Together }

/** Every district that the reader may ask for, counted: what is hidden in one must not be found by subtracting the others. */
const countParts = async (
  tx: Tx,
  { period, asked }: { period: Period; asked: FiguresAsked },
  hands: Hands,
): Promise<Outcome<ReadonlyMap<string, RawFigures> | 'counting'>> => {
  const own = tx.districts.filter((district) => mayIn(tx.actor, 'networks.read', district))
  const count = async (id: string): Promise<readonly [string, Outcome<RawFigures | 'counting'>]> => {
    const [scope, found] = [
      { kind: 'district' as const, id },
      { place: { districts: [id] }, name: '' },
    ]
    const fingerprint = await fingerprintOf(tx, { found, scope, period }, asked)
    return [id, await countOrFind(tx, { found, scope, period, fingerprint }, hands)]
  }
  const parts = new Map<string, RawFigures>()
  for (const [id, counted] of await Promise.all(own.map(count))) {
    if (!counted.ok) return counted
    if (counted.value !== 'counting') parts.set(id, counted.value)
  }
  return done(parts.size < own.length ? 'counting' : parts)
}

type ToShow = { readonly raw: RawFigures; readonly scope: Scope; readonly least: number; readonly period: Period }

const shownTo = async (
  tx: Tx,
  { raw, scope, least, period }: ToShow,
  hands: Hands & { asked: FiguresAsked },
): Promise<Outcome<Figures | 'counting'>> => {
  if (least === 0 || (scope.kind !== 'programme' && scope.kind !== 'district')) return done(shownFigures(raw, least))
  const parts = await countParts(tx, { period, asked: hands.asked }, hands)
  if (!parts.ok) return parts
  if (parts.value === 'counting' || parts.value.size < 2)
    return done(parts.value === 'counting' ? parts.value : shownFigures(raw, least))
  return done(
    scope.kind === 'district' ? shownPart(parts.value, { id: scope.id, least }) : shownWhole(raw, parts.value, least),
  )
}

/** Measures of a scope; counted in a worker when what they rest on has changed. */
export const showFigures = async (tx: Tx, asked: FiguresAsked, counter: Counter): Promise<Outcome<FiguresReply>> => {
  const { scope } = asked
  const place = await readable(tx, scope)
  if (!place.ok) return place
  const time = await periodOf(tx, asked, place.value)
  if (!time.ok) return time
  const [found, period] = [place.value, time.value]
  const fingerprint = await fingerprintOf(tx, { found, scope, period }, asked)
  const hands = { counter, together: asked.together }
  const counted = await countOrFind(tx, { found, scope, period, fingerprint }, hands)
  if (!counted.ok) return counted
  const [{ rules }, { rule, text }] = await Promise.all([programmeNow(tx), definitionOn(tx, period.day)])
  const open = seesSmallCells(tx.actor, found.place.districts)
  const [raw, least] = [counted.value, open ? 0 : rules.smallCell]
  const shown = raw === 'counting' ? done(raw) : await shownTo(tx, { raw, scope, least, period }, { ...hands, asked })
  if (!shown.ok) return shown
  const figures = shown.value === 'counting' ? null : shown.value
  // districts that are counted already are kept while the others still count
  if (figures || tx.watch.wrote) await journalRead(tx, 'ties.figures', { scope, found })
  return done({
    state: figures ? 'ready' : 'counting',
    scope,
    name: found.name,
    ...period,
    figures,
    names: await namesFor(tx),
    definition: { ...rule, text },
    fingerprint,
    least: open ? null : rules.smallCell,
    mayName: found.place.districts.every((id) => canDrawNetwork(tx.actor, id)),
  })
}

/** Who the network hangs on: ties and people whose loss splits it. */
export const showFragile = async (tx: Tx, asked: FiguresAsked, counter: Counter): Promise<Outcome<Fragile>> => {
  const { scope } = asked
  const place = await readable(tx, scope)
  if (!place.ok) return place
  const time = await periodOf(tx, asked, place.value)
  if (!time.ok) return time
  const found = place.value
  if (!found.place.districts.every((id) => canDrawNetwork(tx.actor, id))) return refuse('forbidden', 'ties.figuresOnly')
  const known: FoundNode[] = []
  const answer = await counter.ask(async () => {
    const taken = await takeSnapshot(tx, { place: found.place, ...time.value, together: asked.together })
    known.push(...taken.known)
    return { what: 'fragile', snapshot: taken.snapshot, seed: 0 }
  })
  if (!answer.ok) return answer
  const { bridges, linchpins } = answer.value as ReturnType<typeof countFragile>
  await journalRead(tx, 'ties.fragile', { scope, found })
  const nameOf = (node: number): string => known[node]?.label ?? ''
  return done({
    bridges: bridges.map(({ from, to, cut }) => ({ a: nameOf(from), b: nameOf(to), cut })),
    linchpins: linchpins.map(({ node, pieces, cut }) => ({
      name: nameOf(node),
      caseId: known[node]?.caseId ?? null,
      pieces,
      cut,
    })),
  })
}
