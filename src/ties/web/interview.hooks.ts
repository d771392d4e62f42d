import { createContext, use, useSyncExternalStore } from 'react'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { useFilters } from '../../platform/web/navigation.ts'
import { interviewWords } from '../core/interview.words.ts'
import { tieWords } from '../core/tie.words.ts'
import type { Occasion, SheetAlter, WaveSheet } from '../core/wave.api.ts'
import { toldIn, type WaveQueue } from '../core/wave.queue.ts'
import type { Alter } from '../core/wave.schema.ts'
import { hasAskedAll } from '../core/wave.ts'
import { waveWords } from '../core/wave.words.ts'
import type { Interview } from './interview.store.ts'

const Here = createContext<Interview | null>(null)
export const InterviewHere = Here.Provider

export const useInterview = (): Interview => {
  const interview = use(Here)
  if (!interview) throw new Error('a part of a conversation stands outside of its page')
  return interview
}

export const useWaveQueue = (): WaveQueue => {
  const interview = useInterview()
  return useSyncExternalStore(interview.onChange, interview.queue)
}

/** The conversation as it was told up to now, saved or not. */
export const useTold = (): WaveSheet => toldIn(useWaveQueue())

export const passages = ['hands', 'map', 'knows', 'end'] as const
export type Passage = (typeof passages)[number]
const slugs: Readonly<Record<Passage, string>> = { hands: 'mano', map: 'vicini', knows: 'conosce', end: 'fine' }
export const passageHref = (passage: Passage): string => `?passo=${slugs[passage]}`

/** Where the conversation stands: as the address says, else at the first thing that was not told yet. */
export const usePassage = (sheet: WaveSheet): readonly [Passage, (next: Passage) => void] => {
  const [filters, change] = useFilters()
  const asked = passages.find((one) => slugs[one] === filters.passo)
  const first =
    hasAskedAll(sheet.resources) || sheet.alters.some(({ change }) => change !== 'unasked') ? 'map' : 'hands'
  return [
    asked ?? first,
    (next) => {
      change({ passo: slugs[next] })
      window.scrollTo(0, 0)
    },
  ]
}

/** An alter without what only the page adds to it. */
export const bare = ({ originLabel: _, before: __, ...alter }: SheetAlter): Alter => alter

/** What is said of an alter in one line: who it is, how near, how often. */
export const useAlterLine = (): ((alter: Pick<Alter, 'kind' | 'closeness' | 'often'>) => string) => {
  const [ties, waves, say] = [useWords(tieWords), useWords(waveWords), useWords(interviewWords)]
  const language = useLanguage()
  return ({ kind, closeness, often }) =>
    [
      ties(`ties.kind.${kind}`),
      closeness === null ? say('map.unplaced') : waves(`waves.closeness.${closeness}`),
      often === '' ? '' : waves(`waves.often.${often}`),
    ]
      .filter(Boolean)
      .map((part, index) => (index === 0 ? part : part.toLocaleLowerCase(language)))
      .join(', ')
}

/** The name of an occasion, as an answer to where a tie was born. */
export const useOccasionLabel = (): ((occasion: Pick<Occasion, 'kind' | 'label'>) => string) => {
  const [say, ties] = [useWords(interviewWords), useWords(tieWords)]
  return ({ kind, label }) =>
    kind === 'pact' || kind === 'hours' || kind === 'referral'
      ? say(`form.${kind}`, { label })
      : ties(`ties.origin.${kind}`)
}
