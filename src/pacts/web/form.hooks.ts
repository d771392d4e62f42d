import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type RefObject, useState } from 'react'
import { signInApi } from '../../access/core/signIn.api.ts'
import { Refused } from '../../platform/web/call.ts'
import { useRead } from '../../platform/web/query.ts'
import { useTyped } from '../../platform/web/typed.hooks.ts'
import { usePactWords } from './pact.hooks.ts'

/** What to mend: `field` is the id of the input. */
export type FieldErrors = readonly { readonly field: string; readonly message: string }[]

export type FormState = {
  readonly errors: FieldErrors
  readonly busy: boolean
  readonly errorOf: (field: string) => string | undefined
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void
  readonly forget: () => void
  /** Goes to the form when what is typed is to be kept. */
  readonly box: RefObject<HTMLFormElement | null>
  /** True when the form opened with what had been typed before. */
  readonly again: boolean
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

/** What an account types into a form is its own. */
const useOwn = (kept: string | undefined): ReturnType<typeof useTyped> => {
  const { account } = useRead(signInApi.me).data ?? {}
  return useTyped(kept && account ? `${account.id}-${kept}` : undefined)
}

/**
 * A form whose typed text stays whatever happens. `act` gives what to mend, or nothing when it is done; a refusal of the
 * server is shown in the same way. `kept` names what is kept over a reload, the back button or the end of a session.
 */
export const useForm = (
  ids: readonly string[],
  act: (form: FormData) => Promise<FieldErrors | undefined>,
  kept?: string,
): FormState => {
  const say = usePactWords()
  const client = useQueryClient()
  const { form: box, again, forget } = useOwn(kept)
  // whoever signs in again finds here what was typed
  const hear = ({ problem }: Refused): void => {
    if (kept && problem.status === 401) void client.invalidateQueries({ queryKey: ['access'] })
  }
  const [errors, setErrors] = useState<FieldErrors>([])
  const [busy, setBusy] = useState(false)
  const run = async (data: FormData): Promise<void> => {
    setBusy(true)
    try {
      const mend = await act(data)
      if (!mend) forget()
      setErrors(mend ?? [])
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      hear(error)
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
    box,
    again,
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
