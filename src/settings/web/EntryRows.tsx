import type { ReactElement, ReactNode } from 'react'
import { Button, LinkButton } from '../../platform/web/kit/Button.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { settingsWebWords } from '../core/settings.web.words.ts'

type Entry = {
  readonly code: string
  readonly label: string
  readonly text: string
  readonly state?: ReactNode
}

/** Entries in their order, each with what moves and what changes it. */
export const EntryRows = (props: {
  label: string
  entries: readonly Entry[]
  busy: boolean
  hrefOf: (code: string) => string
  onMove: (code: string, step: -1 | 1) => void
}): ReactElement => {
  const say = useWords(settingsWebWords)
  const last = props.entries.length - 1
  return (
    <Rows label={props.label}>
      {props.entries.map(({ code, label, text, state }, place) => (
        <Row
          key={code}
          title={label}
          level={3}
          text={text}
          state={state}
          go={
            <div className="btns">
              {place > 0 && (
                <Button
                  look="quiet"
                  icon="chevronUp"
                  about={label}
                  busy={props.busy}
                  onClick={() => props.onMove(code, -1)}
                >
                  {say('up')}
                </Button>
              )}
              {place < last && (
                <Button
                  look="quiet"
                  icon="chevronDown"
                  about={label}
                  busy={props.busy}
                  onClick={() => props.onMove(code, 1)}
                >
                  {say('down')}
                </Button>
              )}
              <LinkButton icon="pencil" about={label} href={props.hrefOf(code)}>
                {say('change')}
              </LinkButton>
            </div>
          }
        />
      ))}
    </Rows>
  )
}
