import type { ReactElement } from 'react'
import type { z } from 'zod'
import { Choice } from '../../platform/web/kit/Choice.tsx'
import { Pill } from '../../platform/web/kit/State.tsx'
import { Table } from '../../platform/web/kit/Table.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { personDeskWords } from '../core/desk.words.ts'
import type { MergeLine, mergeApi } from '../core/merge.api.ts'
import { personWords } from '../core/person.words.ts'
import { useFieldText } from './PersonFacts.tsx'
import { nameOf } from './PersonLine.tsx'

type Line = z.output<typeof MergeLine>
type Preview = z.output<typeof mergeApi.preview.reply>
const tones = { same: 'calm', filled: 'done', joined: 'done', differs: 'now' } as const

// nothing here waits for a time: what is the same, comes along, or asks for a choice
const icons = { same: 'check', filled: 'plus', joined: 'merge', differs: 'pencil' } as const

const Side = (props: { line: Line; side: 'kept' | 'merged'; text: string }): ReactElement => {
  const say = useWords(personDeskWords)
  const { line, side } = props
  const text = props.text || say('one.nothing')
  if (line.state !== 'differs') return <span className={props.text ? undefined : 'soft'}>{text}</span>
  return <Choice type="radio" name={`choice-${line.field}`} value={side} label={text} />
}

/** The two records field by field; where they differ one of the two is chosen. */
export const MergeLines = ({ preview }: { preview: Preview }): ReactElement => {
  const [say, words, textOf] = [useWords(personDeskWords), useWords(personWords), useFieldText()]
  const side = (line: Line, which: 'kept' | 'merged'): ReactElement => (
    <Side line={line} side={which} text={textOf(line.field, line[which], preview[which])} />
  )
  const kept = say('merge.kept', { name: nameOf(preview.kept) })
  const merged = say('merge.merged', { name: nameOf(preview.merged) })
  return (
    <Table<Line>
      caption={say('merge.title')}
      rows={preview.lines}
      rowKey={({ field }) => field}
      columns={[
        {
          key: 'field',
          head: say('one.facts'),
          cell: (line) => (
            <>
              {words(`persons.field.${line.field}`)}{' '}
              <Pill tone={tones[line.state]} icon={icons[line.state]}>
                {say(`merge.state.${line.state}`)}
              </Pill>
            </>
          ),
        },
        { key: 'kept', head: kept, cell: (line) => side(line, 'kept') },
        { key: 'merged', head: merged, cell: (line) => side(line, 'merged') },
      ]}
    />
  )
}
