import type { Day } from '../../platform/core/day.ts'
import { figure, type Language, monthOf, say } from '../../platform/core/words.ts'
import { type Counts, countsOf, type EgoCounts, egoCountsOf } from './drawing.counts.ts'
import { type Choice, drawnOn } from './drawing.ts'
import { drawingWords } from './drawing.words.ts'
import type { Network } from './network.schema.ts'
import type { OriginKind } from './tie.schema.ts'

type Key = keyof (typeof drawingWords)['it']
type Counted =
  | 'people'
  | 'households'
  | 'bodies'
  | 'is'
  | 'was'
  | 'now'
  | 'ego.has'
  | 'ego.had'
  | 'ego.now'
  | 'lost'
  | 'alone'

const counted = (language: Language, key: Counted, count: number): string => {
  const none = `${key}.none`
  const chosen: Key = count === 0 && none in drawingWords.it ? (none as Key) : key
  return say(drawingWords, language, chosen, { count, n: figure(language, count) })
}

/** 'a marzo 2026', 'ad aprile 2026', 'in March 2026'. */
const inMonth = (language: Language, day: Day): string => {
  const month = monthOf(language, day)
  return say(drawingWords, language, /^a/i.test(month) ? 'inVowel' : 'in', { month })
}

const listed = (language: Language, parts: readonly string[]): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(parts)

const whoOf = (language: Language, { people, households, bodies }: Counts): string =>
  listed(language, [
    ...(people > 0 ? [counted(language, 'people', people)] : []),
    ...(households > 0 ? [counted(language, 'households', households)] : []),
    ...(bodies > 0 ? [counted(language, 'bodies', bodies)] : []),
  ])

const at = (language: Language, origin: OriginKind): string => say(drawingWords, language, `at.${origin}`)

const bornOf = (language: Language, { born, places }: Counts): string => {
  if (born === 0) return say(drawingWords, language, 'born.none')
  const parts = places.map(({ origin, count }) =>
    say(drawingWords, language, 'places', { n: figure(language, count), where: at(language, origin) }),
  )
  const where = places.length === 1 ? at(language, places[0]?.origin ?? 'other') : listed(language, parts)
  return say(drawingWords, language, 'born', { count: born, n: figure(language, born), where })
}

/** The same filters on the first day and on the day. */
type Asked = { readonly language: Language; readonly choice: Choice; readonly from: Day; readonly day: Day }

const isOneMonth = ({ from, day }: Asked): boolean => from.slice(0, 7) >= day.slice(0, 7)

/**
 * What a drawing shows: 'Fra 120 persone e 34 enti a marzo 2026 c’erano 210 legami, a ottobre 2026 ce ne sono 380. …'. First the sentence, then
 * what else to know. Numbers weigh (<b>).
 */
export const networkSentence = (network: Network, asked: Asked): readonly [string, string] => {
  const { language, choice, from, day } = asked
  const now = countsOf(network, drawnOn(network, choice, day))
  if (now.people + now.households + now.bodies === 0) return [say(drawingWords, language, 'nobody'), '']
  const who = whoOf(language, now)
  const then = drawnOn(network, choice, from).ties.filter(({ state }) => state !== 'lost').length
  const first = isOneMonth(asked)
    ? say(drawingWords, language, 'among', {
        who,
        when: inMonth(language, day),
        is: counted(language, 'is', now.ties),
      })
    : say(drawingWords, language, 'amongThen', {
        who,
        from: inMonth(language, from),
        to: inMonth(language, day),
        was: counted(language, 'was', then),
        now: counted(language, 'now', now.ties),
      })
  const rest = [
    ...(now.ties > 0 ? [bornOf(language, now)] : []),
    ...(now.lost > 0 ? [counted(language, 'lost', now.lost)] : []),
    ...(now.alone > 0 ? [counted(language, 'alone', now.alone)] : []),
  ]
  return [first, rest.join(' ')]
}

const egoBornOf = (language: Language, { born, top }: EgoCounts): string => {
  if (top === null) return say(drawingWords, language, 'born.none')
  const where = top.label ? say(drawingWords, language, 'ego.here', { label: top.label }) : at(language, top.origin)
  const [n, of] = [figure(language, top.count), figure(language, born)]
  if (born === 1) return say(drawingWords, language, 'ego.born.one', { where })
  if (top.count === born) return say(drawingWords, language, 'ego.born.all', { n, where })
  return say(drawingWords, language, 'ego.born', { count: top.count, n, of, where })
}

/** What a drawing shows of the node in its middle: 'Amina T. a marzo 2026 aveva 2 legami, a ottobre 2026 ne ha 6. …'. */
export const egoSentence = (
  network: Network,
  { ego, name }: { readonly ego: number; readonly name: string },
  asked: Asked,
): readonly [string, string] => {
  const { language, choice, from, day } = asked
  const on = (when: Day): EgoCounts => egoCountsOf(network, drawnOn(network, choice, when), ego)
  const [then, now] = [on(from), on(day)]
  const first = isOneMonth(asked)
    ? say(drawingWords, language, 'ego', {
        name,
        when: inMonth(language, day),
        has: counted(language, 'ego.has', now.ties),
      })
    : say(drawingWords, language, 'egoThen', {
        name,
        from: inMonth(language, from),
        to: inMonth(language, day),
        had: counted(language, 'ego.had', then.ties),
        now: counted(language, 'ego.now', now.ties),
      })
  const rest = [
    ...(now.ties > 0 ? [egoBornOf(language, now)] : []),
    ...(now.lost > 0 ? [counted(language, 'lost', now.lost)] : []),
  ]
  return [first, rest.join(' ')]
}
