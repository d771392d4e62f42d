import type { ReactElement } from 'react'
import { dayOf } from '../../platform/core/day.ts'
import { longDate } from '../../platform/core/words.ts'
import { Faults } from '../../platform/web/Faults.tsx'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { State } from '../../platform/web/kit/State.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { useAct, useRead } from '../../platform/web/query.ts'
import { personDeskWords } from '../core/desk.words.ts'
import { type GroundNotice, noticeApi } from '../core/notice.api.ts'

const One = ({ row, personId }: { row: GroundNotice; personId: string }): ReactElement => {
  const [say, language, tell] = [useWords(personDeskWords), useLanguage(), useStatus()]
  const act = useAct(noticeApi.told, ['persons'])
  const onSuccess = (): void => tell({ text: say('one.noticeDone') })
  return (
    <Row
      title={row.name}
      text={say(`one.notice.${row.kind}`)}
      state={
        row.toldAt === null ? (
          <State tone="late">{say('one.noticeWaits')}</State>
        ) : (
          <State tone="done">{say('one.noticeTold', { day: longDate(language, dayOf(row.toldAt)) })}</State>
        )
      }
      go={
        row.toldAt === null && (
          <>
            <Button
              about={row.name}
              busy={act.isPending}
              onClick={() => act.mutate({ params: { id: personId, noticeId: row.id } }, { onSuccess })}
            >
              {say('one.noticeTell')}
            </Button>
            {act.error && <Faults faults={[]} error={act.error} />}
          </>
        )
      }
    />
  )
}

/** Who has had the data and is to be told that a consent holds no more. */
export const Notices = ({ personId }: { personId: string }): ReactElement | null => {
  const say = useWords(personDeskWords)
  const { data, error } = useRead(noticeApi.list, { params: { id: personId } })
  if (error) return <Faults faults={[]} error={error} />
  if (!data || data.rows.length === 0) return null
  return (
    <div className="stack">
      <h3>{say('one.notices')}</h3>
      <p>{say('one.noticesText')}</p>
      <Rows label={say('one.notices')}>
        {data.rows.map((row) => (
          <One key={row.id} row={row} personId={personId} />
        ))}
      </Rows>
    </div>
  )
}
