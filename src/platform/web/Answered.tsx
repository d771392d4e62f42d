import type { ReactElement } from 'react'
import { answerWords } from '../core/answer.words.ts'
import type { Refused } from './call.ts'
import { Button } from './kit/Button.tsx'
import { EmptyState, ErrorState, MayNot } from './kit/Lists.tsx'
import { Skeleton } from './kit/Waiting.tsx'
import { useWords } from './language.tsx'

type Asked<T> = { readonly data: T | undefined; readonly error: Refused | null; readonly refetch: () => unknown }

const NoAnswer = ({ error, again }: { error: Refused; again: () => void }): ReactElement => {
  const say = useWords(answerWords)
  const { status, title } = error.problem
  if (status === 403)
    return (
      <MayNot level={1} title={say('mayNot')}>
        {say('mayNotHint')}
      </MayNot>
    )
  // an address that cannot be one of ours is answered with 400
  if (status === 404 || status === 400)
    return (
      <EmptyState level={1} icon="search" title={say('none')}>
        {say('noneHint')}
      </EmptyState>
    )
  return (
    <ErrorState level={1} title={say('broken')} act={<Button onClick={again}>{say('again')}</Button>}>
      {title || say('brokenHint')}
    </ErrorState>
  )
}

/** A page that shows what it asked for; while it waits, or when it may not or cannot, it says so. */
export const Answered = <T,>(props: {
  of: Asked<T>
  children: (data: T) => ReactElement | null
}): ReactElement | null => {
  const say = useWords(answerWords)
  const { data, error, refetch } = props.of
  if (data !== undefined) return props.children(data)
  if (error) return <NoAnswer error={error} again={() => void refetch()} />
  return <Skeleton label={say('waiting')} />
}
