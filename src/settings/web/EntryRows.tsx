import { type ReactElement, type ReactNode, useEffect, useRef } from 'react'
import { Icon } from '../../platform/web/kit/Icon.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { settingsWebWords } from '../core/settings.web.words.ts'

type Step = -1 | 1
type Entry = { readonly code: string; readonly label: string; readonly text: string; readonly state?: ReactNode }

const idOf = (code: string, step: Step): string => `${step < 0 ? 'up' : 'down'}-${code}`

const Arrow = (props: { entry: Entry; step: Step; off: boolean; onMove: () => void }): ReactElement => {
  const say = useWords(settingsWebWords)
  const { entry, step, off } = props
  return (
    <button
      type="button"
      id={idOf(entry.code, step)}
      className="icon-link"
      aria-label={`${say(step < 0 ? 'up' : 'down')}: ${entry.label}`}
      aria-disabled={off || undefined}
      onClick={off ? undefined : props.onMove}
    >
      <Icon name={step < 0 ? 'chevronUp' : 'chevronDown'} />
    </button>
  )
}

/** Entries in their order: the name opens one, the arrows move it. */
export const EntryRows = (props: {
  label: string
  entries: readonly Entry[]
  busy: boolean
  hrefOf: (code: string) => string
  onMove: (code: string, step: Step) => void
}): ReactElement => {
  const lastMoved = useRef<string | null>(null)
  const order = props.entries.map(({ code }) => code).join()
  // a row that changes place lets the focus go; whoever moves it by keyboard goes on from there
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new order asks for the focus
  useEffect(() => {
    if (lastMoved.current) document.getElementById(lastMoved.current)?.focus()
  }, [order])
  const move = (code: string, step: Step): void => {
    lastMoved.current = idOf(code, step)
    props.onMove(code, step)
  }
  return (
    <Rows label={props.label}>
      {props.entries.map((entry, place) => (
        <Row
          key={entry.code}
          title={entry.label}
          href={props.hrefOf(entry.code)}
          text={entry.text}
          state={entry.state}
          go={([-1, 1] as const).map((step) => (
            <Arrow
              key={step}
              entry={entry}
              step={step}
              off={props.busy || place + step < 0 || place + step >= props.entries.length}
              onMove={() => move(entry.code, step)}
            />
          ))}
        />
      ))}
    </Rows>
  )
}
