import { type ReactElement, type ReactNode, useEffect, useRef } from 'react'
import { Icon } from './Icon.tsx'

/** What is missing, on top of the form; each line leads to its field. Takes the focus when it appears or changes. */
export const ErrorSummary = (props: {
  title: string
  kept?: ReactNode
  errors: readonly { field: string; message: string }[]
}): ReactElement | null => {
  const box = useRef<HTMLDivElement>(null)
  const key = props.errors.map((error) => error.field).join()
  useEffect(() => {
    if (key !== '') box.current?.focus()
  }, [key])
  if (props.errors.length === 0) return null
  return (
    // biome-ignore lint/a11y/noAutofocus: without script the browser itself brings the reader to what must be mended
    <div className="summary" role="alert" aria-labelledby="summary-title" tabIndex={-1} ref={box} autoFocus>
      <h2 id="summary-title">
        <Icon name="alert" />
        {props.title}
      </h2>
      {props.kept && <p>{props.kept}</p>}
      <ul>
        {props.errors.map((error) => (
          <li key={error.field}>
            <a href={`#${error.field}`}>{error.message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A form in one column; the browser's own bubbles are off, the page says what to mend. */
export const Form = (props: {
  action?: string | undefined
  method?: 'get' | 'post' | undefined
  files?: boolean | undefined
  label?: string | undefined
  onSubmit?: ((event: React.FormEvent<HTMLFormElement>) => void) | undefined
  children: ReactNode
}): ReactElement => (
  <form
    className="form"
    noValidate
    action={props.action}
    method={props.method ?? 'post'}
    encType={props.files ? 'multipart/form-data' : undefined}
    aria-label={props.label}
    onSubmit={props.onSubmit}
  >
    {props.children}
  </form>
)
