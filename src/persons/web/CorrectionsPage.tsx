import type { ReactElement } from 'react'
import { Answered } from '../../platform/web/Answered.tsx'
import { Crumbs, Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { at } from '../../platform/web/navigation.ts'
import { useRead } from '../../platform/web/query.ts'
import { cardApi } from '../core/card.api.ts'
import { personDeskWords } from '../core/desk.words.ts'
import { CorrectionCard } from './CorrectionCard.tsx'

/** Every request for correction that waits for the reader. */
export const CorrectionsPage = (): ReactElement => {
  const say = useWords(personDeskWords)
  const found = useRead(cardApi.corrections, { query: { state: 'open', limit: 100 } })
  return (
    <>
      <Crumbs
        label={say('one.back')}
        items={[{ label: say('one.back'), href: at('/persone') }, { label: say('people.corrections') }]}
      />
      <Answered of={found}>
        {({ rows, total }) => (
          <>
            <Sentence lead={say('fix.lead')}>
              {total > 0 ? say('fix.title', { count: total }) : say('fix.calm')}
            </Sentence>
            <div className="stack">
              {rows.map((row) => (
                <CorrectionCard key={row.id} row={row} named />
              ))}
            </div>
          </>
        )}
      </Answered>
    </>
  )
}
