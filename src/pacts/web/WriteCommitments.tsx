import type { ReactElement } from 'react'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Note } from '../../platform/web/kit/Card.tsx'
import { Icon } from '../../platform/web/kit/Icon.tsx'
import { sideIcons } from '../../platform/web/kit/Pact.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { useLanguage } from '../../platform/web/language.tsx'
import type { Side } from '../core/content.schema.ts'
import { commitmentSentence } from '../core/pact.sides.ts'
import { sides } from '../core/pact.view.ts'
import { Fold } from './Fold.tsx'
import { PartyField, useParties } from './PartyField.tsx'
import { usePactWords } from './pact.hooks.ts'
import { kindOfSide } from './tones.ts'
import { DayField, ItemActs, Line, Pick, Prose } from './WriteFields.tsx'
import { useList, useText, useWriting } from './writing.hooks.ts'

/** 'Io mi impegno a portare Issa a scuola', as it will be read. */
const Read = ({ id }: { id: string }): ReactElement | null => {
  const say = usePactWords()
  const language = useLanguage()
  const sentence = useText(({ commitments }) => {
    const one = commitments.find((commitment) => commitment.id === id)
    return one === undefined || one.text.trim() === '' ? '' : commitmentSentence(language, one)
  })
  return sentence ? <Note icon="eye">{say('pacts.write.says', { sentence })}</Note> : null
}

const useGoals = (): readonly { value: string; label: string }[] => {
  const goals = useText(({ goals }) => goals)
  return goals
    .filter(({ words }) => words.trim() !== '')
    .map(({ id, words }) => ({ value: id, label: words.slice(0, 80) }))
}

const CommitmentForm = (props: { id: string; side: Side; place: number; order: readonly string[] }): ReactElement => {
  const say = usePactWords()
  const writing = useWriting()
  const list = useList('commitments')
  const goals = useGoals()
  const path = `commitments/${props.id}`
  const title = say('pacts.write.commitment', { number: props.place + 1 })
  const gist = useText(({ commitments }) => commitments.find(({ id }) => id === props.id)?.text ?? '')
  // only those of the same side are seen to move
  const move = (by: 1 | -1): void => {
    const other = props.order[props.place + by]
    const all = writing.text().commitments.map(({ id }) => id)
    if (other === undefined) return
    writing.type(
      'commitments',
      all.map((id) => (id === other ? props.id : id === props.id ? other : id)),
    )
  }
  return (
    <li className="promise">
      <Fold title={title} gist={gist}>
        <fieldset className="form">
          <legend className="sr">{title}</legend>
          <Prose path={`${path}/text`} max={500} oneLine hint={say(`pacts.write.textHint.${props.side}`)} />
          <Read id={props.id} />
          <PartyField
            path={`${path}/ownerLabel`}
            idPath={`${path}/ownerId`}
            kindPath={`${path}/ownerKind`}
            label={say('pacts.field.commitments.ownerLabel')}
          />
          <Line path={`${path}/measure`} max={300} hint={say('pacts.write.measureHint')} />
          <DayField path={`${path}/due`} />
          <Line path={`${path}/recurrence`} max={120} optional hint={say('pacts.write.recurrenceHint')} />
          {goals.length > 0 && (
            <Pick path={`${path}/goalId`} optional empty={say('pacts.write.noGoal')} options={goals} />
          )}
          <Pick
            path={`${path}/side`}
            label="pacts.write.moveSide"
            options={sides.map((side) => ({ value: side, label: say(`pacts.side.${side}`) }))}
          />
          <ItemActs
            about={title}
            first={props.place === 0}
            last={props.place === props.order.length - 1}
            onMove={move}
            onRemove={() => list.remove(props.id)}
          />
        </fieldset>
      </Fold>
    </li>
  )
}

const SideForm = ({ side }: { side: Side }): ReactElement => {
  const say = usePactWords()
  const list = useList('commitments')
  const [person] = useParties()
  const due = useText(({ term }) => term.end)
  const joined = useText(({ commitments }) =>
    commitments
      .filter((one) => one.side === side)
      .map(({ id }) => id)
      .join(' '),
  )
  const order = joined === '' ? [] : joined.split(' ')
  const owner =
    side === 'person' && person
      ? { ownerKind: 'person', ownerId: person.id, ownerLabel: person.label }
      : { ownerKind: 'other', ownerId: null, ownerLabel: '' }
  const add = (): void => list.add({ side, text: '', ...owner, measure: '', due, recurrence: '', goalId: null }, 'text')
  const kind = kindOfSide(side)
  return (
    <section className={`side side--${kind}`} aria-labelledby={`f-side-${side}`}>
      <h3 id={`f-side-${side}`}>
        <Icon name={sideIcons[kind]} />
        {say(`pacts.side.${side}`)}
      </h3>
      {order.length > 0 && (
        <ul>
          {order.map((id, place) => (
            <CommitmentForm key={id} id={id} side={side} place={place} order={order} />
          ))}
        </ul>
      )}
      <div className="side__foot">
        <Button icon="plus" id={side === 'person' ? 'add-f-commitments' : undefined} onClick={add}>
          {say(`pacts.write.add.${side}`)}
        </Button>
      </div>
    </section>
  )
}

/** What each of the three sides promises. */
export const WriteCommitments = (): ReactElement => {
  const say = usePactWords()
  return (
    <Section id="f-commitments" block title={say('pacts.write.commitments')}>
      <p className="soft">{say('pacts.write.commitmentsHint')}</p>
      <div className="stack mt">
        {sides.map((side) => (
          <SideForm key={side} side={side} />
        ))}
      </div>
    </Section>
  )
}
