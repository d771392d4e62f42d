import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react'
import { Field, type FieldWords } from './Field.tsx'
import { type KitKey, useKitWords } from './speaks.ts'

export type ComboOption = { value: string; label: string; detail?: string | undefined }

export type ComboboxProps = FieldWords & {
  id: string
  /** Also written in a hidden input of this name. */
  name?: string | undefined
  value: ComboOption | null
  onChange: (option: ComboOption | null) => void
  search: (text: string, signal: AbortSignal) => Promise<readonly ComboOption[]>
  /** Letters before the first search; 2 when absent. */
  from?: number | undefined
}

type Found = { options: readonly ComboOption[]; say: KitKey | null }
const nothing: Found = { options: [], say: null }

/** Asks 200 ms after the last letter; an answer that comes late is dropped. */
const useFound = (text: string | null, search: ComboboxProps['search']): Found => {
  const [found, setFound] = useState<Found>(nothing)
  const asked = useRef(search)
  asked.current = search
  useEffect(() => {
    setFound(text === null ? nothing : { options: [], say: 'searching' })
    if (text === null) return
    const abort = new AbortController()
    const timer = setTimeout(() => {
      asked.current(text, abort.signal).then(
        (options) => abort.signal.aborted || setFound({ options, say: options.length > 0 ? 'found' : 'noneFound' }),
        () => abort.signal.aborted || setFound({ options: [], say: 'notAnswered' }),
      )
    }, 200)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [text])
  return found
}

const moved = (key: string, active: number, count: number): number | null => {
  if (key === 'ArrowDown') return (active + 1) % count
  if (key === 'ArrowUp') return (active + count - (active < 0 ? 0 : 1)) % count
  return null
}

type ListProps = { id: string; label: string; found: Found; active: number; onPick: (option: ComboOption) => void }

const List = (props: ListProps): ReactElement => (
  <div className="combo__list" role="listbox" id={`${props.id}-list`} aria-label={props.label}>
    {props.found.options.map((option, index) => (
      // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the input keeps the focus and hears the keys
      <div
        key={option.value}
        role="option"
        id={`${props.id}-${index}`}
        aria-selected={index === props.active}
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => props.onPick(option)}
      >
        {option.label}
        {option.detail && <small>{option.detail}</small>}
      </div>
    ))}
  </div>
)

const comboTies = (id: string, open: boolean, active: number): Record<string, string | boolean | undefined> => ({
  'aria-controls': open ? `${id}-list` : undefined,
  'aria-activedescendant': open && active >= 0 ? `${id}-${active}` : undefined,
})

const Told = ({ found }: { found: Found }): ReactElement => {
  const words = useKitWords()
  const isSeen = found.say === 'noneFound' || found.say === 'notAnswered'
  return (
    <p className={isSeen ? 'hint' : 'sr'} role="status">
      {found.say && words(found.say, { count: found.options.length })}
    </p>
  )
}

/** One thing found by typing: a municipality, a person. Arrow keys, Enter, Escape; the count is spoken. */
export const Combobox = (props: ComboboxProps): ReactElement => {
  const [text, setText] = useState<string | null>(null)
  const [active, setActive] = useState(-1)
  const found = useFound(text !== null && text.trim().length >= (props.from ?? 2) ? text.trim() : null, props.search)
  const open = found.options.length > 0
  const pick = (option: ComboOption | null): void => {
    props.onChange(option)
    setText(null)
    setActive(-1)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const option = found.options[active]
    const next = open ? moved(event.key, active, found.options.length) : null
    if (next !== null) setActive(next)
    else if (event.key === 'Enter' && option) pick(option)
    else if (event.key === 'Escape' && text !== null) setText(null)
    else return
    event.preventDefault()
  }
  const { id, label, hint, error, optional } = props
  return (
    <Field {...{ id, label, hint, error, optional }}>
      {(ties) => (
        <div className="combo">
          <input
            {...ties}
            className="input"
            role="combobox"
            {...comboTies(id, open, active)}
            aria-expanded={open}
            aria-autocomplete="list"
            autoComplete="off"
            value={text ?? props.value?.label ?? ''}
            onChange={(event) => {
              setText(event.target.value)
              setActive(-1)
              if (event.target.value === '') props.onChange(null)
            }}
            onKeyDown={onKeyDown}
            onBlur={() => setText(null)}
          />
          {props.name && <input type="hidden" name={props.name} value={props.value?.value ?? ''} />}
          {open && (
            <List id={id} label={typeof label === 'string' ? label : id} found={found} active={active} onPick={pick} />
          )}
          <Told found={found} />
        </div>
      )}
    </Field>
  )
}
