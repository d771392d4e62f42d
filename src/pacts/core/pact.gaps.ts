import { addMonths } from '../../platform/core/day.ts'
import type { Params } from '../../platform/core/words.ts'
import type { Commitment, PactContent } from './content.schema.ts'
import type { PactSettings } from './pact.settings.ts'
import type { PactReason } from './reasons.words.ts'

/** One thing that is missing before the text can go to the panel, and the field where it goes. */
export type Gap = { readonly path: string; readonly code: PactReason; readonly params?: Params }

const isBlank = (text: string): boolean => text.trim() === ''

const missingField = ({ text, ownerLabel, measure, due }: Commitment): string | null =>
  isBlank(text)
    ? 'text'
    : isBlank(ownerLabel)
      ? 'ownerLabel'
      : isBlank(measure)
        ? 'measure'
        : due === null
          ? 'due'
          : null

const goalGaps = ({ goals }: PactContent): Gap[] =>
  goals.length === 0
    ? [{ path: 'goals', code: 'pacts.needs.goal' }]
    : goals.flatMap((goal, index): Gap[] =>
        isBlank(goal.words)
          ? [{ path: `goals/${goal.id}/words`, code: 'pacts.needs.goalWords', params: { position: index + 1 } }]
          : [],
      )

const commitmentGaps = ({ commitments }: PactContent): Gap[] => {
  const sides = new Set(commitments.filter(({ text }) => !isBlank(text)).map(({ side }) => side))
  const isTwoSided = sides.has('person') && (sides.has('services') || sides.has('community'))
  const oneSided: Gap[] = isTwoSided ? [] : [{ path: 'commitments', code: 'pacts.needs.twoSides' }]
  const halves = commitments.flatMap((one): Gap[] => {
    const field = missingField(one)
    if (field === null) return []
    return [{ path: `commitments/${one.id}/${field}`, code: 'pacts.needs.wholeCommitment', params: { text: one.text } }]
  })
  return [...oneSided, ...halves]
}

const termGaps = ({ term: { start, end } }: PactContent, { maxTermMonths: months }: Limits): Gap[] => {
  if (start === null) return [{ path: 'term/start', code: 'pacts.needs.term' }]
  if (end === null) return [{ path: 'term/end', code: 'pacts.needs.term' }]
  if (end <= start) return [{ path: 'term/end', code: 'pacts.needs.termForward' }]
  if (end <= addMonths(start, months)) return []
  return [{ path: 'term/end', code: 'pacts.needs.termShorter', params: { months } }]
}

type Limits = Pick<PactSettings, 'maxTermMonths'>

/** All that is missing before a text can go to the panel, in the order of the page; the moves themselves name only the first. */
export const gapsIn = (content: PactContent, limits: Limits): Gap[] => [
  ...(isBlank(content.purpose) ? [{ path: 'purpose', code: 'pacts.needs.purpose' as const }] : []),
  ...termGaps(content, limits),
  ...goalGaps(content),
  ...commitmentGaps(content),
]
