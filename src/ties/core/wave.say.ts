import type { Day } from '../../platform/core/day.ts'
import { type Catalogue, type Language, longDate, say, wordsOf } from '../../platform/core/words.ts'
import type { WaveCounts } from './wave.compare.ts'

export const waveSentenceWords = wordsOf(
  {
    'when.month': 'a {month}',
    'when.monthVowel': 'ad {month}',
    'when.day': 'il {day}',
    'two.had': { one: '{when} {name} aveva una persona vicina', other: '{when} {name} aveva {count} persone vicine' },
    'two.had.none': '{when} {name} non aveva persone vicine',
    'two.has': { one: '{when} ne ha <b>una</b>', other: '{when} ne ha <b>{count}</b>' },
    'two.has.none': '{when} <b>non ne ha nessuna</b>',
    'two.new': { one: '<b>1 legame è nuovo</b>', other: '<b>{count} legami sono nuovi</b>' },
    'two.new.none': 'nessun legame è nuovo',
    'two.closer': { one: '1 è più stretto', other: '{count} sono più stretti' },
    'two.farther': { one: '1 si è allontanato', other: '{count} si sono allontanati' },
    'two.lost': { one: '<b>1 si è perso</b>', other: '<b>{count} si sono persi</b>' },
    'two.recalled': { one: 'di 1 di prima non si era parlato', other: 'di {count} di prima non si era parlato' },
    'two.unasked': { one: 'di 1 non abbiamo chiesto', other: 'di {count} non abbiamo chiesto' },
    'two.all.same': 'i legami sono gli stessi',
    'one.has': {
      one: '{when} {name} ha raccontato <b>una persona vicina</b>',
      other: '{when} {name} ha raccontato <b>{count} persone vicine</b>',
    },
    'one.has.none': '{when} {name} ha raccontato di non avere persone vicine',
    'one.workers': { one: 'con un operatore dei servizi', other: 'con {count} operatori dei servizi' },
    'own.had': { one: '{when} avevi una persona vicina', other: '{when} avevi {count} persone vicine' },
    'own.had.none': '{when} non avevi persone vicine',
    'own.has': { one: '{when} ne hai una', other: '{when} ne hai {count}' },
    'own.has.none': '{when} non ne hai nessuna',
    'own.one': {
      one: '{when} hai raccontato una persona vicina',
      other: '{when} hai raccontato {count} persone vicine',
    },
    'own.one.none': '{when} hai raccontato di non avere persone vicine',
  },
  {
    'when.month': 'in {month}',
    'when.monthVowel': 'in {month}',
    'when.day': 'on {day}',
    'two.had': { one: '{when} {name} had one person close', other: '{when} {name} had {count} people close' },
    'two.had.none': '{when} {name} had nobody close',
    'two.has': { one: '{when} there is <b>one</b>', other: '{when} there are <b>{count}</b>' },
    'two.has.none': '{when} there is <b>nobody</b>',
    'two.new': { one: '<b>1 tie is new</b>', other: '<b>{count} ties are new</b>' },
    'two.new.none': 'no tie is new',
    'two.closer': { one: '1 is closer', other: '{count} are closer' },
    'two.farther': { one: '1 has moved away', other: '{count} have moved away' },
    'two.lost': { one: '<b>1 was lost</b>', other: '<b>{count} were lost</b>' },
    'two.recalled': { one: '1 from before had not been told', other: '{count} from before had not been told' },
    'two.unasked': { one: 'of 1 we did not ask', other: 'of {count} we did not ask' },
    'two.all.same': 'the ties are the same',
    'one.has': {
      one: '{when} {name} told us of <b>one person close</b>',
      other: '{when} {name} told us of <b>{count} people close</b>',
    },
    'one.has.none': '{when} {name} told us of nobody close',
    'one.workers': { one: 'with one worker of the services', other: 'with {count} workers of the services' },
    'own.had': { one: '{when} you had one person close', other: '{when} you had {count} people close' },
    'own.had.none': '{when} you had nobody close',
    'own.has': { one: '{when} you have one', other: '{when} you have {count}' },
    'own.has.none': '{when} you have nobody',
    'own.one': { one: '{when} you told us of one person close', other: '{when} you told us of {count} people close' },
    'own.one.none': '{when} you told us of nobody close',
  },
)

type Key = typeof waveSentenceWords extends Catalogue<infer K> ? K : never
type Counted = 'two.had' | 'two.has' | 'two.new' | 'one.has' | 'own.had' | 'own.has' | 'own.one'

const tell = (language: Language, key: Key, params: Record<string, string | number> = {}): string =>
  say(waveSentenceWords, language, key, params)

const counted = (
  language: Language,
  key: Counted,
  params: Record<string, string | number> & { count: number },
): string => tell(language, params.count === 0 ? `${key}.none` : key, params)

export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('it') + text.slice(1)

const partsOf = (language: Language, day: Day): { month: string; year: string } => {
  const [, month = '', year = ''] = longDate(language, day).split(' ')
  return { month, year }
}

/** 'ad aprile', 'a ottobre 2027', 'il 3 maggio 2026': as much as tells this wave from the other. */
export const whenHeld = (language: Language, day: Day, other: Day | null = null): string => {
  const { month, year } = partsOf(language, day)
  if (other !== null && other.slice(0, 7) === day.slice(0, 7))
    return tell(language, 'when.day', { day: longDate(language, day) })
  const isVowel = month.startsWith('a')
  const named = other === null || other.slice(0, 4) !== day.slice(0, 4) ? `${month} ${year}` : month
  return tell(language, isVowel ? 'when.monthVowel' : 'when.month', { month: named })
}

export type TwoWaves = { readonly name: string; readonly first: Day; readonly second: Day; readonly counts: WaveCounts }

const changesOf = (language: Language, counts: WaveCounts): string => {
  const isQuiet = counts.new + counts.closer + counts.farther + counts.lost + counts.recalled === 0
  const parts = isQuiet ? [tell(language, 'two.all.same')] : [counted(language, 'two.new', { count: counts.new })]
  for (const what of ['closer', 'farther', 'lost', 'recalled', 'unasked'] as const)
    if (counts[what] > 0) parts.push(tell(language, `two.${what}`, { count: counts[what] }))
  return `${capital(parts.join(', '))}.`
}

/** 'Ad aprile Bruno aveva 4 persone vicine, a ottobre ne ha <b>7</b>. <b>4 legami sono nuovi</b>, <b>1 si è perso</b>.' */
export const sayTwoWaves = (language: Language, { name, first, second, counts }: TwoWaves): string => {
  const had = counted(language, 'two.had', { when: whenHeld(language, first, second), name, count: counts.before })
  const has = counted(language, 'two.has', { when: whenHeld(language, second, first), count: counts.now })
  if (counts.before + counts.now + counts.unasked === 0) return `${capital(had)}, ${has}.`
  return `${capital(had)}, ${has}. ${changesOf(language, counts)}`
}

/** One wave only: how many the person told of. */
export const sayOneWave = (
  language: Language,
  {
    name,
    heldOn,
    near,
    workers,
    unasked,
  }: { name: string; heldOn: Day; near: number; workers: number; unasked: number },
): string => {
  const has = counted(language, 'one.has', { when: whenHeld(language, heldOn), name, count: near })
  const parts = [
    capital(has),
    ...(workers > 0 ? [tell(language, 'one.workers', { count: workers })] : []),
    ...(unasked > 0 ? [tell(language, 'two.unasked', { count: unasked })] : []),
  ]
  return `${parts.join(', ')}.`
}

/** The same, said to the person: the first and the last wave that were brought to their end; '' before the first. */
export const sayOwnWaves = (language: Language, waves: readonly { heldOn: Day; near: number }[]): string => {
  const [first, last] = [waves[0], waves[waves.length - 1]]
  if (!first || !last) return ''
  if (first === last)
    return `${capital(counted(language, 'own.one', { when: whenHeld(language, first.heldOn), count: first.near }))}.`
  const had = counted(language, 'own.had', { when: whenHeld(language, first.heldOn, last.heldOn), count: first.near })
  const has = counted(language, 'own.has', { when: whenHeld(language, last.heldOn, first.heldOn), count: last.near })
  return `${capital(had)}, ${has}.`
}
