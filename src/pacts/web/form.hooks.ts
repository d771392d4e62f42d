import { type FormEvent, useState } from 'react'
import { Refused } from '../../platform/web/call.ts'
import { usePactWords } from './pact.hooks.ts'

/** What to mend: `field` is the id of the input. */
export type FieldErrors = readonly { readonly field: string; readonly message: string }[]

export type FormState = {
  readonly errors: FieldErrors
  readonly busy: boolean
  readonly errorOf: (field: string) => string | undefined
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void
  readonly forget: () => void
}

/** The refusal of the server beside the fields it is about; `ids` names the inputs, the first takes what is about none. */
const errorsOf = (refused: Refused, ids: readonly string[], offline: string): FieldErrors => {
  const { problem } = refused
  const first = ids[0] ?? ''
  const found = (problem.errors ?? []).map(({ path, message }) => {
    const last = path.split(/[./]/).at(-1) ?? ''
    return { field: ids.find((id) => id === last || id.endsWith(`-${last}`)) ?? first, message }
  })
  if (found.length > 0) return found
  return [{ field: first, message: problem.status === 0 ? offline : problem.title }]
}

/**
 * A form whose typed text stays whatever happens. `act` gives what to mend, or nothing when it is done; a refusal of the
 * server is shown in the same way.
 */
export const useForm = (
  ids: readonly string[],
  act: (form: FormData) => Promise<FieldErrors | undefined>,
): FormState => {
  const say = usePactWords()
  const [errors, setErrors] = useState<FieldErrors>([])
  const [busy, setBusy] = useState(false)
  const run = async (form: FormData): Promise<void> => {
    setBusy(true)
    try {
      setErrors((await act(form)) ?? [])
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setErrors(errorsOf(error, ids, say('pacts.offlineHint')))
    } finally {
      setBusy(false)
    }
  }
  return {
    errors,
    busy,
    errorOf: (field) => errors.find((error) => error.field === field)?.message,
    onSubmit: (event) => {
      event.preventDefault()
      if (!busy) void run(new FormData(event.currentTarget))
    },
    forget: () => setErrors([]),
  }
}

/** A text of the form, trimmed; empty when it is not there. */
export const textIn = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** As `textIn`, or undefined when nothing was written: what is left out of a body. */
export const someIn = (form: FormData, name: string): string | undefined => textIn(form, name) || undefined

/** What to mend of a list of conditions: those that hold are left out. */
export const mendOf = (...rows: readonly (readonly [holds: boolean, field: string, message: string])[]): FieldErrors =>
  rows.filter(([holds]) => !holds).map(([, field, message]) => ({ field, message }))
