import { type ReactElement, type ReactNode, useState } from 'react'
import { Button } from '../../platform/web/kit/Button.tsx'
import { DateInput, Select, TextArea, TextInput } from '../../platform/web/kit/Field.tsx'
import { useLanguage } from '../../platform/web/language.tsx'
import { labelOfPath } from '../core/conflict.ts'
import { readEuro, writeEuro } from '../core/euro.ts'
import { type PactKey, usePactWords } from './pact.hooks.ts'
import { useField } from './writing.hooks.ts'

export type FieldProps = { path: string; max?: number; hint?: ReactNode; optional?: boolean; label?: PactKey }

const textOfValue = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A line of text. */
export const Line = ({ path, label, ...rest }: FieldProps & { short?: boolean }): ReactElement => {
  const say = usePactWords()
  const field = useField(path)
  const { max, ...words } = rest
  return (
    <TextInput
      {...words}
      id={field.id}
      maxLength={max}
      label={say(label ?? labelOfPath(path))}
      error={field.error}
      value={textOfValue(field.value)}
      onChange={(event) => field.type(event.target.value)}
      onBlur={field.save}
    />
  )
}

/** A longer text; `oneLine` for what the pact keeps on one line. */
export const Prose = ({ path, label, oneLine, ...rest }: FieldProps & { oneLine?: boolean }): ReactElement => {
  const say = usePactWords()
  const field = useField(path)
  const { max, ...words } = rest
  return (
    <TextArea
      {...words}
      id={field.id}
      maxLength={max}
      rows={oneLine ? 2 : 4}
      label={say(label ?? labelOfPath(path))}
      error={field.error}
      value={textOfValue(field.value)}
      onChange={(event) => field.type(oneLine ? event.target.value.replace(/[\r\n]+/g, ' ') : event.target.value)}
      onBlur={field.save}
    />
  )
}

/** A day; empty is none. */
export const DayField = ({ path, label, hint, optional }: FieldProps): ReactElement => {
  const say = usePactWords()
  const field = useField(path)
  return (
    <DateInput
      id={field.id}
      hint={hint}
      optional={optional}
      label={say(label ?? labelOfPath(path))}
      error={field.error}
      value={textOfValue(field.value)}
      onChange={(event) => field.type(event.target.value || null)}
      onBlur={field.save}
    />
  )
}

/** One of some values; `empty` is none. */
export const Pick = (
  props: FieldProps & {
    options: readonly { value: string; label: string }[]
    empty?: string
    onPicked?: (value: string) => void
  },
): ReactElement => {
  const say = usePactWords()
  const field = useField(props.path)
  const value = field.value === null || field.value === undefined ? '' : String(field.value)
  const isNumber = typeof field.value === 'number'
  return (
    <Select
      id={field.id}
      hint={props.hint}
      optional={props.optional}
      label={say(props.label ?? labelOfPath(props.path))}
      error={field.error}
      empty={props.empty}
      options={props.options}
      value={value}
      onChange={(event) => {
        const next = event.target.value
        field.type(isNumber ? Number(next) : next === '' ? null : next)
        props.onPicked?.(next)
        field.save()
      }}
    />
  )
}

type Reading = {
  read: (text: string) => number | null | undefined
  write: (value: number | null) => string
  wrong: PactKey
}

/** A number typed as text: what is no number stays on the page with how to mend it, and is not sent. */
const Typed = ({ path, label, hint, optional, read, write, wrong }: FieldProps & Reading): ReactElement => {
  const say = usePactWords()
  const field = useField(path)
  const [typed, setTyped] = useState<string | null>(null)
  const isWrong = typed !== null && read(typed) === undefined
  return (
    <TextInput
      id={field.id}
      short
      inputMode="decimal"
      hint={hint}
      optional={optional}
      label={say(label ?? labelOfPath(path))}
      error={isWrong ? say(wrong) : field.error}
      value={typed ?? write(typeof field.value === 'number' ? field.value : null)}
      onChange={(event) => {
        setTyped(event.target.value)
        const value = read(event.target.value)
        if (value !== undefined) field.type(value)
      }}
      onBlur={() => {
        if (!isWrong) setTyped(null)
        field.save()
      }}
    />
  )
}

/** Euro as people write them, kept as whole cents. */
export const Money = (props: FieldProps): ReactElement => {
  const language = useLanguage()
  return (
    <Typed {...props} read={readEuro} write={(cents) => writeEuro(language, cents)} wrong="pacts.write.costWrong" />
  )
}

const readNumber = (text: string, decimals: boolean): number | null | undefined => {
  const plain = text.trim().replace(',', '.')
  if (plain === '') return null
  return (decimals ? /^\d{1,6}(\.\d{1,2})?$/ : /^\d{1,6}$/).test(plain) ? Number(plain) : undefined
}

/** A quantity; `whole` is never empty: nothing typed leaves what was there. */
export const NumberField = ({ whole, ...props }: FieldProps & { whole?: boolean }): ReactElement => {
  const language = useLanguage()
  const read = (text: string): number | null | undefined => {
    const value = readNumber(text, !whole)
    return whole && value === null ? undefined : value
  }
  const write = (value: number | null): string =>
    value === null ? '' : String(value).replace('.', language === 'it' ? ',' : '.')
  return <Typed {...props} read={read} write={write} wrong="pacts.write.numberWrong" />
}

/** Up, down and out, for an item of a list. */
export const ItemActs = (props: {
  about: string
  first: boolean
  last: boolean
  onMove: (by: 1 | -1) => void
  onRemove: () => void
}): ReactElement => {
  const say = usePactWords()
  return (
    <div className="btns">
      {!props.first && (
        <Button look="quiet" icon="chevronUp" about={props.about} onClick={() => props.onMove(-1)}>
          {say('pacts.write.up')}
        </Button>
      )}
      {!props.last && (
        <Button look="quiet" icon="chevronDown" about={props.about} onClick={() => props.onMove(1)}>
          {say('pacts.write.down')}
        </Button>
      )}
      <Button look="quiet" icon="trash" about={props.about} onClick={props.onRemove}>
        {say('pacts.write.remove')}
      </Button>
    </div>
  )
}
