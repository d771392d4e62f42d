import type { Who } from './need.texts.ts'
import type { PlannedPerson } from './plan.schema.ts'

const abroad = /italiano|suo Paese|Paese di origine|altro Paese|anche qui|lingu|straniero/
const mothers = /\bmamme\b/

/** Whether a text may be said of this person: age and household, another language at home, mothers among mothers. */
export const suitsPerson = (text: string, who: Who, one: PlannedPerson): boolean =>
  (who === 'any' || who === one.who) &&
  (one.detail.languages.some((language) => language !== 'it') || !abroad.test(text)) &&
  (one.gender === 'f' || !mothers.test(text))
