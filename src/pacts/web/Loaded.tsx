import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import type { Refused } from '../../platform/web/call.ts'
import { Button } from '../../platform/web/kit/Button.tsx'
import { ErrorState, MayNot } from '../../platform/web/kit/Lists.tsx'
import { Skeleton } from '../../platform/web/kit/Waiting.tsx'
import { type PactKey, usePactWords } from './pact.hooks.ts'

/** What cannot be shown, and what to try. */
export const Failed = ({ error, retry }: { error: Refused; retry: () => void }): ReactElement => {
  const say = usePactWords()
  const { status } = error.problem
  if (status === 404 || status === 400)
    return (
      <MayNot level={1} title={say('pacts.notFound')}>
        {say('pacts.notFoundHint')}
      </MayNot>
    )
  if (status === 403)
    return (
      <MayNot level={1} title={say('pacts.mayNot')}>
        {error.problem.title || say('pacts.mayNotHint')}
      </MayNot>
    )
  const [title, hint]: [PactKey, PactKey] =
    status === 0 ? ['pacts.offline', 'pacts.offlineHint'] : ['pacts.broken', 'pacts.brokenHint']
  return (
    <ErrorState level={1} title={say(title)} act={<Button onClick={retry}>{say('pacts.retry')}</Button>}>
      {say(hint)}
    </ErrorState>
  )
}

/** Shows what was read once it is there; until then a skeleton, and what to do when it cannot be shown. */
export const Loaded = <T,>(props: {
  read: UseQueryResult<T, Refused>
  children: (data: T) => ReactElement
}): ReactElement => {
  const say = usePactWords()
  const { read } = props
  if (read.data !== undefined) return props.children(read.data)
  if (read.error) return <Failed error={read.error} retry={() => void read.refetch()} />
  return <Skeleton label={say('pacts.loading')} lines={6} />
}
