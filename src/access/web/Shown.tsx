import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactElement, ReactNode } from 'react'
import type { Refused } from '../../platform/web/call.ts'
import { Button } from '../../platform/web/kit/Button.tsx'
import { ErrorState, MayNot } from '../../platform/web/kit/Lists.tsx'
import { Skeleton } from '../../platform/web/kit/Waiting.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { profileWords } from '../core/profile.words.ts'

/** What was read, once it is there; until then, or instead of it, what the reader can do. */
export const Shown = <T,>(props: {
  of: UseQueryResult<T, Refused>
  children: (data: T) => ReactNode
}): ReactElement => {
  const say = useWords(profileWords)
  const { data, error, refetch } = props.of
  if (data !== undefined) return <>{props.children(data)}</>
  if (!error) return <Skeleton label={say('waiting')} />
  const { status, title } = error.problem
  if (status === 403)
    return (
      <MayNot level={1} title={say('mayNot')}>
        {title}
      </MayNot>
    )
  return (
    <ErrorState level={1} title={say('broken')} act={<Button onClick={() => void refetch()}>{say('again')}</Button>}>
      {title || say('offline')}
    </ErrorState>
  )
}
