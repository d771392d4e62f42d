import { lazy, type ReactElement, Suspense, useState } from 'react'
import { Faults, faultsIn } from '../../platform/web/Faults.tsx'
import { Button, Buttons } from '../../platform/web/kit/Button.tsx'
import { Callout, Note } from '../../platform/web/kit/Card.tsx'
import { Choice } from '../../platform/web/kit/Choice.tsx'
import { Dialog } from '../../platform/web/kit/Dialog.tsx'
import { FieldError } from '../../platform/web/kit/Field.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { useAct } from '../../platform/web/query.ts'
import type { Difference } from '../core/configuration.ts'
import { deadlineNames } from '../core/deadlines.ts'
import { type Place, placeOf, valueText } from '../core/difference.ts'
import { settingsApi } from '../core/settings.api.ts'
import type { Configuration } from '../core/settings.schema.ts'
import { settingsWebWords } from '../core/settings.web.words.ts'

const VersionDiff = lazy(async () => ({ default: (await import('../../platform/web/kit/Compare.tsx')).VersionDiff }))

export type Compared = {
  readonly before: Configuration
  readonly after: Configuration
  readonly differences: readonly Difference[]
}

const shownAtMost = 200

const usePlaceWords = (): ((place: Place) => string) => {
  const say = useWords(settingsWebWords)
  const fieldOf = (field: string): string => {
    const deadline = deadlineNames.find((name) => name === field)
    if (deadline) return say(`deadline.${deadline}`)
    // a field that no page names is told by its own name
    return field in settingsWebWords.it ? say(field as 'name') : field
  }
  return ({ area, entry, field }) =>
    [say(`area.${area}`), entry, field === null ? say('wholeEntry') : fieldOf(field)].filter(Boolean).join(' · ')
}

const Differences = ({ compared }: { compared: Compared }): ReactElement => {
  const [say, tellPlace] = [useWords(settingsWebWords), usePlaceWords()]
  const { before, after, differences } = compared
  const text = (value: unknown): string => valueText(value, say('yes'), say('no'))
  const rest = differences.length - shownAtMost
  return (
    <Suspense>
      <VersionDiff
        before={say('now')}
        after={say('after')}
        rows={differences.slice(0, shownAtMost).map((difference, index) => ({
          id: `d-${index}`,
          label: tellPlace(placeOf(difference, [after, before])),
          before: text(difference.before),
          after: text(difference.after),
        }))}
      />
      {rest > 0 && <p className="mt">{say('moreDifferences', { count: rest })}</p>}
    </Suspense>
  )
}

const Question = (props: {
  compared: Compared
  onClose: () => void
  onTaken: (count: number) => void
}): ReactElement => {
  const say = useWords(settingsWebWords)
  const [isSure, setSure] = useState(false)
  const [isMissing, setMissing] = useState(false)
  const act = useAct(settingsApi.import)
  const { after, differences } = props.compared
  const take = (): void => {
    setMissing(!isSure)
    if (isSure) act.mutate({ body: after }, { onSuccess: ({ changed }) => props.onTaken(changed) })
  }
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={say('takeTitle')}
      acts={
        <>
          <Button look="danger" busy={act.isPending} onClick={take}>
            {say('take')}
          </Button>
          <Button onClick={props.onClose}>{say('cancel')}</Button>
        </>
      }
    >
      <p>{say('takeText', { count: differences.length })}</p>
      <div className="mt">
        <Choice
          id="sure"
          checked={isSure}
          onChange={(event) => setSure(event.target.checked)}
          label={say('takeSure')}
          aria-describedby={isMissing ? 'sure-error' : undefined}
        />
        <FieldError id="sure" error={isMissing && !isSure ? say('takeSureMissing') : undefined} />
      </div>
      <Faults faults={faultsIn(act.error)} error={act.error} />
    </Dialog>
  )
}

/** The differences row by row, and the question whether to take them in. */
export const Taking = (props: {
  compared: Compared
  onLeave: () => void
  onTaken: (count: number) => void
}): ReactElement => {
  const say = useWords(settingsWebWords)
  const [asking, setAsking] = useState(false)
  const count = props.compared.differences.length
  if (count === 0)
    return (
      <>
        <Callout tone="calm">{say('same')}</Callout>
        <div className="btns mt">
          <Button onClick={props.onLeave}>{say('upload')}</Button>
        </div>
      </>
    )
  return (
    <>
      <h3>{say('differences', { count })}</h3>
      <Note>{say('switchedOffHint')}</Note>
      <div className="mt">
        <Differences compared={props.compared} />
      </div>
      <div className="mt">
        <Buttons>
          <Button look="main" onClick={() => setAsking(true)}>
            {say('take')}
          </Button>
          <Button onClick={props.onLeave}>{say('cancel')}</Button>
        </Buttons>
      </div>
      {asking && (
        <Question
          compared={props.compared}
          onClose={() => setAsking(false)}
          onTaken={(changed) => {
            setAsking(false)
            props.onTaken(changed)
          }}
        />
      )}
    </>
  )
}
