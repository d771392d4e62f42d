import { takeUpReferral } from '../../outreach/server/outreach.door.ts'
import { followersOf, markFollowed } from '../../persons/server/person.door.ts'
import { districtsWith, mayIn } from '../../platform/core/actor.ts'
import { isDone } from '../../platform/core/contract.ts'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import { takeNumber } from '../../platform/server/counter.store.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import { widen } from '../../platform/server/transact.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { NewCase, NewMember } from '../core/case.api.ts'
import { canMoveCase } from '../core/case.policy.ts'
import type { Case } from '../core/case.schema.ts'
import { type CaseMove, moveCase } from '../core/case.ts'
import * as store from './case.store.ts'
import { wholeEquipe } from './equipe.acts.ts'
import { addMember } from './equipe.store.ts'
import { about, openFor } from './opened.ts'
import { waitingTransfer } from './transfer.store.ts'

const followedAlready = (): Outcome<never> => refuse('conflict', 'cases.followedAlready')

/** 'C-2026-014'. */
const numberFor = async (tx: Tx, districtId: string): Promise<string> => {
  const year = Number(tx.today.slice(0, 4))
  const number = await takeNumber(tx, { districtId, series: 'case', year })
  return `C-${year}-${String(number).padStart(3, '0')}`
}

const newCase = (tx: Tx, given: NewCase, place: { districtId: string; number: string }): Case => ({
  ...place,
  id: tx.newId(),
  personId: given.personId,
  state: 'open',
  openedOn: tx.today,
  closedOn: null,
  closingReason: '',
  householdId: given.householdId,
  referralId: given.referralId,
  externalRecord: given.externalRecord,
})

/** Who follows the new case: those named, else whoever opens it. */
const firstEquipe = (tx: Tx, given: NewCase, districtId: string): readonly NewMember[] =>
  given.equipe.length > 0 || !mayIn(tx.actor, 'cases.work', districtId)
    ? given.equipe
    : [{ accountId: tx.actor.id, organisationId: null, role: 'caseManager' }]

/** "Già seguita: chiedi a X", and nothing of the case. */
const askWho = async (tx: Tx, districtId: string, personId: string): Promise<Outcome<never>> => {
  const who = (await followersOf(tx, districtId, personId)).map(({ name, body }) => (body ? `${name} (${body})` : name))
  return who.length > 0 ? refuse('conflict', 'cases.askWho', { who: [...new Set(who)].join(', ') }) : followedAlready()
}

const whyNotStart = async (tx: Tx, found: store.ToFollow, personId: string): Promise<Outcome<never> | undefined> => {
  if (found.mergedInto) return refuse('conflict', 'cases.personMerged', { personId: found.mergedInto })
  return found.followed ? askWho(tx, found.districtId, personId) : undefined
}

const keep = async (tx: Tx, one: Case, equipe: readonly NewMember[]): Promise<Outcome<Case>> => {
  const { id, districtId, personId, householdId, referralId } = one
  await widen(tx, { cases: [id], persons: [personId], households: householdId ? [householdId] : [] })
  if (householdId && !(await store.isInHousehold(tx, districtId, { personId, householdId })))
    return refuse('invalid', 'cases.householdElsewhere')
  if (!(await store.addCase(tx, one))) return followedAlready()
  for (const member of equipe) await addMember(tx, one, member)
  await markFollowed(tx, districtId, personId, true)
  if (!referralId) return done(one)
  const taken = await takeUpReferral(tx, districtId, referralId, id)
  if (!taken.ok) return taken
  return taken.value.personId === personId ? done(one) : refuse('invalid', 'cases.referralOfAnother')
}

/** Begins to follow a person, with an equipe from one or more bodies. One open case per person. */
export const startCase = async (tx: Tx, given: NewCase): Promise<Outcome<{ id: string; number: string }>> => {
  const districts = districtsWith(tx.actor, 'cases.open', tx.districts)
  const found = await store.personToFollow(tx, districts, given.personId)
  if (!found || found.gone) return unknown()
  const why = await whyNotStart(tx, found, given.personId)
  if (why) return why
  const { districtId } = found
  const equipe = await wholeEquipe(tx, districtId, firstEquipe(tx, given, districtId))
  if (!equipe.ok) return equipe
  const one = newCase(tx, given, { districtId, number: await numberFor(tx, districtId) })
  const kept = await keep(tx, one, equipe.value)
  if (!kept.ok) return kept
  await writeJournal(tx, {
    act: 'cases.start',
    districtId,
    subject: { kind: 'case', id: one.id },
    personId: one.personId,
    caseId: one.id,
    changed: { ...given, number: one.number },
  })
  return done({ id: one.id, number: one.number })
}

type Asked = { readonly move: Exclude<CaseMove, 'transfer'>; readonly reason: string }

/** Closes or opens again; the one governed door of a closed case is to open it again with a long reason. */
export const moveTheCase = async (tx: Tx, caseId: string, asked: Asked): Promise<Outcome<typeof isDone>> => {
  const opened = await openFor(tx, caseId, 'change')
  if (!opened.ok) return opened
  const { one, standing } = opened.value
  if (!canMoveCase(tx.actor, one, { move: asked.move, roles: standing.roles }))
    return refuse('forbidden', asked.move === 'close' ? 'cases.managerOnly' : 'cases.coordinatorOnly')
  if (await waitingTransfer(tx, one)) return refuse('conflict', 'cases.transfer.waits')
  const { openPacts } = await store.countsOf(tx, one)
  const moved = moveCase(one, asked.move, { today: tx.today, openPacts, asked })
  if (!moved.ok) return moved
  if (!(await store.saveCase(tx, moved.value))) return followedAlready()
  await markFollowed(tx, one.districtId, one.personId, moved.value.state === 'open')
  await writeJournal(tx, {
    act: 'cases.move',
    ...about(one),
    subject: { kind: 'case', id: one.id },
    changed: { state: moved.value.state },
    reason: asked.reason,
  })
  return done(isDone)
}
