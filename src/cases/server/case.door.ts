import type { Tx } from '../../platform/server/tx.ts'
import type { LifeArea } from '../core/area.schema.ts'
import type { Assessment } from '../core/assessment.schema.ts'
import { talentsOf } from '../core/assessment.ts'
import type { EquipePerson } from '../core/case.api.ts'
import type { Standing } from '../core/case.policy.ts'
import type { Case, EquipeRole } from '../core/case.schema.ts'
import type { Note } from '../core/note.schema.ts'
import type { TaskRow } from '../core/work.api.ts'
import { findCase, findOpenCaseOf, standingIn } from './case.store.ts'
import { listSilent, type SilentCase } from './caseList.store.ts'
import { sharedNotes } from './diary.store.ts'
import { listEquipe } from './equipe.store.ts'
import { type GlassOpening, listGlass } from './glass.store.ts'
import * as work from './work.store.ts'

/** A case with the names of its person and household. */
export type CaseHead = Case & { readonly personLabel: string; readonly householdLabel: string | null }

/** The case, when the actor's policies show it; the district is told by the case. */
export const findCaseHead = (tx: Tx, caseId: string): Promise<CaseHead | undefined> => findCase(tx, caseId)

export const getCaseHead = async (tx: Tx, districtId: string, caseId: string): Promise<CaseHead | undefined> => {
  const found = await findCase(tx, caseId)
  return found?.districtId === districtId ? found : undefined
}

/** The case in which a person is followed now. */
export const caseOfPerson = (tx: Tx, districtId: string, personId: string): Promise<CaseHead | undefined> =>
  findOpenCaseOf(tx, districtId, personId)

/** What the actor is in the equipe at this moment, and whether they broke the glass. */
export const standingOf = (tx: Tx, districtId: string, caseId: string): Promise<Standing> =>
  standingIn(tx, { districtId, id: caseId })

export const rolesOf = async (tx: Tx, districtId: string, caseId: string): Promise<readonly EquipeRole[]> =>
  (await standingOf(tx, districtId, caseId)).roles

/** Who follows the case now, with names and bodies. */
export const equipeOf = async (tx: Tx, districtId: string, caseId: string): Promise<EquipePerson[]> =>
  (await listEquipe(tx, { districtId, id: caseId })).filter(({ endedAt }) => endedAt === null)

/** The latest reading of needs and strengths, closed or not, opened. */
export const latestAssessment = (tx: Tx, districtId: string, caseId: string): Promise<Assessment | undefined> =>
  work.latestAssessment(tx, { districtId, id: caseId })

/** What the person can bring, as the latest reading says it. */
export const talentsOfCase = async (
  tx: Tx,
  districtId: string,
  caseId: string,
): Promise<{ area: LifeArea; canBring: string }[]> => {
  const found = await latestAssessment(tx, districtId, caseId)
  return found ? talentsOf(found) : []
}

/** Notes that the person reads on their own page, newest first. */
export const notesForPerson = (tx: Tx, districtId: string, personId: string): Promise<(Note & { author: string })[]> =>
  sharedNotes(tx, { districtId, personId })

/** A task that the product itself gives an equipe (a follow-up, a review); the act that asks for it writes the journal. */
export const giveTask = async (
  tx: Tx,
  about: { districtId: string; caseId: string; personId: string },
  task: { title: string; due: string; ownerId: string | null; origin: { kind: string; id: string } },
): Promise<string> => {
  const id = tx.newId()
  await work.addTask(tx, { ...about, id: about.caseId }, { ...task, id, recursDays: null, madeBy: 'product' })
  return id
}

/** Open tasks of the actor up to a day, overdue ones first. */
export const myTasks = (tx: Tx, dueUntil: string): Promise<TaskRow[]> => work.listTasks(tx, { mine: true, dueUntil })

/** Open cases of a district without a contact for these days, the longest first; `mine`: of the actor's equipes. */
export const silentCases = (
  tx: Tx,
  about: { districtId: string; days: number; mine: boolean },
): Promise<SilentCase[]> => listSilent(tx, about)

/** Broken glasses that nobody who coordinates these districts has looked into. */
export const unseenGlass = (tx: Tx, districts: readonly string[]): Promise<{ rows: GlassOpening[]; total: number }> =>
  listGlass(tx, districts, { unseen: true, limit: 20, offset: 0 })
