import { isDone } from '../../platform/core/contract.ts'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { groundFault } from '../core/person.ts'
import type { GroundEntry } from '../core/sheet.schema.ts'
import { insertGround, listGrounds, saveWithdrawn } from './ground.store.ts'
import { tellReceivers } from './notice.acts.ts'
import { getChangeable } from './person.acts.ts'

export const addGround = async (tx: Tx, personId: string, ground: GroundEntry): Promise<Outcome<{ id: string }>> => {
  const found = await getChangeable(tx, personId)
  if (!found.ok) return found
  const fault = groundFault(ground)
  if (fault) return refuse('invalid', fault.code, { field: fault.field })
  if (ground.expiresOn && ground.expiresOn < tx.today)
    return refuse('invalid', 'persons.groundExpired', { field: 'expiresOn' })
  const { districtId, id: holder } = found.value
  const id = await insertGround(tx, { districtId, personId: holder }, ground)
  await writeJournal(tx, {
    act: 'persons.addGround',
    districtId,
    subject: { kind: 'legalGround', id },
    personId: holder,
    changed: ground,
  })
  return done({ id })
}

/** Only consent can be withdrawn; from now on `holds` is false, whoever shares asks it first, and who had the data is to be told. */
export const withdrawGround = async (tx: Tx, personId: string, id: string): Promise<Outcome<typeof isDone>> => {
  const found = await getChangeable(tx, personId)
  if (!found.ok) return found
  const { districtId, id: holder } = found.value
  const ground = (await listGrounds(tx, { districtId, personId: holder })).find((one) => one.id === id)
  if (!ground) return unknown()
  if (ground.basis !== 'consent') return refuse('conflict', 'persons.notWithdrawable')
  if (ground.withdrawnAt !== null) return refuse('conflict', 'persons.alreadyWithdrawn')
  await saveWithdrawn(tx, districtId, id)
  const toTell = await tellReceivers(tx, { districtId, personId: holder }, ground)
  await writeJournal(tx, {
    act: 'persons.withdrawGround',
    districtId,
    subject: { kind: 'legalGround', id },
    personId: holder,
    changed: { withdrawnAt: tx.now, toTell },
  })
  return done(isDone)
}
