import { type ReactElement, useState } from 'react'
import { daysBetween } from '../../platform/core/day.ts'
import { Button } from '../../platform/web/kit/Button.tsx'
import { PromiseItem, Side, Sides } from '../../platform/web/kit/Pact.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { State } from '../../platform/web/kit/State.tsx'
import { useLanguage } from '../../platform/web/language.tsx'
import type { PactContent } from '../core/content.schema.ts'
import type { PactSheet } from '../core/pact.sheet.ts'
import { type CommitmentRow, columnsOf } from '../core/pact.view.ts'
import { MarkDialog, type Marked } from './MarkDialog.tsx'
import { usePactWords, useToday, useWhen } from './pact.hooks.ts'
import { kindOfSide, toneOfCommitment } from './tones.ts'

/** 'Mantenuto: 17 sere su 20', 'In ritardo di 24 giorni'. */
const useStateWords = (): ((row: CommitmentRow) => string) => {
  const say = usePactWords()
  const today = useToday()
  const { day } = useWhen()
  return ({ state, mark, commitment }) => {
    const on = mark ? day(mark.on) : ''
    switch (state) {
      case 'kept':
        return mark?.note ? say('pacts.page.keptOn', { note: mark.note }) : say('pacts.page.keptOnDay', { day: on })
      case 'notKept':
        return [say('pacts.page.notKeptOn', { day: on }), mark?.note].filter(Boolean).join(': ')
      case 'released':
        return [say('pacts.page.releasedOn', { day: on }), mark?.note].filter(Boolean).join(': ')
      case 'late':
        return say('pacts.commitment.lateBy', { count: commitment.due ? daysBetween(commitment.due, today) : 0 })
      default:
        return say('pacts.commitment.planned')
    }
  }
}

const useHow = (): ((row: CommitmentRow) => string) => {
  const say = usePactWords()
  const { day } = useWhen()
  return ({ commitment: { measure, recurrence, due } }) =>
    [measure, recurrence === measure ? '' : recurrence, due && say('pacts.page.until', { day: day(due) })]
      .filter((text): text is string => Boolean(text))
      .map((text) => text.trim().replace(/\.$/, ''))
      .map((text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`)
      .join(' ')
}

type Marking = ((row: CommitmentRow) => void) | null

const Promised = ({ row, onMark }: { row: CommitmentRow; onMark: Marking }): ReactElement => {
  const say = usePactWords()
  const stateWords = useStateWords()
  const how = useHow()
  return (
    <PromiseItem
      say={row.say}
      who={row.commitment.ownerLabel}
      how={how(row)}
      state={onMark || row.mark ? <State tone={toneOfCommitment(row.state)}>{stateWords(row)}</State> : undefined}
      acts={
        onMark && (
          <Button look="quiet" icon="pencil" about={row.say} onClick={() => onMark(row)}>
            {say('pacts.page.mark')}
          </Button>
        )
      }
    />
  )
}

/** The three columns of a text as it is read: on its page, and before it is signed. */
export const CommitmentSides = (props: {
  content: PactContent
  marks: PactSheet['marks']
  onMark: Marking
}): ReactElement => {
  const say = usePactWords()
  const language = useLanguage()
  const today = useToday()
  const columns = columnsOf(props.content, { marks: props.marks, today, language })
  return (
    <Sides rows={Math.max(...columns.map(({ rows }) => rows.length))}>
      {columns.map(({ side, rows }) => (
        <Side
          key={side}
          id={`side-${side}`}
          side={kindOfSide(side)}
          title={say(`pacts.side.${side}`)}
          none={rows.length === 0 ? say('pacts.page.noneSide') : undefined}
        >
          {rows.map((row) => (
            <Promised key={row.commitment.id} row={row} onMark={props.onMark} />
          ))}
        </Side>
      ))}
    </Sides>
  )
}

/** Whether progress can be noted beside the text: it has bound, and the reader writes. */
export const mayMark = ({ mayWrite, inForce, pact }: PactSheet): boolean =>
  mayWrite && inForce !== null && pact.state !== 'transferred'

/** What each side promised, how it stands, and the way to say how it went. */
export const PactCommitments = ({ sheet, content }: { sheet: PactSheet; content: PactContent }): ReactElement => {
  const say = usePactWords()
  const [marked, setMarked] = useState<Marked | null>(null)
  const mark = (row: CommitmentRow): void =>
    setMarked({ about: 'commitment', itemId: row.commitment.id, say: row.say, now: row.mark?.value ?? 'planned' })
  return (
    <Section id="commitments" block title={say('pacts.page.commitments')}>
      <CommitmentSides content={content} marks={sheet.marks} onMark={mayMark(sheet) ? mark : null} />
      {marked && <MarkDialog sheet={sheet} marked={marked} onClose={() => setMarked(null)} />}
    </Section>
  )
}
