import { type ReactElement, useState } from 'react'
import { dateAndTime } from '../../platform/core/words.ts'
import { Answered } from '../../platform/web/Answered.tsx'
import { Pager } from '../../platform/web/kit/Lists.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { Thread, ThreadItem } from '../../platform/web/kit/Thread.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { useRead } from '../../platform/web/query.ts'
import { personDeskWords } from '../core/desk.words.ts'
import { personApi } from '../core/person.api.ts'
import type { AccessLine } from '../core/sheet.schema.ts'

const Line = ({ line }: { line: AccessLine }): ReactElement => {
  const [say, language] = [useWords(personDeskWords), useLanguage()]
  const when = dateAndTime(language, line.at)
  const who = line.body ? `${line.who} (${line.body})` : line.who
  return (
    <ThreadItem
      title={`${who} ${line.sentence}`.trim()}
      text={line.reason ? `${when}. ${say('one.reason', { reason: line.reason })}` : when}
    />
  )
}

/** Who opened or changed the file, newest first. */
export const Accesses = ({ personId }: { personId: string }): ReactElement => {
  const say = useWords(personDeskWords)
  const [limit, setLimit] = useState(10)
  const found = useRead(personApi.accesses, { params: { id: personId }, query: { limit } })
  return (
    <Section id="accessi" title={say('one.accesses')}>
      <Answered of={found}>
        {({ rows, total }) => (
          <>
            {rows.length === 0 && <p className="soft">{say('one.noAccess')}</p>}
            <Thread small>
              {rows.map((line) => (
                <Line key={line.id} line={line} />
              ))}
            </Thread>
            {total > rows.length && limit < 200 && (
              <Pager
                shown={say('people.shown', { shown: rows.length, total })}
                more={say('people.more')}
                onMore={() => setLimit(Math.min(200, limit + 50))}
              />
            )}
          </>
        )}
      </Answered>
    </Section>
  )
}
