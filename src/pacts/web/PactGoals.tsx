import { type ReactElement, useState } from 'react'
import { Refused } from '../../platform/web/call.ts'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Card } from '../../platform/web/kit/Card.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { State } from '../../platform/web/kit/State.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { Thread, ThreadItem } from '../../platform/web/kit/Thread.tsx'
import type { Goal, PactContent, Step } from '../core/content.schema.ts'
import { ladderOf, stepDoneOn } from '../core/pact.progress.ts'
import type { PactSheet } from '../core/pact.sheet.ts'
import { isOver } from '../core/pact.ts'
import { MarkDialog, type Marked, useMark } from './MarkDialog.tsx'
import { firstNameOf } from './names.ts'
import { useMayMark } from './PactCommitments.tsx'
import { usePactWords, useToday, useWhen } from './pact.hooks.ts'

const StepItem = (props: {
  step: Step
  doneOn: string | null
  isNext: boolean
  onMark?: (() => void) | undefined
}): ReactElement => {
  const say = usePactWords()
  const today = useToday()
  const { day } = useWhen()
  const { step, doneOn, isNext } = props
  const isLate = doneOn === null && step.due !== null && step.due < today
  const state = doneOn
    ? say('pacts.page.stepDone', { day: day(doneOn) })
    : step.due
      ? say('pacts.page.stepDue', { day: day(step.due) })
      : say('pacts.page.stepNoDue')
  return (
    <ThreadItem bead={doneOn ? 'done' : isLate ? 'late' : isNext ? 'now' : 'plain'} title={step.text} state={state}>
      {props.onMark && (
        <Button look="quiet" about={step.text} onClick={props.onMark}>
          {say(doneOn ? 'pacts.page.stepUnmark' : 'pacts.page.stepMark')}
        </Button>
      )}
    </ThreadItem>
  )
}

const useStepMark = (sheet: PactSheet): ((step: Step, doneOn: string | null) => void) => {
  const mark = useMark(sheet.pact.id)
  const tell = useStatus()
  const today = useToday()
  return (step, doneOn) => {
    const marked: Marked = { about: 'step', itemId: step.id, say: step.text, now: doneOn ? 'done' : 'undone' }
    mark(marked, { value: doneOn ? 'undone' : 'done', on: today, note: '' }).catch((error: unknown) => {
      if (!(error instanceof Refused)) throw error
      tell({ text: error.problem.title })
    })
  }
}

const GoalCard = (props: { sheet: PactSheet; goal: Goal; onLadder: (marked: Marked) => void }): ReactElement => {
  const say = usePactWords()
  const { sheet, goal } = props
  const markStep = useStepMark(sheet)
  const ladder = ladderOf(goal, sheet.marks)
  const doneOn = goal.steps.map((step) => stepDoneOn(step, sheet.marks))
  const next = doneOn.indexOf(null)
  const lastDone = doneOn.findLastIndex((on) => on !== null)
  const marks = useMayMark(sheet)
  // what was done can be taken back at the last one done only: each with a button would be noise
  const canMark = (index: number): boolean =>
    marks && !isOver(sheet.pact.state) && (doneOn[index] === null || index === lastDone)
  const level = say(`pacts.ladder.${ladder as 0 | 1 | 2 | 3 | 4}`)
  return (
    <Card title={`“${goal.words}”`}>
      {goal.expectedResult && <p className="small soft">{goal.expectedResult}</p>}
      <Thread steps>
        {goal.steps.map((step, index) => (
          <StepItem
            key={step.id}
            step={step}
            doneOn={doneOn[index] ?? null}
            isNext={index === next}
            onMark={canMark(index) ? () => markStep(step, doneOn[index] ?? null) : undefined}
          />
        ))}
      </Thread>
      <div className="btns">
        <State tone={ladder === 4 ? 'done' : 'info'} icon="step">
          {say('pacts.page.ladder')}: {level}
        </State>
        {marks && (
          <Button
            look="quiet"
            icon="pencil"
            about={goal.words}
            onClick={() => props.onLadder({ about: 'goal', itemId: goal.id, say: goal.words, now: String(ladder) })}
          >
            {say('pacts.page.moveLadder')}
          </Button>
        )}
      </div>
    </Card>
  )
}

/** The goals in the person's words, each with its steps on a thread. */
export const PactGoals = ({ sheet, content }: { sheet: PactSheet; content: PactContent }): ReactElement => {
  const say = usePactWords()
  const [marked, setMarked] = useState<Marked | null>(null)
  return (
    <Section id="goals" block title={say('pacts.page.goals', { name: firstNameOf(sheet.personLabel) })}>
      {content.goals.length === 0 && <p className="soft">{say('pacts.page.noGoals')}</p>}
      <div className="goals">
        {content.goals.map((goal) => (
          <GoalCard key={goal.id} sheet={sheet} goal={goal} onLadder={setMarked} />
        ))}
      </div>
      {marked && <MarkDialog sheet={sheet} marked={marked} onClose={() => setMarked(null)} />}
    </Section>
  )
}
