import type { ReactElement } from 'react'
import { Faults } from '../../platform/web/Faults.tsx'
import { Button } from '../../platform/web/kit/Button.tsx'
import { More } from '../../platform/web/kit/Card.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { State } from '../../platform/web/kit/State.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { useAct } from '../../platform/web/query.ts'
import { type MeasureRow, measureApi } from '../core/measure.api.ts'
import { measurePageWords } from '../core/page.words.ts'
import { useDay, useTitle } from './spoken.hooks.ts'

const One = ({ row }: { row: MeasureRow }): ReactElement => {
  const [say, day, title] = [useWords(measurePageWords), useDay(), useTitle()]
  const [tell, act] = [useStatus(), useAct(measureApi.share)]
  const shared = !row.shared
  const onSuccess = (): void => tell({ text: say(shared ? 'shareDone' : 'unshareDone') })
  const moment = say(`moment.${row.moment}`)
  return (
    <>
      <Row
        title={`${moment}, ${day(row.heldOn)}`}
        state={<State tone={row.shared ? 'done' : 'calm'}>{say(row.shared ? 'isShared' : 'isNotShared')}</State>}
        go={
          <Button
            look="quiet"
            about={`${title(row.instrument)}, ${moment}, ${day(row.heldOn)}`}
            busy={act.isPending}
            onClick={() => act.mutate({ params: { measureId: row.id }, body: { shared } }, { onSuccess })}
          >
            {say(shared ? 'share' : 'unshare')}
          </Button>
        }
      />
      {act.error && (
        <li className="row row--bare">
          <Faults faults={[]} error={act.error} />
        </li>
      )}
    </>
  )
}

/** Which results the person finds on their own page: none until a worker says so. */
export const Shared = ({ rows }: { rows: readonly MeasureRow[] }): ReactElement | null => {
  const say = useWords(measurePageWords)
  const mine = rows.filter(({ state, scores, rater }) => state === 'done' && scores !== null && rater !== 'worker')
  if (mine.length === 0) return null
  return (
    <More label={say('sharing', { count: mine.filter(({ shared }) => shared).length, of: mine.length })}>
      <div className="stack mt">
        <p>{say('sharingText')}</p>
        <Rows>
          {mine.map((row) => (
            <One key={row.id} row={row} />
          ))}
        </Rows>
      </div>
    </More>
  )
}
