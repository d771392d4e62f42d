import { lazy, type ReactElement, Suspense } from 'react'
import { answerWords } from '../core/answer.words.ts'
import type { Clash, Texts } from '../core/clash.ts'
import type { Refused } from './call.ts'
import { Faults } from './Faults.tsx'
import { Note } from './kit/Card.tsx'
import { useWords } from './language.tsx'

const ConflictView = lazy(async () => ({ default: (await import('./kit/Compare.tsx')).ConflictView }))

type Shown = (name: string, text: string) => string
const asItIs: Shown = (_, text) => text

/** What was chosen, as the form writes it; a choice among names cannot be joined by hand, and stays mine. */
const chosen = (clashes: readonly Clash[], shown: Shown, texts: Texts): Texts =>
  Object.fromEntries(
    clashes.map(({ name, mine, theirs }) => {
      const text = texts[name] ?? ''
      if (text === shown(name, theirs)) return [name, theirs]
      return [name, text === shown(name, mine) || shown(name, mine) !== mine ? mine : text]
    }),
  )

/** What two people wrote at once, side by side. `shown` says in words a text that is made of codes. */
export const Clashes = (props: {
  clashes: readonly Clash[]
  labelOf: (name: string) => string
  shown?: Shown
  busy: boolean
  problem: Refused | null
  onResolve: (texts: Texts) => void
}): ReactElement => {
  const say = useWords(answerWords)
  const { clashes, labelOf, shown = asItIs, busy } = props
  return (
    <div className="mt stack">
      <div role="alert">
        <Note icon="alert">{say('meanwhile')}</Note>
      </div>
      <Faults faults={[]} error={props.problem} />
      <Suspense>
        <ConflictView
          busy={busy}
          onResolve={(texts) => props.onResolve(chosen(clashes, shown, texts))}
          fields={clashes.map(({ name, mine, theirs }) => ({
            name,
            label: labelOf(name),
            mine: shown(name, mine),
            theirs: shown(name, theirs),
            who: say('somebody'),
            when: say('justNow'),
          }))}
        />
      </Suspense>
    </div>
  )
}
