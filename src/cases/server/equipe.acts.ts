import { mayIn } from '../../platform/core/actor.ts'
import { isDone } from '../../platform/core/contract.ts'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { NewMember } from '../core/case.api.ts'
import { canChangeEquipe } from '../core/case.policy.ts'
import * as store from './equipe.store.ts'
import { about, lacking, type Opened, openFor, opensCases } from './opened.ts'

/** Checks who is named: people at work on cases in the district, bodies that exist, nobody twice in the same role. */
export const wholeEquipe = async (
  tx: Tx,
  districtId: string,
  members: readonly NewMember[],
): Promise<Outcome<readonly NewMember[]>> => {
  if (members.length === 0) return refuse('invalid', 'cases.equipe.nobody')
  if (new Set(members.map(({ accountId, role }) => `${accountId} ${role}`)).size < members.length)
    return refuse('invalid', 'cases.equipe.twice')
  const colleagues = await store.colleaguesIn(tx, districtId, { ids: members.map(({ accountId }) => accountId) })
  const bodyOf = new Map(colleagues.map(({ accountId, organisationId }) => [accountId, organisationId]))
  if (members.some(({ accountId }) => !bodyOf.has(accountId))) return refuse('invalid', 'cases.equipe.notAtWork')
  const named = members.flatMap(({ organisationId }) => organisationId ?? [])
  const bodies = await store.knownBodies(tx, named)
  if (named.some((id) => !bodies.includes(id))) return refuse('invalid', 'cases.equipe.noSuchBody')
  return done(
    members.map((one) => ({ ...one, organisationId: one.organisationId ?? bodyOf.get(one.accountId) ?? null })),
  )
}

const openToCompose = async (tx: Tx, caseId: string): Promise<Outcome<Opened>> => {
  const opened = await openFor(tx, caseId, 'change')
  if (!opened.ok) return opened
  const { one, standing } = opened.value
  if (!canChangeEquipe(tx.actor, one, standing.roles)) return refuse('forbidden', 'cases.managerOnly')
  return one.state === 'open' ? opened : refuse('conflict', 'cases.isClosed')
}

/** Pacts, tasks and appointments follow the equipe; the journal says so when any did. */
const passOn = async (tx: Tx, { one }: Opened, goneTutor: string | null): Promise<void> => {
  const passed = await store.passOn(tx, one, goneTutor)
  if (passed.pacts + passed.tasks + passed.appointments === 0) return
  await writeJournal(tx, {
    act: 'cases.handOver',
    ...about(one),
    subject: { kind: 'case', id: one.id },
    changed: passed,
  })
}

export const joinEquipe = async (tx: Tx, caseId: string, member: NewMember): Promise<Outcome<{ id: string }>> => {
  const opened = await openToCompose(tx, caseId)
  if (!opened.ok) return opened
  const { one } = opened.value
  const whole = await wholeEquipe(tx, one.districtId, [member])
  if (!whole.ok) return whole
  const now = (await store.listEquipe(tx, one)).filter(({ endedAt }) => endedAt === null)
  if (now.some(({ accountId, role }) => accountId === member.accountId && role === member.role))
    return refuse('conflict', 'cases.equipe.twice')
  const [fresh = member] = whole.value
  const id = await store.addMember(tx, one, fresh)
  await passOn(tx, opened.value, null)
  await writeJournal(tx, { act: 'cases.join', ...about(one), subject: { kind: 'equipeMember', id }, changed: fresh })
  return done({ id })
}

/** Ends a place in the equipe at this moment: what they had in hand is passed on. The last case manager stays until there is another. */
export const leaveEquipe = async (tx: Tx, caseId: string, memberId: string): Promise<Outcome<typeof isDone>> => {
  const opened = await openToCompose(tx, caseId)
  if (!opened.ok) return opened
  const { one } = opened.value
  const now = (await store.listEquipe(tx, one)).filter(({ endedAt }) => endedAt === null)
  const member = now.find(({ id }) => id === memberId)
  if (!member) return unknown()
  if (member.role === 'caseManager' && now.filter(({ role }) => role === 'caseManager').length === 1)
    return refuse('conflict', 'cases.equipe.lastManager')
  await store.endMember(tx, { districtId: one.districtId, id: memberId })
  await passOn(tx, opened.value, member.role === 'tutor' ? member.accountId : null)
  await writeJournal(tx, {
    act: 'cases.leave',
    ...about(one),
    subject: { kind: 'equipeMember', id: memberId },
    changed: { to: tx.today },
  })
  return done(isDone)
}

const composing = ['cases.work', 'cases.open', 'cases.all'] as const

export const listColleagues = async (
  tx: Tx,
  { districtId, q }: { districtId: string; q: string },
): Promise<Outcome<{ rows: store.Colleague[] }>> => {
  if (!opensCases(tx.actor) && !composing.some((one) => mayIn(tx.actor, one, districtId))) return lacking('cases.work')
  if (!composing.some((one) => mayIn(tx.actor, one, districtId))) return unknown()
  return done({ rows: await store.colleaguesIn(tx, districtId, { q: q.trim() }) })
}
