import { type Algorithm, hash, verify } from '@node-rs/argon2'

/** Argon2id, 46 MiB, 2 passes, 1 lane: twice OWASP's first choice (46 MiB, 1 pass), some 50 ms on a small server. */
const cost = { algorithm: 2 satisfies Algorithm, memoryCost: 46 * 1024, timeCost: 2, parallelism: 1 }

/** For passwords and PINs. The text is normalised (NFKC), as keyboards differ; runs outside the event loop. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), cost)

/** False for a wrong password and for a stored hash that cannot be read. */
export const verifyPassword = (stored: string, password: string): Promise<boolean> =>
  verify(stored, password.normalize('NFKC')).catch(() => false)

let decoy: Promise<string> | undefined

/** Takes as long as a real check, and is always false: for accounts that do not exist. */
export const verifyNobody = async (password: string): Promise<false> => {
  decoy ??= hashPassword('nobody')
  await verifyPassword(await decoy, password)
  return false
}
