import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { Answered } from '../../platform/web/Answered.tsx'
import type { Refused } from '../../platform/web/call.ts'
import { MayNot } from '../../platform/web/kit/Lists.tsx'
import { usePactWords } from './pact.hooks.ts'

/** Shows what was read of a pact; where there is none to be read, whom to ask for it. */
export const Loaded = <T,>(props: {
  read: UseQueryResult<T, Refused>
  children: (data: T) => ReactElement
}): ReactElement | null => {
  const say = usePactWords()
  const { data, error } = props.read
  if (data !== undefined || error?.problem.status !== 404) return <Answered of={props.read}>{props.children}</Answered>
  return (
    <MayNot level={1} title={say('pacts.notFound')}>
      {say('pacts.notFoundHint')}
    </MayNot>
  )
}
