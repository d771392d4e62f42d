import { type Day, daysBetween } from '../../platform/core/day.ts'
import { type Language, say } from '../../platform/core/words.ts'
import type { Commitment } from './content.schema.ts'
import type { Progress } from './pact.progress.ts'
import type { Pact, PactState } from './pact.schema.ts'
import { pactWords } from './pact.words.ts'

const infinitive = /^\p{L}+(?:re|rre|rsi|rmi|rci|rlo|rla|rli|rle)(?=\s|$)/iu

const preposition = /^ad?\s+/i

/** Lower-cases the verb and puts 'a' before it, 'ad' before another a: 'mi impegno ad andare'; one that was written stays one. */
const withPreposition = (text: string): string => {
  const bare = text.replace(preposition, '')
  const verb = bare.charAt(0).toLowerCase() + bare.slice(1)
  return verb.startsWith('a') ? `ad ${verb}` : `a ${verb}`
}

/**
 * A commitment as a pact says it, in the first person or with its owner: 'Io mi impegno a…', 'Il Comune si impegna a…',
 * 'Teresa offre…'. The Italian preposition is put only before a verb; a text that is no verb stays as it was written.
 */
export const commitmentSentence = (language: Language, { side, text, ownerLabel }: Commitment): string => {
  const written = text.trim()
  const isVerb = language === 'it' && infinitive.test(written.replace(preposition, ''))
  const key = `pacts.sentence.${side}${isVerb ? 'Verb' : ''}` as const
  return say(pactWords, language, key, {
    text: isVerb ? withPreposition(written) : written,
    owner: ownerLabel,
  })
}

type PhaseOfPact = 'begun' | 'half' | 'nearEnd'

const phaseOf = (startsOn: Day, endsOn: Day, today: Day): PhaseOfPact => {
  const share = daysBetween(startsOn, today) / Math.max(1, daysBetween(startsOn, endsOn))
  return share < 0.25 ? 'begun' : share <= 0.75 ? 'half' : 'nearEnd'
}

const begun: readonly PactState[] = ['active', 'suspended', 'closing', 'closed', 'interrupted', 'transferred']

/** 'mantenuti 6 su 9', for a row of a list; nothing of a pact that never began, where nobody had to keep anything yet. */
export const progressWords = (
  language: Language,
  state: PactState,
  { kept, total }: Pick<Progress, 'kept' | 'total'>,
): string =>
  total === 0 || !begun.includes(state) ? '' : say(pactWords, language, 'pacts.progress.short', { count: kept, total })

const progressPhrase = (language: Language, { kept, total }: Progress): string => {
  if (total === 0) return say(pactWords, language, 'pacts.progress.empty')
  const key = kept === 0 ? 'pacts.progress.none' : 'pacts.progress.kept'
  return say(pactWords, language, key, { count: kept === 0 ? total : kept, total })
}

/** The sentence that opens the page: 'Il patto di Amina T. è a metà strada: 6 impegni mantenuti su 9.' */
export const pactSentence = (
  language: Language,
  pact: Pick<Pact, 'state' | 'startsOn' | 'endsOn'>,
  { name, progress, today }: { name: string; progress: Progress; today: Day },
): string => {
  const { state, startsOn, endsOn } = pact
  if (state !== 'active' || startsOn === null || endsOn === null) {
    return say(pactWords, language, `pacts.sentence.is.${state}`, { name })
  }
  const phase = phaseOf(startsOn, endsOn, today)
  const sum = progressPhrase(language, progress)
  return say(pactWords, language, `pacts.sentence.is.active.${phase}`, { name, progress: sum })
}

/**
 * What giving made possible, from what was really done. Planned hours are not asked for on purpose:
 * with nothing to compare with, no balance and no debt can be shown.
 */
export const madePossible = (
  language: Language,
  done: { times: number; minutes: number; tasks: string; whoBenefits: string },
): string => {
  if (done.times === 0) return say(pactWords, language, 'pacts.given.notYet', { tasks: done.tasks })
  const hours = Math.round(done.minutes / 30) / 2
  const count = done.times
  const time = say(pactWords, language, 'pacts.given.hours', { count: hours, hours: hours.toLocaleString(language) })
  const sentence = say(pactWords, language, 'pacts.given.done', { count, time, tasks: done.tasks })
  if (done.whoBenefits.trim() === '') return sentence
  return `${sentence} ${say(pactWords, language, 'pacts.given.for', { who: done.whoBenefits })}`
}
