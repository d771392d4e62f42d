import type { ReactElement } from 'react'
import { Answered } from '../../platform/web/Answered.tsx'
import { EmptyState, Pager } from '../../platform/web/kit/Lists.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { useFilters } from '../../platform/web/navigation.ts'
import { useRead } from '../../platform/web/query.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import { transferApi } from '../core/transfer.api.ts'
import { transferPageWords } from '../core/transferPage.words.ts'
import { TransferRows } from './TransferRows.tsx'

const step = 50

/** Proposals of transfer between districts: those that wait first. */
export const TransfersPage = (): ReactElement => {
  const say = useWords(transferPageWords)
  const [filters, change] = useFilters()
  const asked = Math.min(200, Number(filters.rows) || step)
  const found = useRead(transferApi.list, { query: { limit: asked } })
  return (
    <Answered of={found}>
      {({ rows, total }) =>
        total === 0 ? (
          <EmptyState level={1} icon="people" title={say('list.none')}>
            {say('list.noneHint')}
          </EmptyState>
        ) : (
          <>
            <Sentence>{weighed(say('list.sentence', { count: total }))}</Sentence>
            <TransferRows rows={rows} />
            <Pager
              shown={say('list.shown', { shown: rows.length, total })}
              {...(rows.length < total && asked < 200
                ? { more: say('list.more'), onMore: () => change({ rows: String(asked + step) }) }
                : {})}
            />
          </>
        )
      }
    </Answered>
  )
}
