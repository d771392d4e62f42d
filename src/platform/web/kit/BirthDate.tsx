import { type ReactElement, useState } from 'react'
import { Fieldset, type FieldWords, tiesOf } from './Field.tsx'
import { useKitWords } from './speaks.ts'

type Parts = { day: string; month: string; year: string }

/** Three parts as 'YYYY-MM-DD'; empty when all are empty; null when they make no day. Whether the day exists is the schema's to say. */
export const dayFromParts = ({ day, month, year }: Parts): string | null => {
  if (!day.trim() && !month.trim() && !year.trim()) return ''
  const iso = `${year.trim()}-${month.trim().padStart(2, '0')}-${day.trim().padStart(2, '0')}`
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) ? iso : null
}

const partsOf = (iso: string): Parts => {
  const [year = '', month = '', day = ''] = iso.split('-')
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year }
}

type BirthDateProps = FieldWords & {
  id: string
  name: string
  defaultValue?: string | undefined
  birthday?: boolean | undefined
  onChange?: ((day: string | null) => void) | undefined
}

/** A day known by heart, typed in three boxes named `name-day`, `name-month`, `name-year`; tells `onChange` the ISO day. */
export const BirthDate = (props: BirthDateProps): ReactElement => {
  const words = useKitWords()
  const [parts, setParts] = useState(() => partsOf(props.defaultValue ?? ''))
  const ties = tiesOf(props.id, props)
  const box = (part: keyof Parts): ReactElement => (
    <div>
      <label htmlFor={`${props.id}-${part}`}>{words(part)}</label>
      <input
        className={part === 'year' ? 'input input--year' : 'input'}
        id={`${props.id}-${part}`}
        name={`${props.name}-${part}`}
        inputMode="numeric"
        maxLength={part === 'year' ? 4 : 2}
        autoComplete={props.birthday ? `bday-${part}` : 'off'}
        value={parts[part]}
        aria-invalid={ties['aria-invalid']}
        aria-describedby={ties['aria-describedby']}
        onChange={(event) => {
          const next = { ...parts, [part]: event.target.value }
          setParts(next)
          props.onChange?.(dayFromParts(next))
        }}
      />
    </div>
  )
  const { id, label, hint, error, optional } = props
  return (
    <Fieldset {...{ id, hint, error, optional }} legend={label}>
      <div className="dayparts">
        {box('day')}
        {box('month')}
        {box('year')}
      </div>
    </Fieldset>
  )
}
