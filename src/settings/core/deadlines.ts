import { z } from 'zod'
import { Deadlines } from './settings.schema.ts'

export type DeadlineName = keyof Deadlines
export type Unit = 'days' | 'months' | 'hours' | 'minutes' | 'times'

/** Deadlines as people think of them, in the order in which a story meets them. */
export const deadlineGroups = [
  {
    key: 'referrals',
    names: ['firstContactDays', 'urgentContactDays', 'interviewDays', 'eraseUntakenMonths', 'eraseUploadsDays'],
  },
  {
    key: 'pacts',
    names: [
      'signWithinDays',
      'reviewEveryDays',
      'termMonths',
      'maxTermMonths',
      'maxExtensions',
      'alertBeforeEndDays',
      'finalReviewWithinDays',
      'followUpMonths',
    ],
  },
  { key: 'cases', names: ['silenceDays', 'glassHours'] },
  { key: 'screens', names: ['lockMinutes', 'signingCodeMinutes'] },
] as const satisfies readonly { key: string; names: readonly DeadlineName[] }[]

export const deadlineNames: readonly DeadlineName[] = deadlineGroups.flatMap(({ names }) => [...names])

export const unitOf = (name: DeadlineName): Unit => {
  if (name === 'maxExtensions') return 'times'
  if (name.endsWith('Months')) return 'months'
  if (name.endsWith('Hours')) return 'hours'
  return name.endsWith('Minutes') ? 'minutes' : 'days'
}

/** The least and the most that a deadline may be. */
export const limitsOf = (name: DeadlineName): { readonly min: number; readonly max: number } => {
  const shape = Deadlines.shape[name]
  const number = shape instanceof z.ZodArray ? shape.element : shape
  return { min: number.minValue ?? 0, max: number.maxValue ?? 0 }
}

/** A deadline as a field shows it: '7', or '3, 6, 12'. */
export const deadlineText = (value: number | readonly number[] | undefined): string =>
  value === undefined ? '' : typeof value === 'number' ? String(value) : value.join(', ')

const numbersIn = (text: string): unknown[] =>
  text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part))

/** One deadline out of its field; undefined where it breaks its limits. */
export const readDeadline = (name: DeadlineName, text: string): number | number[] | undefined => {
  const given = name === 'followUpMonths' ? numbersIn(text) : numbersIn(text)[0]
  if (name !== 'followUpMonths' && numbersIn(text).length !== 1) return undefined
  const read = Deadlines.shape[name].safeParse(given)
  return read.success ? read.data : undefined
}

/** Minutes after which a screen locks: what the programme says, or the shortest that a district of one's own has set. */
export const lockMinutesFor = (
  programme: Pick<Deadlines, 'lockMinutes'>,
  districts: readonly { readonly lockMinutes?: number | undefined }[],
): number =>
  districts.length === 0
    ? programme.lockMinutes
    : Math.min(...districts.map(({ lockMinutes }) => lockMinutes ?? programme.lockMinutes))
