import type { InputHTMLAttributes, ReactElement, ReactNode, Ref } from 'react'
import { Fieldset, type FieldWords } from './Field.tsx'
import { classes } from './speaks.ts'

type ChoiceProps = { label: ReactNode; detail?: ReactNode; ref?: Ref<HTMLInputElement> | undefined } & Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'className'
>

/** One card to choose: a checkbox, or a radio with `type="radio"`. */
export const Choice = ({ label, detail, ...rest }: ChoiceProps): ReactElement => (
  <label className="choice">
    <input type="checkbox" {...rest} />
    <span>
      {label}
      {detail && <small>{detail}</small>}
    </span>
  </label>
)

/** A bare checkbox in a line of filters. */
export const Check = ({ label, ...rest }: Omit<ChoiceProps, 'detail'>): ReactElement => (
  <label className="check">
    <input type="checkbox" {...rest} />
    {label}
  </label>
)

export type ChoiceOption = { value: string; label: ReactNode; detail?: ReactNode; disabled?: boolean | undefined }

type ChoiceGroupProps = FieldWords & {
  id: string
  name: string
  options: readonly ChoiceOption[]
  many?: boolean | undefined
  columns?: 1 | 2 | 3 | undefined
  value?: readonly string[] | undefined
  defaultValue?: readonly string[] | undefined
  input?: InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> | undefined }
}

/** Radio cards, or checkbox cards with `many`. The first one has the id `${id}-0`; `input` is spread on each (register…). */
export const ChoiceGroup = (props: ChoiceGroupProps): ReactElement => {
  const { id, label, hint, error, optional, columns = 2 } = props
  return (
    <Fieldset {...{ id, hint, error, optional }} legend={label}>
      <div className={classes('choices', columns !== 2 && `choices--${columns}`)}>
        {props.options.map((option, index) => (
          <Choice
            key={option.value}
            {...props.input}
            type={props.many ? 'checkbox' : 'radio'}
            id={`${id}-${index}`}
            name={props.name}
            value={option.value}
            label={option.label}
            detail={option.detail}
            disabled={option.disabled}
            {...(props.value ? { checked: props.value.includes(option.value) } : {})}
            {...(props.defaultValue ? { defaultChecked: props.defaultValue.includes(option.value) } : {})}
          />
        ))}
      </div>
    </Fieldset>
  )
}
