import type { ReactElement } from 'react'
import { Answered } from '../../platform/web/Answered.tsx'
import { LinkButton } from '../../platform/web/kit/Button.tsx'
import { EmptyState } from '../../platform/web/kit/Lists.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { Pill } from '../../platform/web/kit/State.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { at } from '../../platform/web/navigation.ts'
import { useRead } from '../../platform/web/query.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import { classPageWords } from '../core/class.page.words.ts'
import { classApi } from '../core/class.schema.ts'
import { yearOf } from './years.ts'

/** The teacher's own classes. */
export const ClassesPage = (): ReactElement => {
  const say = useWords(classPageWords)
  const found = useRead(classApi.list)
  const add = (
    <LinkButton look="main" icon="plus" href={at('/classi/nuova')}>
      {say('page.add')}
    </LinkButton>
  )
  return (
    <Answered of={found}>
      {({ rows }) =>
        rows.length === 0 ? (
          <EmptyState level={1} icon="people" title={say('page.none')} act={add}>
            {say('page.noneHint')}
          </EmptyState>
        ) : (
          <>
            <Sentence lead={say('page.lead')}>{weighed(say('page.sentence', { count: rows.length }))}</Sentence>
            <div className="btns mt">{add}</div>
            <div className="block">
              <Rows label={say('page.classes')}>
                {rows.map(({ id, name, schoolYear, pupils, erased }) => (
                  <Row
                    key={id}
                    title={name}
                    href={at(`/classi/${id}`)}
                    text={say('page.about', { name, year: yearOf(schoolYear), count: pupils })}
                    state={erased ? <Pill tone="calm">{say('page.erasedPill')}</Pill> : undefined}
                  />
                ))}
              </Rows>
            </div>
          </>
        )
      }
    </Answered>
  )
}
