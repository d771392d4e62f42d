import type { Day, Instant } from '../../platform/core/day.ts'
import { done, type Outcome, refuse } from '../../platform/core/refusal.ts'
import type { NewTie, Tie, TieEnd } from './tie.schema.ts'

/** One to four letters, with or without stops and blanks between them: 'R.M.', 'RM', 'T. G.'. */
const initials = /^\p{Lu}\.?(?:[ -]?\p{Lu}\.?){0,3}$/u

export const isInitials = (label: string): boolean => label.length <= 11 && initials.test(label.normalize('NFC'))

// One word of at most eleven letters, with a number to tell two apart. A capital inside it ('RossiMario') is two words run together;
// more digits are a telephone or a codice fiscale.
const oneWord = /^\p{L}[\p{L}'’]*\d{0,2}$/u
const runTogether = /\p{Ll}\p{Lu}/u

/** Initials, or a nickname of one word: what may be written of somebody who never consented. */
export const isNickname = (label: string): boolean => {
  const text = label.normalize('NFC')
  return text.length <= 11 && (isInitials(text) || (oneWord.test(text) && !runTogether.test(text)))
}

/** 'Rosa Maria Bianchi' as 'RMB': what a form proposes when somebody types a name where initials belong. */
export const initialsOf = (name: string): string =>
  [...name.normalize('NFC').matchAll(/\p{L}+/gu)]
    .slice(0, 4)
    .map(([word]) => word.charAt(0).toLocaleUpperCase('it'))
    .join('')

const whyNotEnd = (end: TieEnd): string | null => {
  if (end.kind !== 'alter') return end.id === null ? 'ties.endUnknown' : null
  if (end.id !== null) return 'ties.alterHasId'
  return isNickname(end.label) ? null : 'ties.initialsOnly'
}

const isSame = (a: TieEnd, b: TieEnd): boolean => a.id !== null && a.id === b.id

const whyNotDates = ({ since, until }: Pick<Tie, 'since' | 'until'>, today: Day): string | null => {
  if (since > today || (until !== null && until > today)) return 'ties.future'
  return until !== null && until < since ? 'ties.endsBeforeStart' : null
}

/** The code of the reason why such a tie cannot be recorded, or null. */
export const whyNotTie = (tie: NewTie, today: Day): string | null => {
  if (isSame(tie.a, tie.b)) return 'ties.withOneself'
  if (tie.a.kind === 'alter' && tie.b.kind === 'alter') return 'ties.twoAlters'
  if (tie.origin.kind !== 'before' && tie.origin.kind !== 'other' && tie.origin.id === null) return 'ties.originUnknown'
  return whyNotEnd(tie.a) ?? whyNotEnd(tie.b) ?? whyNotDates(tie, today)
}

export const recordTie = (
  tie: NewTie,
  about: Pick<Tie, 'id' | 'districtId' | 'caseId' | 'personId' | 'recordedBy'> & { at: Instant; today: Day },
): Outcome<Tie> => {
  const { at, today, ...rest } = about
  const code = whyNotTie(tie, today)
  return code ? refuse('invalid', code) : done({ ...tie, ...rest, recordedAt: at, labelsErasedAt: null })
}

/** A tie that is over keeps its dates. */
export const endTie = (tie: Tie, until: Day, today: Day): Outcome<Tie> => {
  if (tie.until !== null) return refuse('conflict', 'ties.overAlready', { until: tie.until })
  const code = whyNotDates({ since: tie.since, until }, today)
  return code ? refuse('invalid', code) : done({ ...tie, until })
}

/** How close it is now, in the person's own view; of a tie that is over nothing changes. */
export const weighTie = (tie: Tie, strength: number): Outcome<Tie> =>
  tie.until === null ? done({ ...tie, strength }) : refuse('conflict', 'ties.overAlready', { until: tie.until })

/** Two who are both known and have each said yes: either may say what became of the tie. */
export const isOfBoth = ({ a, b }: Pick<Tie, 'a' | 'b'>): boolean => a.kind === 'person' && b.kind === 'person'

/** Whether a tie is of this file: told in it, or its person is one of the two. */
export const isOfFile = (
  { caseId, a, b }: Pick<Tie, 'caseId' | 'a' | 'b'>,
  file: { readonly caseId: string; readonly personId: string },
): boolean => caseId === file.caseId || [a.id, b.id].includes(file.personId)

export const isBornHere = ({ origin }: Pick<Tie, 'origin'>): boolean => origin.kind !== 'before'

const withoutLabel = (end: TieEnd): TieEnd => (end.kind === 'alter' ? { ...end, label: '' } : end)

const isAlter = ({ kind }: TieEnd): boolean => kind === 'alter'

/** Third parties go, and with them what was written in free words, which may name them; kind, dates and origin stay, for the counts. */
export const eraseLabels = (tie: Tie, at: Instant): Tie => {
  if (tie.labelsErasedAt !== null) return tie
  const words = isAlter(tie.a) || isAlter(tie.b) ? { setting: '', frequency: '' } : {}
  return { ...tie, a: withoutLabel(tie.a), b: withoutLabel(tie.b), ...words, labelsErasedAt: at }
}

/** The far end of a tie, seen from a person; of a tie that is not theirs, its second end. */
export const otherEnd = ({ a, b }: Pick<Tie, 'a' | 'b'>, personId: string): TieEnd => (b.id === personId ? a : b)

/** How a tie is drawn: lost ones dotted, born here warm, from before grey. */
export const drawnAs = (tie: Pick<Tie, 'origin' | 'until'>, today: Day): 'new' | 'old' | 'lost' => {
  if (tie.until !== null && tie.until <= today) return 'lost'
  return isBornHere(tie) ? 'new' : 'old'
}
