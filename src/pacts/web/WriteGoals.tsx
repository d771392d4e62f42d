import type { ReactElement } from 'react'
import { LifeArea } from '../../cases/core/area.schema.ts'
import { Button } from '../../platform/web/kit/Button.tsx'
import { usePactWords } from './pact.hooks.ts'
import { DayField, ItemActs, Line, Pick, Prose } from './WriteFields.tsx'
import { WriteItem, WriteList } from './WriteItem.tsx'
import { fieldId, useIds, useList, useText } from './writing.hooks.ts'

const Steps = ({ path }: { path: string }): ReactElement => {
  const say = usePactWords()
  const ids = useIds(path)
  const list = useList(path)
  return (
    <div className="stack">
      <h4 id={fieldId(path)} tabIndex={-1}>
        {say('pacts.write.steps')}
      </h4>
      {ids.map((id, index) => (
        <div key={id} className="stack">
          <Line path={`${path}/${id}/text`} max={300} />
          <DayField path={`${path}/${id}/due`} optional />
          <ItemActs
            about={say('pacts.write.step', { number: index + 1 })}
            first={index === 0}
            last={index === ids.length - 1}
            onMove={(by) => list.move(id, by)}
            onRemove={() => list.remove(id)}
          />
        </div>
      ))}
      <Button
        id={`add-${fieldId(path)}`}
        icon="plus"
        onClick={() => list.add({ text: '', due: null, doneOn: null }, 'text')}
      >
        {say('pacts.write.addStep')}
      </Button>
    </div>
  )
}

const GoalForm = (props: { id: string; index: number }): ReactElement => {
  const say = usePactWords()
  const path = `goals/${props.id}`
  const gist = useText(({ goals }) => goals.find(({ id }) => id === props.id)?.words ?? '')
  return (
    <WriteItem list="goals" id={props.id} title={say('pacts.write.goal', { number: props.index + 1 })} gist={gist}>
      <Prose path={`${path}/words`} max={500} oneLine hint={say('pacts.write.goalWordsHint')} />
      <Pick
        path={`${path}/area`}
        options={LifeArea.options.map((area) => ({ value: area, label: say(`cases.area.${area}`) }))}
      />
      <Line path={`${path}/expectedResult`} max={500} optional />
      <Pick
        path={`${path}/ladder`}
        options={([0, 1, 2, 3, 4] as const).map((step) => ({
          value: String(step),
          label: say(`pacts.ladder.${step}`),
        }))}
      />
      <Steps path={`${path}/steps`} />
    </WriteItem>
  )
}

const empty = { words: '', area: 'relations', expectedResult: '', ladder: 0, steps: [] }

/** The goals in the person's own words, with their steps. */
export const WriteGoals = (): ReactElement => {
  const say = usePactWords()
  return (
    <WriteList
      list="goals"
      title={say('pacts.write.goals')}
      hint={say('pacts.write.goalsHint')}
      add={say('pacts.write.addGoal')}
      empty={empty}
      firstField="words"
      item={(id, index) => <GoalForm key={id} id={id} index={index} />}
    />
  )
}
