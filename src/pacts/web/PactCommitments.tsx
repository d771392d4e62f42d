import { type ReactElement, useState } from 'react'
import { daysBetween } from '../../platform/core/day.ts'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Note } from '../../platform/web/kit/Card.tsx'
import { PromiseItem, Side, Sides } from '../../platform/web/kit/Pact.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { State } from '../../platform/web/kit/State.tsx'
import { useLanguage } from '../../platform/web/language.tsx'
import { useFilters } from '../../platform/web/navigation.ts'
import type { PactContent } from '../core/content.schema.ts'
import type { OwnWord } from '../core/own.word.schema.ts'
import { openWord } from '../core/own.word.ts'
import type { PactSheet } from '../core/pact.sheet.ts'
import { isOver } from '../core/pact.ts'
import { type CommitmentRow, columnsOf } from '../core/pact.view.ts'
import { MarkDialog, type Marked } from './MarkDialog.tsx'
import { firstNameOf } from './names.ts'
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

/** What the person says of it on their own page, until somebody has looked. */
const Said = ({ word, name }: { word: OwnWord; name: string }): ReactElement => {
  const say = usePactWords()
  const { day } = useWhen()
  return (
    <p>
      <State tone="now" icon="chat">
        {say('pacts.page.saidDone', { name: firstNameOf(name), day: day(word.at) })}
      </State>
    </p>
  )
}

type Saying = { readonly words: readonly OwnWord[]; readonly name: string }

const Promised = ({ row, onMark, said }: { row: CommitmentRow; onMark: Marking; said: Saying }): ReactElement => {
  const word = openWord(said.words, { itemId: row.commitment.id })
  const say = usePactWords()
  const stateWords = useStateWords()
  const how = useHow()
  return (
    <PromiseItem
      say={row.say}
      who={row.commitment.ownerLabel}
      how={how(row)}
      state={
        <>
          {(onMark || row.mark) && <State tone={toneOfCommitment(row.state)}>{stateWords(row)}</State>}
          {word && <Said word={word} name={said.name} />}
        </>
      }
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
  said?: Saying
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
            <Promised
              key={row.commitment.id}
              row={row}
              onMark={props.onMark}
              said={props.said ?? { words: [], name: '' }}
            />
          ))}
        </Side>
      ))}
    </Sides>
  )
}

/**
 * Whether progress can be noted beside the text: it has bound, and the reader writes. Of a pact that is over only on the page
 * that is asked for to write late.
 */
export const useMayMark = ({ mayWrite, inForce, pact }: PactSheet): boolean => {
  const [address] = useFilters()
  const isOpen = !isOver(pact.state) || (pact.state !== 'transferred' && address.tardi !== undefined)
  return mayWrite && inForce !== null && isOpen
}

/** What each side promised, how it stands, and the way to say how it went. */
export const PactCommitments = ({ sheet, content }: { sheet: PactSheet; content: PactContent }): ReactElement => {
  const say = usePactWords()
  const [marked, setMarked] = useState<Marked | null>(null)
  const marks = useMayMark(sheet)
  const mark = (row: CommitmentRow): void =>
    setMarked({ about: 'commitment', itemId: row.commitment.id, say: row.say, now: row.mark?.value ?? 'planned' })
  return (
    <Section id="commitments" block title={say('pacts.page.commitments')}>
      {marks && isOver(sheet.pact.state) && <Note icon="pencil">{say('pacts.page.lateHere')}</Note>}
      <CommitmentSides
        content={content}
        marks={sheet.marks}
        said={{ words: sheet.words, name: sheet.personLabel }}
        onMark={marks ? mark : null}
      />
      {marked && <MarkDialog sheet={sheet} marked={marked} onClose={() => setMarked(null)} />}
    </Section>
  )
}
