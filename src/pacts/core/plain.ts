import type { PlainIcon } from '../../platform/core/documents.schema.ts'
import { type Language, longDate, say } from '../../platform/core/words.ts'
import type { Commitment, Goal, PactContent, Side } from './content.schema.ts'
import { commitmentSentence } from './pact.sides.ts'
import { paperWords } from './paper.words.ts'

/** Beginnings of Italian and English words that say what a commitment is about, the most telling first. */
const signs: readonly (readonly [PlainIcon, RegExp])[] = [
  ['school', /\b(scuol|cors|lezion|doposcuola|compit|student|school|course|lesson|class|homework)/iu],
  ['food', /\b(cucin|mens|cibo|spesa|pranz|cen[ae]\b|cook|food|meal|lunch|dinner|canteen)/iu],
  ['health', /\b(medic|salut|consultori|visit|cur[ae]\b|terapi|farmac|doctor|health|clinic|therap)/iu],
  ['money', /\b(pag|sold|euro|contribut|bollett|bonus|buon[oi]\b|debit|pay|money|bill|rent|voucher)/iu],
  ['travel', /\b(passagg|auto\b|autobus|pullman|tren|patent|bici|accompagn|lift|car\b|bus|train|drive)/iu],
  ['work', /\b(lavor|curriculum|tirocin|colloqui|assun|work|job|cv\b|traineeship|interview)/iu],
  ['paper', /\b(document|modul|domand|iscri|isee|permess|firm|form\b|paper|apply|enrol|permit)/iu],
  ['home', /\b(cas[ae]\b|alloggi|affitt|abitazion|house|home|flat|lodging)/iu],
  ['talk', /\b(parl|incontr|ascolt|telefon|chiam|sportello|talk|meet|listen|call|speak)/iu],
  ['family', /\b(figli|famigli|mamm|bambin|nonn|child|family|mother|father|son\b|daughter)/iu],
]

const ofArea: Readonly<Record<Goal['area'], PlainIcon>> = {
  work: 'work',
  housing: 'home',
  family: 'family',
  relations: 'talk',
  health: 'health',
  skills: 'school',
  money: 'money',
}

/** The icon beside a commitment: by its words, else by its goal, else a hand. */
export const plainIconOf = (
  { text, goalId }: Pick<Commitment, 'text' | 'goalId'>,
  goals: readonly Goal[],
): PlainIcon => {
  const said = signs.find(([, sign]) => sign.test(text))
  const goal = goals.find(({ id }) => id === goalId)
  return said?.[0] ?? (goal ? ofArea[goal.area] : 'hand')
}

/** On the person's side too, what somebody else of the household promised is said with their name. */
export const ownSentence = (language: Language, one: Commitment, personId: string): string => {
  const isAnothers = one.side === 'person' && one.ownerKind === 'person' && one.ownerId !== null
  return commitmentSentence(language, isAnothers && one.ownerId !== personId ? { ...one, side: 'services' } : one)
}

export type PlainLine = { readonly icon: PlainIcon; readonly text: string; readonly when?: string }

/** One side of a pact in plain words: who does what, and how often or by when. */
export const plainLines = (
  language: Language,
  { commitments, goals }: Pick<PactContent, 'commitments' | 'goals'>,
  { side, personId }: { side: Side; personId: string },
): PlainLine[] =>
  commitments
    .filter((one) => one.side === side && one.text.trim() !== '')
    .map((one) => {
      const by =
        one.due === null ? '' : say(paperWords, language, 'pacts.paper.by', { day: longDate(language, one.due) })
      const when = one.recurrence.trim() || by
      const text = ownSentence(language, one, personId)
      return { icon: plainIconOf(one, goals), text, ...(when ? { when } : {}) }
    })
