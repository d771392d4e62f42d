import type { ReactElement } from 'react'
import { answerWords } from '../core/answer.words.ts'
import type { Refused } from './call.ts'
import { Callout } from './kit/Card.tsx'
import { ErrorSummary } from './kit/ErrorSummary.tsx'
import { useWords } from './language.tsx'

/** Something to mend; `field` is the id of its control. */
export type Fault = { readonly field: string; readonly message: string }

/** What the server turned down, field by field where it named one. */
export const faultsIn = (error: Refused | null): Fault[] => {
  const { errors, about, title } = error?.problem ?? {}
  if (errors?.length) return errors.map(({ path, message }) => ({ field: path.replaceAll('.', '-'), message }))
  return typeof about?.field === 'string' ? [{ field: about.field, message: title ?? '' }] : []
}

/** The words beside one control. */
export const faultAt = (faults: readonly Fault[], field: string): string | undefined =>
  faults.find((fault) => fault.field === field)?.message

/** On top of a form: what to mend, or why the server said no. */
export const Faults = (props: { faults: readonly Fault[]; error: Refused | null }): ReactElement | null => {
  const say = useWords(answerWords)
  if (props.faults.length > 0) return <ErrorSummary title={say('mend')} kept={say('kept')} errors={props.faults} />
  if (!props.error) return null
  return (
    <div role="alert">
      <Callout tone="late">{props.error.problem.title || say('offline')}</Callout>
    </div>
  )
}
