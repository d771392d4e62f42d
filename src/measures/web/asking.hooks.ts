import { useState } from 'react'
import type { Refused } from '../../platform/web/call.ts'
import { useAct } from '../../platform/web/query.ts'
import type { Instrument } from '../core/instrument.schema.ts'
import { type MeasureForm, measureApi } from '../core/measure.api.ts'

/** The first question that nobody answered yet; after the last one when all were. */
const firstOpen = (one: Instrument, answers: MeasureForm['answers']): number => {
  const at = one.items.findIndex(({ code }) => !(code in answers))
  return at < 0 ? one.items.length : at
}

export type AskingState = {
  /** Where it stands: an item, or one after the last. */
  readonly at: number
  readonly answers: MeasureForm['answers']
  readonly revision: number
  readonly isBusy: boolean
  readonly error: Refused | null
  readonly answer: (item: string, answer: string | null) => void
  readonly back: () => void
}

/** One question after another, each kept before the next is shown. */
export const useAsking = (form: MeasureForm, one: Instrument): AskingState => {
  const act = useAct(measureApi.answer, [])
  const [answers, setAnswers] = useState(form.answers)
  const [revision, setRevision] = useState(form.revision)
  const [at, setAt] = useState(firstOpen(one, form.answers))
  const answer = (item: string, given: string | null): void => {
    // an answer that is the one kept already is not sent again
    if (item in answers && answers[item] === given) setAt(at + 1)
    else keep(item, given)
  }
  const keep = (item: string, given: string | null): void =>
    act.mutate(
      { params: { measureId: form.id, item }, body: { answer: given, revision } },
      {
        onSuccess: (kept) => {
          setRevision(kept.revision)
          setAnswers({ ...answers, [item]: given })
          setAt(at + 1)
        },
      },
    )
  const back = (): void => setAt(Math.max(0, at - 1))
  return { at, answers, revision, isBusy: act.isPending, error: act.error, answer, back }
}
