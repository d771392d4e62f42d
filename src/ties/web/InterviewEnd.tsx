import type { ReactElement } from 'react'
import { ActForm } from '../../platform/web/ActForm.tsx'
import { Faults, faultAt, faultsIn } from '../../platform/web/Faults.tsx'
import { Button, Buttons } from '../../platform/web/kit/Button.tsx'
import { Callout, More, Note } from '../../platform/web/kit/Card.tsx'
import { DateInput, Select } from '../../platform/web/kit/Field.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { Who } from '../../platform/web/kit/Who.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { useGo } from '../../platform/web/navigation.ts'
import { useAct } from '../../platform/web/query.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import { interviewWords } from '../core/interview.words.ts'
import { type WaveSheet, waveApi } from '../core/wave.api.ts'
import { Moment } from '../core/wave.schema.ts'
import { aliveIn } from '../core/wave.ts'
import { waveWords } from '../core/wave.words.ts'
import { dropDraft } from './interview.draft.ts'
import { useAlterLine, useInterview, useTold, useWaveQueue } from './interview.hooks.ts'
import { spaced } from './waves.hooks.ts'

/** 'Bruno oggi ha raccontato 7 persone: 4 legami sono nuovi, uno è cambiato, uno non c’è più.' */
const useReview = (): ((sheet: WaveSheet) => string) => {
  const say = useWords(interviewWords)
  return ({ alters, person: name, previous }) => {
    const count = aliveIn(alters).length
    const parts = (['new', 'changed', 'gone'] as const).flatMap((what) => {
      const many = alters.filter(({ change }) => change === what).length
      return many > 0 && (what !== 'new' || previous !== null) ? [say(`end.${what}`, { count: many })] : []
    })
    const title = say(count === 0 ? 'end.title.none' : 'end.title', { name, count })
    return parts.length > 0 ? `${title}: ${parts.join(', ')}.` : `${title}.`
  }
}

const DayForm = ({ sheet }: { sheet: WaveSheet }): ReactElement => {
  const [say, waves, { tell }] = [useWords(interviewWords), useWords(waveWords), useInterview()]
  return (
    <More label={say('end.day')}>
      <ActForm
        act={{ isPending: false, error: null }}
        look="plain"
        go={say('end.daySave')}
        onGo={({ heldOn = '', moment }) => {
          if (heldOn) tell({ kind: 'amend', heldOn, moment: Moment.catch('other').parse(moment) })
        }}
      >
        {(faults) => (
          <>
            <DateInput
              id="heldOn"
              name="heldOn"
              defaultValue={sheet.heldOn}
              label={say('start.day')}
              error={faultAt(faults, 'heldOn')}
            />
            <Select
              id="moment"
              name="moment"
              defaultValue={sheet.moment}
              label={say('start.moment')}
              options={Moment.options.map((value) => ({ value, label: waves(`waves.moment.${value}`) }))}
            />
          </>
        )}
      </ActForm>
    </More>
  )
}

const Leave = ({ sheet, left }: { sheet: WaveSheet; left: (text: string) => void }): ReactElement => {
  const [say, act] = [useWords(interviewWords), useAct(waveApi.drop)]
  const drop = (refused: boolean): void =>
    act.mutate({ params: { waveId: sheet.id }, body: { refused } }, { onSuccess: () => left(say('end.left')) })
  return (
    <More label={say('end.leave')}>
      <p>{say('end.leaveHint')}</p>
      <Faults faults={faultsIn(act.error)} error={act.error} />
      <Buttons>
        <Button look="danger" busy={act.isPending} onClick={() => drop(false)}>
          {say('end.drop')}
        </Button>
        <Button busy={act.isPending} onClick={() => drop(true)}>
          {say('end.refuse', { name: sheet.person })}
        </Button>
      </Buttons>
    </More>
  )
}

const Rest = ({ sheet }: { sheet: WaveSheet }): ReactElement => {
  const say = useWords(interviewWords)
  const unasked = sheet.alters.filter(({ change }) => change === 'unasked').length
  const unplaced = aliveIn(sheet.alters).filter(({ closeness }) => closeness === null).length
  return (
    <>
      {unplaced > 0 && <Callout tone="late">{say('end.unplaced', { count: unplaced })}</Callout>}
      {unasked > 0 && <Callout tone="calm">{say('end.unasked', { count: unasked })}</Callout>}
    </>
  )
}

/** Read it together, then end it: what was told becomes ties. */
export const InterviewEnd = (): ReactElement => {
  const [say, sheet, review, line] = [useWords(interviewWords), useTold(), useReview(), useAlterLine()]
  const [interview, queue, status, go, act] = [
    useInterview(),
    useWaveQueue(),
    useStatus(),
    useGo(),
    useAct(waveApi.finish),
  ]
  const left = (text: string): void => {
    interview.forget()
    dropDraft(sheet)
    status({ text })
    go(`/casi/${sheet.caseId}/legami`)
  }
  const finish = async (): Promise<void> => {
    if (!(await interview.save())) return
    const { id, version } = interview.queue().base
    act.mutate(
      { params: { waveId: id }, body: { version }, key: `${id}-${version}` },
      { onSuccess: () => left(say('end.done')) },
    )
  }
  const isStopped = queue.state !== 'fine'
  return (
    <>
      <Sentence lead={say('end.hint')}>{weighed(review(sheet))}</Sentence>
      <div className="block blocks">
        <Rest sheet={sheet} />
        <Rows tight label={say('map.list')}>
          {aliveIn(sheet.alters).map((alter) => (
            <Row
              key={alter.id}
              who={<Who name={spaced(alter.label)} tone={alter.origin.kind === 'before' ? 'old' : 'tie'} />}
              title={alter.label}
              text={line(alter)}
            />
          ))}
        </Rows>
        <Faults faults={faultsIn(act.error)} error={act.error} />
        <Buttons>
          <Button look="main" big icon="checked" busy={act.isPending || isStopped} onClick={() => void finish()}>
            {say('end.go')}
          </Button>
        </Buttons>
        <DayForm sheet={sheet} />
        <Leave sheet={sheet} left={left} />
        <Note icon="lock">{say('form.labelHint')}</Note>
      </div>
    </>
  )
}
