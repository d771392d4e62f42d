import type { ReactElement, ReactNode } from 'react'
import { timeOnly } from '../../platform/core/words.ts'
import { Button, Buttons } from '../../platform/web/kit/Button.tsx'
import { Callout } from '../../platform/web/kit/Card.tsx'
import { State } from '../../platform/web/kit/State.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { interviewWords } from '../core/interview.words.ts'
import { unsaved } from '../core/wave.queue.ts'
import { useInterview, useWaveQueue } from './interview.hooks.ts'

const Quiet = (): ReactElement => {
  const [say, language, queue] = [useWords(interviewWords), useLanguage(), useWaveQueue()]
  if (unsaved(queue).length > 0) return <State>{say('save.saving')}</State>
  if (queue.savedAt === null) return <State tone="info">{say('save.all')}</State>
  return <State tone="done">{say('save.saved', { time: timeOnly(language, queue.savedAt) })}</State>
}

const Stopped = ({ text, children }: { text: string; children?: ReactNode }): ReactElement => (
  <Callout tone="late">
    <p>{text}</p>
    {children && <Buttons>{children}</Buttons>}
  </Callout>
)

/** Whether what was told is saved; when it is not, why, and what to do. Nothing is lost meanwhile. */
export const InterviewSaved = (): ReactElement => {
  const [say, interview, queue] = [useWords(interviewWords), useInterview(), useWaveQueue()]
  const { state, said } = queue
  const leave = (
    <Button look="quiet" onClick={() => void interview.giveUp()}>
      {say('save.giveUp')}
    </Button>
  )
  return (
    <div className="talk__saved" role="status">
      {state === 'fine' && <Quiet />}
      {state === 'offline' && <Stopped text={say('save.offline')} />}
      {state === 'taken' && (
        <Stopped text={said}>
          <Button onClick={() => void interview.take()}>{say('save.take')}</Button>
          {leave}
        </Stopped>
      )}
      {state === 'stale' && (
        <Stopped text={said}>
          <Button onClick={() => void interview.again()}>{say('save.again')}</Button>
          {leave}
        </Stopped>
      )}
      {state === 'turnedDown' && <Stopped text={`${say('save.turnedDown')} ${said}`}>{leave}</Stopped>}
    </div>
  )
}
