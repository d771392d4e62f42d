import type { ReactElement } from 'react'
import { Answered } from '../../platform/web/Answered.tsx'
import { EmptyState } from '../../platform/web/kit/Lists.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { ListTail, rowsAsked } from '../../platform/web/ListTail.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { useFilters } from '../../platform/web/navigation.ts'
import { useRead } from '../../platform/web/query.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import { transferApi } from '../core/transfer.api.ts'
import { transferPageWords } from '../core/transferPage.words.ts'
import { TransferRows } from './TransferRows.tsx'

/** Proposals of transfer between districts: those that wait first. */
export const TransfersPage = (): ReactElement => {
  const say = useWords(transferPageWords)
  const [filters] = useFilters()
  const found = useRead(transferApi.list, { query: { limit: rowsAsked(filters) } })
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
            <ListTail shown={rows.length} total={total} />
          </>
        )
      }
    </Answered>
  )
}
