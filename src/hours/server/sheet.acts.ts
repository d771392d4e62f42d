import { mayIn } from '../../platform/core/actor.ts'
import { instantAt } from '../../platform/core/day.ts'
import { done, type Outcome, unknown } from '../../platform/core/refusal.ts'
import { registerSheet } from '../../platform/server/documents/register-sheet.ts'
import type { FileReply } from '../../platform/server/fileReply.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { allDistricts, programmeNow } from '../../settings/server/settings.door.ts'
import type { ShiftRow, shiftApi } from '../core/shift.api.ts'
import { canReadShift } from '../core/shift.policy.ts'
import { type ShiftMove, shiftMoves, timeGiven, unusualWeeks, whyNotShift } from '../core/shift.ts'
import * as ground from './ground.store.ts'
import { plannedGiveBack, writesPact } from './shift.acts.ts'
import * as store from './shift.store.ts'

type PactShifts = Zod<(typeof shiftApi)['ofPact']['reply']>
type Zod<T extends { _output: unknown }> = T['_output']

const toRow = (
  tx: Tx,
  one: store.FoundShift,
  all: readonly store.FoundShift[],
  giveBack: PactShifts['giveBack'],
): ShiftRow => {
  const covers = giveBack.find(({ id }) => id === one.giveBackId)?.covers ?? []
  const recovery = all.find(({ recoversId, state }) => recoversId === one.id && state === 'confirmed')
  const context = { today: tx.today, covers, ...(recovery ? { recovery } : {}) }
  const moves = (Object.keys(shiftMoves) as ShiftMove[]).map((move) => ({
    move,
    whyNot: whyNotShift(one, move, context),
  }))
  const { caseId: _c, personId: _p, guestNeeds: _n, ...row } = one
  return { ...row, covered: covers.some(({ from, to }) => from <= one.day && one.day <= to), moves }
}

/** The attendance of a pact: its shifts, what they rest on, and the time given so far. */
export const shiftsOfPact = async (tx: Tx, pactId: string): Promise<Outcome<PactShifts>> => {
  const pact = await ground.pactGround(tx, pactId)
  const isOfCase = pact && (tx.actor.cases.includes(pact.caseId) || mayIn(tx.actor, 'cases.all', pact.districtId))
  if (!pact || !isOfCase) return unknown()
  const all = await store.listShifts(tx, { districtId: pact.districtId, pactId })
  const giveBack = plannedGiveBack(pact, await ground.listCovers(tx, pact.districtId, pactId))
  return done({
    pactNumber: pact.number,
    personLabel: pact.personLabel,
    caseId: pact.caseId,
    canWrite: writesPact(tx.actor, pact) && (pact.state === 'active' || pact.state === 'closing'),
    giveBack,
    rows: all.map((one) => toRow(tx, one, all, giveBack)),
    given: timeGiven(all),
    unusualWeeks: unusualWeeks(
      all.filter(({ legalForm }) => legalForm === 'puc'),
      'puc',
    ),
  })
}

const namesAtMost = 36

const paperOf = async (
  tx: Tx,
  day: string,
  found: readonly store.FoundShift[],
): Promise<Parameters<typeof registerSheet>[0]> => {
  const [first] = found
  const district = (await allDistricts(tx)).find(({ id }) => id === first?.districtId)
  const starts = found.flatMap(({ from }) => from ?? []).sort()
  const ends = found.flatMap(({ to }) => to ?? []).sort()
  const rows = found.slice(0, namesAtMost).map(({ guestLabel, guestNeeds, from, to }) => ({
    name: guestLabel,
    note: [from && to ? `${from}–${to}` : '', guestNeeds].filter(Boolean).join(' · '),
  }))
  return {
    language: tx.actor.language,
    at: tx.now,
    programme: (await programmeNow(tx)).name,
    district: district?.name ?? '',
    title: first?.hostLabel ?? '',
    place: '',
    leader: tx.actor.name,
    from: instantAt(day, starts[0] ?? '09:00'),
    to: instantAt(day, ends.at(-1) ?? '18:00'),
    rows,
    blank: Math.min(4, namesAtMost - rows.length),
  }
}

/** The attendance register of one day at one body, with the guests that the reader may see. */
export const register = async (
  tx: Tx,
  { day, organisationId }: { day: string; organisationId: string },
): Promise<Outcome<FileReply>> => {
  const found = (await store.listShifts(tx, { organisations: [organisationId], from: day, to: day })).filter(
    (one) => one.state !== 'cancelled' && canReadShift(tx.actor, one, one),
  )
  const [first] = found
  if (!first) return unknown()
  const { pdf } = await registerSheet(await paperOf(tx, day, found))
  await writeJournal(tx, {
    act: 'hours.register',
    districtId: first.districtId,
    subject: { kind: 'organisation', id: organisationId },
  })
  return done({ file: true, name: `registro-${day}.pdf`, type: 'application/pdf', bytes: pdf })
}
