/** Letters that decomposition does not reach. */
const wholeLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => wholeLetters[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()

/** A name or place without accents, case, apostrophes or punctuation: "D'Amico-Cò" → 'damico co'. */
export const searchKey = (name: string): string =>
  fold(name)
    .replace(/['’‘ʼ`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const prefixes = new Set(
  'd de di del dell della delle dello dei degli da dal dall dalla la lo li le el al ben bin ibn abu ould van von den der'.split(
    ' ',
  ),
)

const tokensOf = (name: string): string[] =>
  fold(name)
    .split(/[^\p{L}]+/u)
    .filter(Boolean)

/**
 * Sound rules, in order, on folded letters: what Italian writes in several ways or a registrar hears as one
 * (ch k q, gh g, gn ni, gli li, j y i, w v, x ks, ue u, silent h, doubled consonants).
 */
const soundRules: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/sch(?=[ei])/g, 'sk'],
  [/c?ch|ck|cq|q/g, 'k'],
  [/c(?![ei])/g, 'k'],
  [/ggh|gh/g, 'G'],
  [/gn/g, 'ni'],
  [/gli/g, 'li'],
  [/h/g, ''],
  [/ou|oo|ue/g, 'u'],
  [/oe/g, 'o'],
  [/ae/g, 'a'],
  [/ee/g, 'i'],
  [/[jy]/g, 'i'],
  [/w/g, 'v'],
  [/x/g, 'ks'],
  [/tz|ts/g, 'z'],
  [/G/g, 'g'],
  [/(.)\1+/gu, '$1'],
]

const soundOf = (letters: string): string =>
  soundRules.reduce((text, [pattern, by]) => text.replace(pattern, by), letters)

/** How a name sounds to an Italian ear, prefixes and all its parts joined: 'De Luca' and 'Deluca' are one. */
export const phoneticKey = (name: string): string => soundOf(tokensOf(name).join(''))

/**
 * Every key under which a name may be looked for, the whole name's first: without its prefix ('El Amrani' as 'Amrani') and, for a
 * double name, each of its parts ('Maria Teresa' as 'Teresa'). For candidates in a database, look for any in common.
 */
export const phoneticKeys = (name: string): string[] => {
  const tokens = tokensOf(name)
  const parts = tokens.filter((token) => token.length > 1 && !prefixes.has(token))
  const all = [tokens.join(''), parts.join(''), ...parts].map(soundOf)
  return [...new Set(all)].filter(Boolean)
}

/** The sorted letters of each word, the longest word first: two neighbours swapped leave them as they are. */
export const letterKeys = (name: string): string[] =>
  searchKey(name)
    .split(' ')
    .filter((word) => word.length > 3)
    .sort((a, b) => b.length - a.length)
    .map((word) => [...word].sort().join(''))

/** Whether an earlier program wrote a mark where it had no letter: 'Nî??'. */
export const hasLostLetters = (name: string): boolean => /\?|\uFFFD/.test(name)

/** Blanks made plain, typographic apostrophes made straight, and ALL CAPITALS turned to capital initials. */
export const tidyName = (name: string): string => {
  const plain = name
    .normalize('NFC')
    .replace(/[\s\u00A0]+/g, ' ')
    .replace(/[’‘ʼ`´]/g, "'")
    .trim()
  if (plain !== plain.toUpperCase() || !/\p{L}{2}/u.test(plain)) return plain
  return plain
    .toLowerCase()
    .replace(/(^|[\s'-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
}
