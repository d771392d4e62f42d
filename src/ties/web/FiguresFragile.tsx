import { type ReactElement, useState } from 'react'
import { Button, Buttons } from '../../platform/web/kit/Button.tsx'
import { Note } from '../../platform/web/kit/Card.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { Skeleton } from '../../platform/web/kit/Waiting.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { at } from '../../platform/web/navigation.ts'
import { useRead } from '../../platform/web/query.ts'
import { figuresApi } from '../core/figures.api.ts'
import type { FiguresReply } from '../core/figures.schema.ts'
import { figuresWords } from '../core/figures.words.ts'

const Names = ({ reply }: { reply: FiguresReply }): ReactElement => {
  const say = useWords(figuresWords)
  const { scope, day, from } = reply
  const { data, error } = useRead(figuresApi.fragile, {
    params: { kind: scope.kind },
    query: { id: scope.id, day, from },
  })
  if (error) return <Note>{error.problem.title || say('broken')}</Note>
  if (!data) return <Skeleton label={say('counting')} />
  if (data.bridges.length + data.linchpins.length === 0) return <p>{say('fragileNone')}</p>
  return (
    <Rows label={say('fragileNames')}>
      {data.linchpins.map(({ name, caseId, cut }, no) => (
        <Row
          // biome-ignore lint/suspicious/noArrayIndexKey: people of one name are told apart by nothing else here
          key={`${name} ${no}`}
          title={name || say('unnamed')}
          href={caseId ? at(`/casi/${caseId}/legami`) : undefined}
          text={say('fragileCut', { count: cut })}
        />
      ))}
      {data.bridges.map(({ a, b, cut }, no) => (
        <Row
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          key={`${a} ${b} ${no}`}
          title={say('fragileBridge', { a: a || say('unnamed'), b: b || say('unnamed') })}
          text={say('fragileCut', { count: cut })}
        />
      ))}
    </Rows>
  )
}

/** Who the fragile ties hang on: shown when asked for, since reading names is written in the journal. */
export const FiguresFragile = ({ reply }: { reply: FiguresReply }): ReactElement | null => {
  const say = useWords(figuresWords)
  const [asked, ask] = useState(false)
  if (!reply.mayName) return null
  return (
    <div className="fig__one fig__one--wide">
      <h3>{say('fragileNames')}</h3>
      {asked ? (
        <Names reply={reply} />
      ) : (
        <>
          <p className="soft">{say('fragileHint')}</p>
          <Buttons>
            <Button onClick={() => ask(true)}>{say('fragileAsk')}</Button>
          </Buttons>
        </>
      )}
    </div>
  )
}
