import type { TestHouse, Worker } from '../../../bench/house.ts'
import { findInstrument } from '../core/instruments.ts'
import type { MeasureForm, MeasureSheet } from '../core/measure.api.ts'
import { emptyFile } from '../core/texts.ts'

/** A file of texts with something for each entry. */
export const aFileOf = (code: string): string => {
  const one = findInstrument(code)
  if (!one) throw new Error(`no ${code}`)
  return emptyFile(one)
    .split('\n')
    .map((line) => `${line} parole`)
    .join('\n')
}

export const sheetIn = async (house: TestHouse, as: Worker, caseId: string): Promise<MeasureSheet> => {
  const { status, body } = await house.call<MeasureSheet>(as, 'GET', `/measures?caseId=${caseId}`)
  if (status !== 200) throw new Error(`no measures: ${status} ${JSON.stringify(body)}`)
  return body
}

type Asked = {
  readonly caseId: string
  readonly instrument: string
  readonly moment?: string
  readonly rater?: string
  readonly language?: string
}

export const start = (house: TestHouse, as: Worker, asked: Asked) =>
  house.call<{ id: string; code?: string }>(as, 'POST', '/measures', { moment: 'other', language: 'it', ...asked })

/** Answers item by item, in their order; null where the person would rather not. */
export const answerAll = async (
  house: TestHouse,
  as: Worker,
  { id, answers }: { id: string; answers: readonly (string | null)[] },
): Promise<number> => {
  const { body } = await house.call<MeasureForm>(as, 'GET', `/measures/${id}`)
  const items = findInstrument(body.instrument, body.definition)?.items ?? []
  let { revision } = body
  for (const [no, answer] of answers.entries()) {
    const at = `/measures/${id}/answers/${items[no]?.code}`
    const kept = await house.call<{ revision: number }>(as, 'PUT', at, { answer, revision })
    if (kept.status !== 200) throw new Error(`not kept: ${kept.status} ${JSON.stringify(kept.body)}`)
    revision = kept.body.revision
  }
  return revision
}

/** Asks an instrument from the first question to the end; gives its id. */
export const ask = async (
  house: TestHouse,
  as: Worker,
  { answers, ...asked }: Asked & { answers: readonly (string | null)[] },
): Promise<string> => {
  const begun = await start(house, as, asked)
  if (begun.status !== 200) throw new Error(`not begun: ${begun.status} ${JSON.stringify(begun.body)}`)
  const revision = await answerAll(house, as, { id: begun.body.id, answers })
  const over = await house.call(as, 'POST', `/measures/${begun.body.id}/finish`, { revision })
  if (over.status !== 200) throw new Error(`not finished: ${over.status} ${JSON.stringify(over.body)}`)
  return begun.body.id
}
