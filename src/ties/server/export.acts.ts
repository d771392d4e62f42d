import { districtsWith, nilId } from '../../platform/core/actor.ts'
import { Id } from '../../platform/core/contract.ts'
import type { Day } from '../../platform/core/day.ts'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import type { FileReply } from '../../platform/server/fileReply.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { legameOn } from '../../settings/core/legame.ts'
import { allDistricts, legameVersions, programmeNow } from '../../settings/server/settings.door.ts'
import type { ExportFormat } from '../core/export.api.ts'
import { blurred, type ExportNetwork, type ExportNode } from '../core/export.ts'
import type { LegameRule } from '../core/legame.ts'
import { ageBandOn, legameTest, sectorOf } from '../core/network.take.ts'
import { toEdgeList, toGexf, toGraphml, toMatrix } from './export.files.ts'
import { networkOut, type TakenNode, type TakenTie } from './export.store.ts'

export type ExportAsked = {
  readonly kind: 'programme' | 'district'
  readonly id: string
  readonly format: ExportFormat
  readonly day: Day | undefined
  readonly bodies: 'named' | 'hidden'
}

const writers: Record<ExportFormat, { write: (network: ExportNetwork) => string; name: string; type: string }> = {
  gexf: { write: toGexf, name: 'gexf', type: 'application/gexf+xml; charset=utf-8' },
  graphml: { write: toGraphml, name: 'graphml', type: 'application/graphml+xml; charset=utf-8' },
  edges: { write: toEdgeList, name: 'csv', type: 'text/csv; charset=utf-8' },
  matrix: { write: toMatrix, name: 'csv', type: 'text/csv; charset=utf-8' },
}

/** A square matrix of more nodes than this is no file for a spreadsheet. */
const mostInMatrix = 2000

type Where = { readonly districts: readonly string[]; readonly name: string }

const whereOf = async (tx: Tx, { kind, id }: ExportAsked): Promise<Where | undefined> => {
  const may = districtsWith(tx.actor, 'networks.export', tx.districts)
  if (kind === 'district') {
    const one = may.includes(id) ? (await allDistricts(tx)).find((district) => district.id === id) : undefined
    return one && { districts: [id], name: one.name }
  }
  return may.length === tx.districts.length ? { districts: may, name: (await programmeNow(tx)).name } : undefined
}

/** The same body or person has the same pseudonym in every export of an installation, and no export leads back to them. */
const pseudonymOf =
  ({ services }: Tx) =>
  ({ id, kind }: TakenNode): string => {
    const letter = kind === 'person' ? 'p' : kind === 'household' ? 'h' : 'o'
    return `${letter}${services.secrets
      .blindIndex('network.node', id)
      .replace(/[^A-Za-z0-9]/g, '')
      .slice(0, 12)}`
  }

const nodeOf = (node: TakenNode, about: { key: string; day: Day; named: boolean }): ExportNode => {
  const isBody = node.kind !== 'person' && node.kind !== 'household'
  return {
    key: about.key,
    kind: isBody ? sectorOf(node.kind) : node.kind === 'person' ? 'person' : 'household',
    age: node.kind === 'person' ? ageBandOn(node, about.day) : '',
    town: node.town,
    name: isBody && about.named ? node.name : '',
  }
}

const tiesBetween = (ties: readonly TakenTie[], place: ReadonlyMap<string, number>, rule: LegameRule, day: Day) => {
  const counts = legameTest(rule, day)
  return ties.flatMap(({ a, b, evidence, ...tie }) => {
    const [from, to] = [place.get(a), place.get(b)]
    // what has not ended by the day is told as alive: the file says what was known then
    const until = tie.until !== null && tie.until <= day ? tie.until : null
    return from === undefined || to === undefined
      ? []
      : [{ ...tie, until, from, to, counts: counts({ ...tie, until, evidence }) }]
  })
}

/** People in it are so few that a shape alone would name them. */
const isTooFew = (nodes: readonly TakenNode[], least: number): boolean => {
  const people = nodes.filter(({ kind }) => kind === 'person').length
  return people > 0 && people < least
}

/** A network as a file for analysis: pseudonyms, no third party, nobody alone in what is told of them; the taking is journalled. */
export const exportNetwork = async (tx: Tx, asked: ExportAsked): Promise<Outcome<FileReply>> => {
  const { day = tx.today, format } = asked
  if (day > tx.today) return refuse('invalid', 'ties.future')
  const where = await whereOf(tx, asked)
  if (!where) return unknown()
  const [taken, { rules }, versions] = await Promise.all([
    networkOut(tx, where.districts, day),
    programmeNow(tx),
    legameVersions(tx),
  ])
  const rule = legameOn(versions, day)
  if (!rule || taken.ties.length === 0) return refuse('conflict', 'ties.exportEmpty')
  if (isTooFew(taken.nodes, rules.smallCell)) return refuse('conflict', 'ties.exportTooFew', { least: rules.smallCell })
  if (format === 'matrix' && taken.nodes.length > mostInMatrix)
    return refuse('conflict', 'ties.exportTooLarge', { most: mostInMatrix })
  const pseudonym = pseudonymOf(tx)
  const keyed = taken.nodes.map((node) => ({ node, key: pseudonym(node) })).sort((a, b) => (a.key < b.key ? -1 : 1))
  const nodes = keyed.map(({ node, key }) => nodeOf(node, { key, day, named: asked.bodies === 'named' }))
  const place = new Map(keyed.map(({ node }, no) => [node.id, no]))
  const { write, name, type } = writers[format]
  const text = write({
    title: where.name,
    day,
    nodes: blurred(nodes, rules.smallCell),
    ties: tiesBetween(taken.ties, place, rule, day),
  })
  await writeJournal(tx, {
    act: 'ties.export',
    districtId: asked.kind === 'district' ? asked.id : undefined,
    subject: { kind: `network ${asked.kind}`, id: Id.safeParse(asked.id).success ? asked.id : nilId },
    changed: { format, day, nodes: nodes.length, bodies: asked.bodies },
  })
  return done({ file: true, name: `legami-${day}-${format}.${name}`, type, bytes: new TextEncoder().encode(text) })
}
