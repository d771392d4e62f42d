import { type RefObject, useEffect, useRef, useState } from 'react'
import { z } from 'zod'

const Typed = z.array(z.tuple([z.string(), z.string()]))
type Typed = z.infer<typeof Typed>

const placeOf = (name: string): string => `fl-typed-${name}`

const read = (name: string): Typed => {
  try {
    return Typed.catch([]).parse(JSON.parse(sessionStorage.getItem(placeOf(name)) ?? '[]'))
  } catch {
    return []
  }
}

const typedIn = (form: HTMLFormElement): Typed =>
  [...new FormData(form)].flatMap(([name, value]): Typed => (typeof value === 'string' ? [[name, value]] : []))

const isTicked = (field: Element): field is HTMLInputElement =>
  field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox')

const isWritten = (field: Element): field is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement =>
  field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement || field instanceof HTMLInputElement

const tickAgain = (field: HTMLInputElement, typed: Typed): void => {
  const wanted = typed.some(([name, value]) => name === field.name && value === field.value)
  // a click, so that what hangs on the choice appears too
  if (wanted !== field.checked && (wanted || field.type === 'checkbox')) field.click()
}

const putBack = (form: HTMLFormElement, typed: Typed): void => {
  for (const field of form.elements) {
    const [, value] = typed.find(([name]) => isWritten(field) && name === field.name) ?? []
    if (isTicked(field)) tickAgain(field, typed)
    else if (isWritten(field) && value !== undefined) field.value = value
  }
}

type Kept = {
  readonly form: RefObject<HTMLFormElement | null>
  /** True when the form opened with something that had been typed before. */
  readonly again: boolean
  readonly forget: () => void
}

/**
 * Keeps what is typed into a form until it is sent: over a reload, the back button or a session that ended. In the
 * session's store, which goes with the window, since screens are shared; `name` says whose text and of what. For
 * fields that React does not hold; not for passwords.
 */
export const useTyped = (name: string | undefined): Kept => {
  const form = useRef<HTMLFormElement>(null)
  const [again, setAgain] = useState(false)
  useEffect(() => {
    const box = form.current
    if (!box || !name) return
    const typed = read(name)
    if (typed.length > 0) {
      putBack(box, typed)
      setAgain(true)
    }
    // fields that a choice brought are there only now
    const later = requestAnimationFrame(() => typed.length > 0 && putBack(box, typed))
    const keep = (): void => sessionStorage.setItem(placeOf(name), JSON.stringify(typedIn(box)))
    box.addEventListener('input', keep)
    return () => {
      cancelAnimationFrame(later)
      box.removeEventListener('input', keep)
    }
  }, [name])
  return { form, again, forget: () => name && sessionStorage.removeItem(placeOf(name)) }
}
