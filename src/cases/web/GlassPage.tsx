import type { ReactElement } from 'react'
import type { z } from 'zod'
import { dateAndTime, longDate, timeOnly } from '../../platform/core/words.ts'
import { Answered } from '../../platform/web/Answered.tsx'
import { Button } from '../../platform/web/kit/Button.tsx'
import { EmptyState } from '../../platform/web/kit/Lists.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { State } from '../../platform/web/kit/State.tsx'
import { Who } from '../../platform/web/kit/Who.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { at } from '../../platform/web/navigation.ts'
import { useAct, useRead } from '../../platform/web/query.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import { glassApi } from '../core/glass.api.ts'
import { workWords } from '../core/work.words.ts'

type Opening = z.output<typeof glassApi.openings.reply>['rows'][number]

const OpeningLine = ({ one }: { one: Opening }): ReactElement => {
  const [say, language, act] = [useWords(workWords), useLanguage(), useAct(glassApi.seen)]
  const when = { at: dateAndTime(language, one.at), until: timeOnly(language, one.until) }
  return (
    <Row
      who={<Who name={one.who} tone="servizi" />}
      title={say('glass.who', { who: one.who, person: one.personLabel })}
      href={at(`/casi/${one.caseId}`)}
      text={one.reason}
      state={
        <>
          <State>{say('glass.when', when)}</State>
          {one.seenAt && (
            <State tone="done">{say('glass.seen', { who: one.seenBy, day: longDate(language, one.seenAt) })}</State>
          )}
        </>
      }
      go={
        !one.seenAt && (
          <Button
            icon="check"
            about={one.personLabel}
            busy={act.isPending}
            onClick={() => act.mutate({ params: { glassId: one.id } })}
          >
            {say('glass.see')}
          </Button>
        )
      }
    />
  )
}

/** For whoever coordinates: the files that were opened in an emergency, with the reasons. */
export const GlassPage = (): ReactElement | null => {
  const say = useWords(workWords)
  const found = useRead(glassApi.openings)
  return (
    <Answered of={found}>
      {({ rows, total }) =>
        rows.length === 0 ? (
          <EmptyState level={1} icon="lock" title={say('glass.listNone')}>
            {say('glass.listNoneHint')}
          </EmptyState>
        ) : (
          <>
            <Sentence>{weighed(say('glass.list', { count: total }))}</Sentence>
            <div className="mt">
              <Rows>
                {rows.map((one) => (
                  <OpeningLine key={one.id} one={one} />
                ))}
              </Rows>
            </div>
          </>
        )
      }
    </Answered>
  )
}
