import { hash, verify } from '@node-rs/argon2'

/** Argon2id (the library's default), 46 MiB, 2 passes, 1 lane: twice OWASP's first choice, some 50 ms on a small server. */
const cost = { memoryCost: 46 * 1024, timeCost: 2, parallelism: 1 }

/** Argon2id hash of a password or PIN, made outside the event loop. Keyboards differ: the text is normalised (NFKC). */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), cost)

/** Whether the password is the one that was hashed; false for a hash that cannot be read. */
export const verifyPassword = (hashed: string, password: string): Promise<boolean> =>
  verify(hashed, password.normalize('NFKC')).catch(() => false)

let decoy: Promise<string> | undefined

/** Takes as long as a real check, and is always false: for accounts that do not exist. */
export const verifyNobody = async (password: string): Promise<false> => {
  decoy ??= hashPassword('nobody')
  await verifyPassword(await decoy, password)
  return false
}
