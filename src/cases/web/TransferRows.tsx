import type { ReactElement } from 'react'
import { dayOf } from '../../platform/core/day.ts'
import { longDate } from '../../platform/core/words.ts'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { State } from '../../platform/web/kit/State.tsx'
import { Who } from '../../platform/web/kit/Who.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { at } from '../../platform/web/navigation.ts'
import type { TransferRow } from '../core/transfer.api.ts'
import type { TransferState } from '../core/transfer.schema.ts'
import { transferPageWords } from '../core/transferPage.words.ts'

const tones = { proposed: 'now', accepted: 'done', declined: 'late', withdrawn: 'calm' } as const

const Standing = ({ state }: { state: TransferState }): ReactElement => {
  const say = useWords(transferPageWords)
  return <State tone={tones[state]}>{say(`state.${state}`)}</State>
}

/** Proposals of transfer, with where each stands and why it was turned down. */
export const TransferRows = ({ rows }: { rows: readonly TransferRow[] }): ReactElement => {
  const [say, language] = [useWords(transferPageWords), useLanguage()]
  return (
    <Rows>
      {rows.map((row) => (
        <Row
          key={row.id}
          who={<Who name={row.person} />}
          title={row.person}
          href={at(`/passaggi/${row.id}`)}
          text={[
            say('list.line', { from: row.from, to: row.to, day: longDate(language, dayOf(row.proposedAt)) }),
            row.answer,
          ]
            .filter(Boolean)
            .join('. ')}
          state={<Standing state={row.state} />}
        />
      ))}
    </Rows>
  )
}
