import { latestAssessment } from '../../cases/server/case.door.ts'
import { done, type Outcome } from '../../platform/core/refusal.ts'
import { enqueue } from '../../platform/server/jobs.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { PactQuery, PactRow } from '../core/pact.api.ts'
import type { MoveContext } from '../core/pact.checks.ts'
import { canMakeMove, canMakeVersionMove, canReviewPact, canWritePact } from '../core/pact.policy.ts'
import type { Pact } from '../core/pact.schema.ts'
import { ageWarning } from '../core/pact.settings.ts'
import type { PactSheet } from '../core/pact.sheet.ts'
import { allPactMoves, whyNot } from '../core/pact.ts'
import { allVersionMoves, isPending, versionMoveOf, whyNotRenegotiate, whyNotVersion } from '../core/version.ts'
import { listPacts as pageOfPacts } from './list.store.ts'
import { journalPact } from './pact.journal.ts'
import { readable, whyNoPacts } from './pact.reach.ts'
import { instant, toFollowUp, toMark, toReview } from './pact.rows.ts'
import { deadlinesOf, type PactRules, pactRulesIn } from './pact.rules.ts'
import type { KeptPact } from './pact.store.ts'
import { type Whole, wholePact } from './sheet.store.ts'
import { type KeptVersion, toHead, toSignatory, toSignatoryRow, toText, toVersion, withLater } from './version.rows.ts'
import { toWord } from './word.store.ts'

export const listPacts = async (tx: Tx, query: PactQuery): Promise<Outcome<{ rows: PactRow[]; total: number }>> => {
  const refusal = whyNoPacts(tx)
  return refusal ? { ok: false, refusal } : done(await pageOfPacts(tx, query))
}

export const openPact = async (tx: Tx, pactId: string): Promise<Outcome<PactSheet>> => {
  const found = await readable(tx, pactId)
  if (!found.ok) return found
  const { pact } = found.value
  const sheet = await sheetOf(tx, found.value)
  await printSoon(tx, sheet)
  await journalPact(tx, pact, { act: 'pacts.open' })
  return done(sheet)
}

/** A signed text whose file is not there yet gets it from a job, as soon as somebody opens its pact. */
const printSoon = async (tx: Tx, { pact, versions }: PactSheet): Promise<void> => {
  for (const { id, frozenAt, printed } of versions)
    if (frozenAt !== null && !printed)
      await enqueue(tx, 'freezePact', { pactId: pact.id, versionId: id }, { key: `freezePact-${id}` })
}

type Texts = { inForce?: KeptVersion | undefined; pending?: KeptVersion | undefined; last?: KeptVersion | undefined }

const textsOf = (whole: Whole): Texts => {
  const versions = whole.versions.map(toVersion)
  const inForce = versions.find(({ state }) => state === 'inForce')
  const pending = versions.find(isPending)
  return { inForce, pending, last: inForce || pending ? undefined : versions.at(-1) }
}

const sheetOf = async (tx: Tx, { pact, personLabel, reviewDue }: KeptPact): Promise<PactSheet> => {
  // asked together, they travel together
  const [rules, whole] = await Promise.all([pactRulesIn(tx, pact.districtId), wholePact(tx, pact)])
  const texts = textsOf(whole)
  const { settings } = rules
  const age = ageWarning(pact.kind, whole.birthDate, { settings, today: tx.today })
  return {
    pact,
    personLabel,
    involved: [...whole.involved],
    tutorName: whole.tutorName,
    partnerName: whole.partnerName,
    inForce: toText(texts.inForce),
    pending: toText(texts.pending),
    last: toText(texts.last),
    versions: whole.versions.map(toHead),
    signatories: signatoriesOf(whole, texts),
    marks: whole.marks.map(toMark),
    words: whole.words.map((row) => toWord(tx, row)),
    reviews: whole.reviews.map(toReview),
    followUps: whole.followUps.map(toFollowUp),
    decisions: decisionsOf(whole),
    history: historyOf(whole),
    deadlines: deadlinesOf({ pact, reviewDue }, settings, tx.today),
    given: [...whole.given],
    openConflicts: whole.conflicts,
    warnings: age ? [age] : [],
    ...(await openings(tx, pact, { whole, texts, rules })),
  }
}

const signatoriesOf = (whole: Whole, { pending, inForce, last }: Texts): PactSheet['signatories'] => {
  const shown = pending?.state === 'signing' ? pending : (inForce ?? last)
  return whole.signatories
    .filter((one) => one.version_id === shown?.id)
    .map((row) =>
      withLater(
        toSignatoryRow(row),
        whole.later.find((one) => one.signatory_id === row.id),
      ),
    )
}

const decisionsOf = (whole: Whole): PactSheet['decisions'] =>
  whole.decisions.map((one) => ({
    id: one.id,
    versionId: one.version_id,
    decision: one.decision as PactSheet['decisions'][number]['decision'],
    minutes: one.minutes,
    present: one.present,
    decidedByName: one.decided_by_name,
    at: instant(one.at),
  }))

const historyOf = (whole: Whole): PactSheet['history'] =>
  whole.moves.map((one) => ({
    no: one.no,
    move: one.move,
    from: one.from_state as Pact['state'],
    to: one.to_state as Pact['state'],
    at: instant(one.at),
    byName: one.by_name,
    reason: one.reason,
  }))

type Seen = { readonly whole: Whole; readonly texts: Texts; readonly rules: PactRules }
type Openings = Pick<PactSheet, 'moves' | 'versionMoves' | 'renegotiate' | 'mayWrite' | 'mayReview'>

/** The buttons: what this reader may do to this pact, and what would open each. */
const openings = async (tx: Tx, pact: Pact, { whole, texts, rules }: Seen): Promise<Openings> => {
  const { roles } = whole
  const mayWrite = canWritePact(tx.actor, pact, roles)
  const assessment =
    mayWrite && pact.state === 'draft' ? ((await latestAssessment(tx, pact.districtId, pact.caseId)) ?? null) : null
  const contextFor = (version: KeptVersion | undefined): MoveContext | null =>
    version === undefined
      ? null
      : {
          today: tx.today,
          settings: rules.settings,
          version,
          assessment,
          signatories: whole.signatories.filter((one) => one.version_id === version.id).map(toSignatory),
          reviews: whole.reviews.map(toReview),
          laterCovers: whole.covers,
          actorId: tx.actor.kind === 'account' ? tx.actor.id : null,
        }
  const { pending, inForce, last } = texts
  const binding = contextFor(inForce ?? pending ?? last)
  const half = contextFor(pending ?? inForce ?? last)
  const moves = allPactMoves.flatMap((move) => {
    const context = versionMoveOf[move] ? half : binding
    return context && canMakeMove(tx.actor, pact, { move, roles }) ? [{ move, why: whyNot(pact, move, context) }] : []
  })
  // the panel sees the new text and not the one in force
  const renegotiated = pending && pact.versionInForce !== null ? pending : undefined
  const versionMoves = allVersionMoves.flatMap((move) =>
    renegotiated && half && canMakeVersionMove(tx.actor, pact, { move, roles })
      ? [{ move, why: whyNotVersion(renegotiated, move, { pact, context: half }) }]
      : [],
  )
  const renegotiate = mayWrite ? { why: whyNotRenegotiate(pact, pending ? [pending] : []) } : null
  return { moves, versionMoves, renegotiate, mayWrite, mayReview: canReviewPact(tx.actor, pact) }
}
