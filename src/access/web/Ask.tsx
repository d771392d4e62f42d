import type { FormEvent, ReactElement, ReactNode } from 'react'
import { timeOnly } from '../../platform/core/words.ts'
import type { Problem, Refused } from '../../platform/web/call.ts'
import { Button } from '../../platform/web/kit/Button.tsx'
import { ErrorSummary, Form } from '../../platform/web/kit/ErrorSummary.tsx'
import type { IconName } from '../../platform/web/kit/icons.ts'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { signInWords } from '../core/signIn.words.ts'

export type Asking = { readonly isPending: boolean; readonly error: Refused | null }

/** What the server said of one field of the form. */
export const errorAt = ({ error }: Asking, path: string): string | undefined =>
  error?.problem.errors?.find((one) => one.path === path || one.path.startsWith(`${path}.`))?.message

const useProblem = (): ((problem: Problem) => string) => {
  const [say, language] = [useWords(signInWords), useLanguage()]
  return ({ status, title, about }) => {
    if (status === 0 || title === '') return say('offline')
    const until =
      typeof about?.until === 'string' ? ` ${say('retryAt', { time: timeOnly(language, about.until) })}` : ''
    return `${title}${until}`
  }
}

/** What was turned down, in words; nothing when all is well. */
export const Turned = ({ act, field }: { act: Asking; field: string }): ReactElement | null => {
  const [say, tell] = [useWords(signInWords), useProblem()]
  if (!act.error) return null
  const { problem } = act.error
  const errors = problem.errors?.length
    ? problem.errors.map(({ path, message }) => ({ field: path.split('.')[0] ?? field, message }))
    : [{ field, message: tell(problem) }]
  return <ErrorSummary title={say('mend')} errors={errors} />
}

/**
 * A form that asks the server for one act: what was typed stays, what was turned down stands on top and leads to
 * `field`. Ids of the fields are the names of the body.
 */
export const Ask = (props: {
  act: Asking
  field: string
  go: string
  icon?: IconName
  look?: 'main' | 'plain' | 'danger'
  onGo: (form: FormData) => void
  tail?: ReactNode
  children?: ReactNode
}): ReactElement => {
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    if (!props.act.isPending) props.onGo(new FormData(event.currentTarget))
  }
  return (
    <Form onSubmit={submit}>
      <Turned act={props.act} field={props.field} />
      {props.children}
      <div className="btns">
        <Button type="submit" look={props.look ?? 'main'} busy={props.act.isPending} icon={props.icon}>
          {props.go}
        </Button>
        {props.tail}
      </div>
    </Form>
  )
}

/** A text of the form; '' when it is not there. */
export const textOf = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
