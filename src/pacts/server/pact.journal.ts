import { writeJournal } from '../../platform/server/journal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { Pact } from '../core/pact.schema.ts'

/** One line of the journal about a pact. */
export const journalPact = (
  tx: Tx,
  pact: Pick<Pact, 'id' | 'districtId' | 'caseId' | 'personId'>,
  line: { act: string; changed?: Readonly<Record<string, unknown>>; reason?: string | undefined },
): Promise<void> =>
  writeJournal(tx, {
    ...line,
    districtId: pact.districtId,
    subject: { kind: 'pact', id: pact.id },
    personId: pact.personId,
    caseId: pact.caseId,
  })
