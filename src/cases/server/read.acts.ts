import { searchKey } from '../../persons/core/name.ts'
import { addDays } from '../../platform/core/day.ts'
import { done, type Outcome } from '../../platform/core/refusal.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { deadlinesIn } from '../../settings/server/settings.door.ts'
import type { CaseRow, OpenedCase } from '../core/case.api.ts'
import { canChangeEquipe, canMoveCase, canWriteCase, canWriteNote } from '../core/case.policy.ts'
import { type CaseMove, caseMoves, whyNotCase } from '../core/case.ts'
import { type Counts, countsOf } from './case.store.ts'
import { listCases, listSilent, type SilentCase } from './caseList.store.ts'
import { listEquipe } from './equipe.store.ts'
import { about, lacking, type Opened, openFor, opensCases } from './opened.ts'
import { waitingTransfer } from './transfer.store.ts'
import { latestAssessment } from './work.store.ts'

type Asked = {
  readonly q: string
  readonly state?: CaseRow['state'] | undefined
  readonly scope: 'mine' | 'all'
  readonly personId?: string | undefined
  readonly limit: number
  readonly offset: number
}

/** For each district of the actor, the days of silence after which a case asks for a contact. */
const silences = async (tx: Tx): Promise<ReadonlyMap<string, number>> => {
  const pairs: [string, number][] = []
  for (const id of tx.districts)
    if (tx.actor.grants.some(({ districtId }) => districtId === null || districtId === id))
      pairs.push([id, (await deadlinesIn(tx, id)).silenceDays])
  return new Map(pairs)
}

export const caseList = async (tx: Tx, asked: Asked): Promise<Outcome<{ rows: CaseRow[]; total: number }>> => {
  if (!opensCases(tx.actor)) return lacking('cases.work')
  const days = await silences(tx)
  const question = { ...asked, key: searchKey(asked.q).replace(/[%_\\]/g, ''), mine: asked.scope === 'mine' }
  return done(await listCases(tx, question, (districtId) => addDays(tx.today, -(days.get(districtId) ?? 366))))
}

export const silentList = async (tx: Tx): Promise<Outcome<{ rows: SilentCase[] }>> => {
  if (!opensCases(tx.actor)) return lacking('cases.work')
  const rows: SilentCase[] = []
  for (const [districtId, days] of await silences(tx))
    rows.push(...(await listSilent(tx, { districtId, days, mine: false })))
  return done({ rows: rows.sort((a, b) => (a.lastContactOn < b.lastContactOn ? -1 : 1)) })
}

const movesOf = (tx: Tx, { one, standing }: Opened, counts: Counts): OpenedCase['moves'] =>
  (Object.keys(caseMoves) as CaseMove[])
    .filter((move) => canMoveCase(tx.actor, one, { move, roles: standing.roles }))
    .map((move) => {
      const openPacts = move === 'transfer' ? counts.runningPacts : counts.openPacts
      return { move, whyNot: whyNotCase(one, move, { today: tx.today, openPacts }), count: openPacts }
    })

/** The whole head of a case, for its page. The opening is written in the journal. */
export const openCase = async (tx: Tx, caseId: string): Promise<Outcome<OpenedCase>> => {
  const opened = await openFor(tx, caseId)
  if (!opened.ok) return opened
  const { one, standing } = opened.value
  const [equipe, all, latest] = [await listEquipe(tx, one), await countsOf(tx, one), await latestAssessment(tx, one)]
  const { openPacts: _, runningPacts: __, ...counts } = all
  await writeJournal(tx, { act: 'cases.open', ...about(one), subject: { kind: 'case', id: one.id } })
  const { id, startedOn, closedOn, agreedOn } = latest ?? {}
  return done({
    ...one,
    waitingTransfer: one.state === 'open' ? ((await waitingTransfer(tx, one)) ?? null) : null,
    equipe,
    roles: [...standing.roles],
    glassUntil: standing.until,
    rights: {
      write: canWriteCase(tx.actor, one, standing),
      equipe: one.state === 'open' && canChangeEquipe(tx.actor, one, standing.roles),
      noteKinds: (['shared', 'professional', 'sealed'] as const).filter((kind) =>
        canWriteNote(tx.actor, one, { kind, roles: standing.roles }),
      ),
    },
    moves: movesOf(tx, opened.value, all),
    assessment: id && startedOn ? { id, startedOn, closedOn: closedOn ?? null, agreedOn: agreedOn ?? null } : null,
    counts,
  })
}
