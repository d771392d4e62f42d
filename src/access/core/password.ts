export type PasswordFault = 'access.passwordShort' | 'access.passwordYours' | 'access.passwordSimple'

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')

/** Signs that follow each other on the keyboard or in the alphabet. */
const runs = ['abcdefghijklmnopqrstuvwxyz', '01234567890123456789', 'qwertyuiopasdfghjklzxcvbnm']

/** Mostly one run ('123456789012'): what guessing tools try first. */
const isRun = (text: string): boolean =>
  runs.some((run) => run.includes(text.slice(0, 6)) && run.includes(text.slice(-6)))

/** What is wrong with a new password: at least 12 signs, 5 of them different, no run, not one's own name or address. */
export const passwordFault = (
  password: string,
  owner: { readonly email: string; readonly name: string },
): PasswordFault | undefined => {
  const text = plain(password)
  if (text.length < 12) return 'access.passwordShort'
  const own = [owner.email.split('@')[0] ?? '', ...owner.name.split(/\s+/), 'farelegami'].map(plain)
  if (own.some((part) => part.length >= 5 && text.includes(part))) return 'access.passwordYours'
  if (new Set(text).size < 5 || isRun(text)) return 'access.passwordSimple'
  return undefined
}
