import type { Services } from '../../platform/server/tx.ts'
import { type BrokenPact, verifyPacts as checkAll } from './verify.acts.ts'

/** Checks every signed text of the installation, for the command line; only those that differ are told. */
export const verifyPacts = (
  services: Services,
): Promise<{ readonly checked: number; readonly broken: readonly BrokenPact[] }> => checkAll(services)
