import { hash, verify } from '@node-rs/argon2'

// OWASP's second choice for Argon2id: 19 MiB, two passes, one lane
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Argon2id hash of a password or PIN. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), cost)

/** Whether the password is the one that was hashed; false for a hash that cannot be read. */
export const verifyPassword = (hashed: string, password: string): Promise<boolean> =>
  verify(hashed, password.normalize('NFKC')).catch(() => false)
