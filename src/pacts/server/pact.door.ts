import type { Services, Tx } from '../../platform/server/tx.ts'
import type { GiveBack } from '../core/content.schema.ts'
import type { Pact } from '../core/pact.schema.ts'
import { isBinding, isOver } from '../core/pact.ts'
import { pactsWhere } from './pact.store.ts'
import { type BrokenPact, verifyPacts as checkAll } from './verify.acts.ts'
import { findVersion } from './version.store.ts'

/** Checks every signed text of the installation, for the command line; only those that differ are told. */
export const verifyPacts = (
  services: Services,
): Promise<{ readonly checked: number; readonly broken: readonly BrokenPact[] }> => checkAll(services)

/** Every pact of a case that the actor may see, newest first. */
export const pactsOfCase = (tx: Tx, districtId: string, caseId: string): Promise<Pact[]> =>
  pactsWhere(tx, { districtId, caseId })

/** Every pact of a person that the actor may see, newest first. */
export const pactsOfPerson = (tx: Tx, districtId: string, personId: string): Promise<Pact[]> =>
  pactsWhere(tx, { districtId, personId })

/** How many pacts of a case have not ended: a case with one stays open. */
export const openPactsCount = async (tx: Tx, districtId: string, caseId: string): Promise<number> =>
  (await pactsOfCase(tx, districtId, caseId)).filter(({ state }) => !isOver(state)).length

/** A pact with the give-back of the text that binds, for whoever plans or confirms a shift. */
export const pactForShift = async (
  tx: Tx,
  districtId: string,
  pactId: string,
): Promise<{ pact: Pact; isBinding: boolean; giveBack: readonly GiveBack[] } | undefined> => {
  const [pact] = await pactsWhere(tx, { districtId, id: pactId })
  if (!pact) return undefined
  const version = await findVersion(tx, pact, 'inForce')
  return { pact, isBinding: isBinding(pact.state), giveBack: version?.content.giveBack ?? [] }
}
