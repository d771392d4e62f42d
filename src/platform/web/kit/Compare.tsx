import { type ReactElement, type ReactNode, useState } from 'react'
import { Button } from './Button.tsx'
import { Choice } from './Choice.tsx'
import { TextArea } from './Field.tsx'
import { Pill, type StateTone } from './State.tsx'
import { useKitWords } from './speaks.ts'
import { type DiffPart, wordDiff } from './word-diff.ts'

export type DiffRow = { id: string; label: ReactNode; before: string; after: string }
type Change = 'added' | 'removed' | 'changed' | 'same'

const tones: Record<Change, StateTone> = { added: 'done', removed: 'late', changed: 'now', same: 'calm' }

const changeOf = ({ before, after }: DiffRow): Change =>
  before === after ? 'same' : before === '' ? 'added' : after === '' ? 'removed' : 'changed'

const Marked = (props: { parts: readonly DiffPart[]; side: 'added' | 'removed' }): ReactElement => {
  const Tag = props.side === 'added' ? 'ins' : 'del'
  return (
    <p>
      {props.parts
        .filter((part) => part.kind === 'same' || part.kind === props.side)
        .map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have only their order
          <span key={index}>{part.kind === 'same' ? part.text : <Tag>{part.text}</Tag>}</span>
        ))}
    </p>
  )
}

/** Two versions side by side, row by row, with the changed words marked; works without script. */
export const VersionDiff = (props: { before: string; after: string; rows: readonly DiffRow[] }): ReactElement => {
  const words = useKitWords()
  const text = (row: DiffRow, side: 'added' | 'removed'): ReactElement =>
    (side === 'added' ? row.after : row.before) === '' ? (
      <p className="soft">{words('emptyText')}</p>
    ) : (
      <Marked parts={wordDiff(row.before, row.after)} side={side} />
    )
  return (
    <div className="diff">
      {props.rows.map((row) => (
        <section key={row.id} className="diff__row" aria-labelledby={row.id}>
          <div className="diff__label">
            <h3 id={row.id}>{row.label}</h3>
            <Pill tone={tones[changeOf(row)]} icon={null}>
              {words(changeOf(row))}
            </Pill>
          </div>
          <div>
            <h4>{props.before}</h4>
            {text(row, 'removed')}
          </div>
          <div>
            <h4>{props.after}</h4>
            {text(row, 'added')}
          </div>
        </section>
      ))}
    </div>
  )
}

/** `who` and `when` (already in words) are of the other text, the one that reached the server first. */
export type ConflictField = { name: string; label: string; mine: string; theirs: string; who: string; when: string }

type Pick = 'mine' | 'theirs' | 'merge'

const ConflictItem = (props: { field: ConflictField; onPick: (text: string) => void }): ReactElement => {
  const words = useKitWords()
  const { field } = props
  const [pick, setPick] = useState<Pick>('mine')
  const [merged, setMerged] = useState(`${field.theirs}\n${field.mine}`)
  const texts = { mine: field.mine, theirs: field.theirs, merge: merged }
  const choice = (kind: Pick, label: string): ReactElement => (
    <Choice
      type="radio"
      name={`conflict-${field.name}`}
      checked={pick === kind}
      onChange={() => {
        setPick(kind)
        props.onPick(texts[kind])
      }}
      label={
        <>
          <b>{label}</b>
          {kind !== 'merge' && <span className="compare__text">{texts[kind] || words('emptyText')}</span>}
        </>
      }
    />
  )
  return (
    <fieldset className="compare__item">
      <legend>{field.label}</legend>
      <div className="compare__two">
        {choice('mine', words('mine'))}
        {choice('theirs', words('theirs', { who: field.who, when: field.when }))}
        {choice('merge', words('merge'))}
      </div>
      {pick === 'merge' && (
        <div className="mt">
          <TextArea
            id={`merged-${field.name}`}
            label={words('merged')}
            value={merged}
            onChange={(event) => {
              setMerged(event.target.value)
              props.onPick(event.target.value)
            }}
          />
        </div>
      )}
    </fieldset>
  )
}

/** Two people wrote the same fields: both texts, who and when; choose or merge each, then `onResolve` gets all of them. */
export const ConflictView = (props: {
  fields: readonly ConflictField[]
  busy?: boolean | undefined
  onResolve: (texts: Readonly<Record<string, string>>) => void
}): ReactElement => {
  const words = useKitWords()
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(props.fields.map((field) => [field.name, field.mine])),
  )
  return (
    <div className="compare">
      {props.fields.map((field) => (
        <ConflictItem
          key={field.name}
          field={field}
          onPick={(text) => setTexts((before) => ({ ...before, [field.name]: text }))}
        />
      ))}
      <div className="btns">
        <Button look="main" busy={props.busy} onClick={() => props.onResolve(texts)}>
          {words('keepChoices')}
        </Button>
      </div>
    </div>
  )
}
