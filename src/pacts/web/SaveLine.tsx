import type { ReactElement } from 'react'
import { timeOnly } from '../../platform/core/words.ts'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Callout, Note } from '../../platform/web/kit/Card.tsx'
import { useLanguage } from '../../platform/web/language.tsx'
import { isStill } from '../core/edit.queue.ts'
import { usePactWords } from './pact.hooks.ts'
import { useQueue, useWriting } from './writing.hooks.ts'

const Calm = (): ReactElement => {
  const say = usePactWords()
  const language = useLanguage()
  const savedAt = useQueue((queue) => queue.savedAt)
  const still = useQueue(isStill)
  const sending = useQueue((queue) => queue.sending.length > 0)
  if (sending) return <>{say('pacts.write.saving')}</>
  if (!still) return <>{say('pacts.write.toSave')}</>
  return (
    <>{savedAt ? say('pacts.write.saved', { time: timeOnly(language, savedAt) }) : say('pacts.write.nothingYet')}</>
  )
}

/** When it was saved, once more at the end of a long page: seen, not said again. */
export const SavedAgain = (): ReactElement => (
  <Note icon="save">
    <Calm />
  </Note>
)

/** When it was saved, or what keeps it from being saved; what is typed stays either way. */
export const SaveLine = (): ReactElement => {
  const say = usePactWords()
  const writing = useWriting()
  const trouble = useQueue((queue) => queue.trouble)
  const savedAt = useQueue((queue) => queue.savedAt)
  return (
    <>
      <Note icon="save">
        <Calm />
      </Note>
      {/* heard when it is saved, not at every letter */}
      <span className="sr" role="status">
        {savedAt && trouble === 'none' ? <Calm key={savedAt} /> : ''}
      </span>
      <div role="alert">
        {trouble !== 'none' && (
          <Callout tone="late">
            <p>
              {trouble === 'offline'
                ? say('pacts.write.offline')
                : say('pacts.write.turnedDown', { title: writing.said() })}
            </p>
            <Button onClick={() => void writing.save()}>{say('pacts.write.saveNow')}</Button>
          </Callout>
        )}
      </div>
    </>
  )
}
