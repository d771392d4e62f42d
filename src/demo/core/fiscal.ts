import type { Day } from '../../platform/core/day.ts'
import type { Gender } from './fill.ts'

const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23]
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toUpperCase()
const consonants = (text: string): string => text.replace(/[AEIOU]/g, '')
const vowels = (text: string): string => text.replace(/[^AEIOU]/g, '')
const three = (text: string): string => `${consonants(text)}${vowels(text)}XXX`.slice(0, 3)

const threeOfGiven = (given: string): string => {
  const found = consonants(given)
  return found.length > 3 ? `${found.charAt(0)}${found.slice(2, 4)}` : three(given)
}

const rank = (character: string): number => {
  const letter = letters.indexOf(character)
  return letter >= 0 ? letter : Number(character)
}

const check = (body: string): string => {
  const sum = [...body].reduce(
    (total, character, at) => total + (at % 2 === 0 ? (odd[rank(character)] ?? 0) : rank(character)),
    0,
  )
  return letters.charAt(sum % 26)
}

/** The codice fiscale as DM 23-12-1976 builds it, for invented people; `place`: cadastral code. */
export const fiscalCodeOf = (of: {
  family: string
  given: string
  gender: Gender
  birth: Day
  place: string
}): string => {
  const [year = '', month = '', day = ''] = of.birth.split('-')
  const date = `${year.slice(2)}${'ABCDEHLMPRST'.charAt(Number(month) - 1)}${String(Number(day) + (of.gender === 'f' ? 40 : 0)).padStart(2, '0')}`
  const body = `${three(plain(of.family))}${threeOfGiven(plain(of.given))}${date}${of.place}`
  return `${body}${check(body)}`
}
