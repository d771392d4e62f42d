import type {
  InputHTMLAttributes,
  ReactElement,
  ReactNode,
  Ref,
  SelectHTMLAttributes,
  TextareaHTMLAttributes,
} from 'react'
import { Icon } from './Icon.tsx'
import { classes, useKitWords } from './speaks.ts'

/** What every field says: a label above, a hint below it, an error that says how to mend. */
export type FieldWords = {
  label: ReactNode
  hint?: ReactNode | undefined
  error?: string | undefined
  optional?: boolean | undefined
}

/** What ties a control to its words. */
export type ControlTies = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined }

export const tiesOf = (id: string, words: Pick<FieldWords, 'hint' | 'error'>): ControlTies => ({
  id,
  'aria-describedby': classes(words.hint ? `${id}-hint` : false, words.error ? `${id}-error` : false) || undefined,
  'aria-invalid': words.error ? true : undefined,
})

export const FieldError = (props: { id: string; error?: string | undefined }): ReactElement | null => {
  const words = useKitWords()
  if (!props.error) return null
  return (
    <p className="error" id={`${props.id}-error`}>
      <Icon name="alert" />
      <span>
        <span className="sr">{words('error')} </span>
        {props.error}
      </span>
    </p>
  )
}

const Optional = (): ReactElement => <span className="count"> {useKitWords()('optional')}</span>

/** Label, hint, control, error; `children` receives what the control must carry. */
export const Field = (props: FieldWords & { id: string; children: (ties: ControlTies) => ReactNode }): ReactElement => (
  <div className={classes('field', props.error && 'is-wrong')}>
    <label className="label" htmlFor={props.id}>
      {props.label}
      {props.optional && <Optional />}
    </label>
    {props.hint && (
      <p className="hint" id={`${props.id}-hint`}>
        {props.hint}
      </p>
    )}
    {props.children(tiesOf(props.id, props))}
    <FieldError id={props.id} error={props.error} />
  </div>
)

/** Several controls under one legend; `boxed` frames them as a part of a long form. */
export const Fieldset = (
  props: Omit<FieldWords, 'label'> & {
    id: string
    legend: ReactNode
    boxed?: boolean | undefined
    children: ReactNode
  },
): ReactElement => (
  <fieldset
    id={props.id}
    tabIndex={props.error ? -1 : undefined}
    className={classes(props.boxed ? 'group' : 'field', props.error && 'is-wrong')}
    aria-describedby={tiesOf(props.id, props)['aria-describedby']}
  >
    <legend className={props.boxed ? undefined : 'label'}>
      {props.legend}
      {props.optional && <Optional />}
    </legend>
    {props.hint && (
      <p className="hint" id={`${props.id}-hint`}>
        {props.hint}
      </p>
    )}
    {props.children}
    <FieldError id={props.id} error={props.error} />
  </fieldset>
)

type Control<A, E> = FieldWords & { id: string; ref?: Ref<E> | undefined } & Omit<A, 'id'>
export type TextInputProps = Control<InputHTMLAttributes<HTMLInputElement>, HTMLInputElement> & {
  suggestions?: readonly string[] | undefined
  short?: boolean | undefined
}

/** A line of text (or `type` tel, email, password, number, search…); `suggestions` makes a datalist, without script. */
export const TextInput = (props: TextInputProps): ReactElement => {
  const { label, hint, error, optional, suggestions, short, className, ...rest } = props
  const list = suggestions && `${props.id}-list`
  return (
    <Field {...{ id: props.id, label, hint, error, optional }}>
      {(ties) => (
        <>
          <input type="text" {...rest} {...ties} list={list} className={classes('input', short && 'input--short')} />
          {suggestions && (
            <datalist id={list}>
              {suggestions.map((text) => (
                <option key={text} value={text} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Field>
  )
}

export const TextArea = (
  props: Control<TextareaHTMLAttributes<HTMLTextAreaElement>, HTMLTextAreaElement>,
): ReactElement => {
  const { label, hint, error, optional, className, ...rest } = props
  return (
    <Field {...{ id: props.id, label, hint, error, optional }}>
      {(ties) => <textarea {...rest} {...ties} className="input" />}
    </Field>
  )
}

export type SelectProps = Control<SelectHTMLAttributes<HTMLSelectElement>, HTMLSelectElement> & {
  options: readonly { value: string; label: string }[]
  empty?: string | undefined
}

/** `empty` is the first option, with an empty value. */
export const Select = (props: SelectProps): ReactElement => {
  const { label, hint, error, optional, options, empty, className, ...rest } = props
  return (
    <Field {...{ id: props.id, label, hint, error, optional }}>
      {(ties) => (
        <select {...rest} {...ties} className="input">
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** A near day, typed or picked in the browser's own calendar; the value is 'YYYY-MM-DD'. */
export const DateInput = (props: Control<InputHTMLAttributes<HTMLInputElement>, HTMLInputElement>): ReactElement => (
  <TextInput {...props} type="date" short />
)

/** The browser's own chooser; `accept` as in HTML. */
export const FileInput = (props: Control<InputHTMLAttributes<HTMLInputElement>, HTMLInputElement>): ReactElement => (
  <TextInput {...props} type="file" />
)
