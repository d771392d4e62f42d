import type { z } from 'zod'
import { longDate } from '../../platform/core/words.ts'
import type { DrawnTie } from '../../platform/web/kit/tie-layout.ts'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { tieWords } from '../core/tie.words.ts'
import type { ToldAlter, waveApi } from '../core/wave.api.ts'
import { type ComparedTie, type Comparison, compareWaves, isWorker } from '../core/wave.compare.ts'
import { wavePageWords } from '../core/wave.page.words.ts'
import { sayOneWave, sayTwoWaves } from '../core/wave.say.ts'
import { aliveIn } from '../core/wave.ts'

export type Read = z.output<typeof waveApi.compare.reply>
export type Side = NonNullable<Read['second']>
export type Compared = ComparedTie<ToldAlter>

/** Two waves side by side, or one alone as if nothing had been before it. */
export type Shown = {
  readonly name: string
  readonly first: Side | null
  readonly second: Side
  readonly comparison: Comparison<ToldAlter>
}

export const shownIn = ({ person, first, second }: Read): Shown | null =>
  second && { name: person, first, second, comparison: compareWaves(first?.alters ?? second.alters, second.alters) }

/** 'T.G.' as 'T. G.', so that both initials are drawn. */
export const spaced = (label: string): string => label.replace(/\.(?=\p{L})/gu, '. ') || '—'

const isNew = (shown: Shown, { changed, now }: Compared): boolean =>
  shown.first === null ? now !== null && now.origin.kind !== 'before' : changed === 'new'

/** Initials or a nickname; an organisation, who is no third party, by its name. */
export const calledAs = ({ body, label }: ToldAlter): string => body || spaced(label)

/** A place where new ties were born, with its letter. */
export type Birthplace = {
  readonly letter: string
  readonly count: number
  readonly alter: ToldAlter
  readonly settings: readonly string[]
}

const placeKey = ({ origin, setting }: ToldAlter): string => `${origin.kind} ${origin.id ?? setting}`

/** The birthplaces of the new ties, the most fertile first, each with a letter and the keys of its ties. */
export const birthplaces = (shown: Shown): ReadonlyMap<string, Birthplace> => {
  const fresh = shown.comparison.ties.filter((tie) => isNew(shown, tie)).flatMap(({ now }) => now ?? [])
  const groups = new Map<string, ToldAlter[]>()
  for (const alter of fresh) groups.set(placeKey(alter), [...(groups.get(placeKey(alter)) ?? []), alter])
  const sorted = [...groups].sort(([, a], [, b]) => b.length - a.length)
  return new Map(
    sorted.flatMap(([key, alters], index) => {
      const [alter] = alters
      const settings = [...new Set(alters.map(({ setting }) => setting).filter(Boolean))]
      return alter
        ? [[key, { letter: String.fromCharCode(65 + (index % 26)), count: alters.length, alter, settings }]]
        : []
    }),
  )
}

export const bornAt = (places: ReadonlyMap<string, Birthplace>, shown: Shown, tie: Compared): Birthplace | null =>
  isNew(shown, tie) && tie.now ? (places.get(placeKey(tie.now)) ?? null) : null

/** The sentence of the page: what changed between two waves, or what one alone told. */
export const useShownSentence = (): ((shown: Shown) => string) => {
  const language = useLanguage()
  return ({ name, first, second, comparison }) => {
    if (first)
      return sayTwoWaves(language, { name, first: first.heldOn, second: second.heldOn, counts: comparison.counts })
    const alive = aliveIn(second.alters)
    const workers = alive.filter(isWorker).length
    const unasked = comparison.counts.unasked
    return sayOneWave(language, { name, heldOn: second.heldOn, near: alive.length - workers, workers, unasked })
  }
}

/** Where a tie was born, in words, with the day when it is known. */
export const useBirthWords = (): ((alter: ToldAlter) => string) => {
  const [say, ties, language] = [useWords(wavePageWords), useWords(tieWords), useLanguage()]
  return ({ origin, originLabel, setting, since }) => {
    if (origin.kind === 'before') return say('cell.before')
    const place = [originLabel || (setting ? '' : ties(`ties.origin.${origin.kind}`)), setting]
      .filter(Boolean)
      .join(', ')
    return since === null ? place : `${place}, ${longDate(language, since)}`
  }
}

const movesOf = ({ before, changed }: Compared): Pick<DrawnTie, 'was'> =>
  before?.closeness && changed === 'closer' ? { was: before.closeness } : {}

/** The ties as the drawing and its list want them. */
export const useDrawnTies = (): ((shown: Shown) => DrawnTie[]) => {
  const [ties, birth] = [useWords(tieWords), useBirthWords()]
  const draw = (tie: Compared, alter: ToldAlter, born: Birthplace | null): DrawnTie => ({
    id: tie.key,
    name: calledAs(alter),
    ...(alter.body ? { body: true } : {}),
    relation: ties(`ties.kind.${alter.kind}`).toLocaleLowerCase('it'),
    kind: tie.changed === 'lost' ? 'lost' : born ? 'new' : 'old',
    closeness: alter.closeness ?? 2,
    ...movesOf(tie),
    ...(born ? { bead: born.letter, origin: birth(alter) } : {}),
  })
  return (shown) => {
    const places = birthplaces(shown)
    // of those nobody asked about nothing is drawn: the table says so
    const known = shown.comparison.ties.filter(({ changed }) => changed !== 'unasked')
    return known.map((tie) => draw(tie, tie.last, bornAt(places, shown, tie)))
  }
}
