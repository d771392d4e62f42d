import {
  MutationCache,
  QueryCache,
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useCallback } from 'react'
import type { z } from 'zod'
import type { Endpoint } from '../core/contract.ts'
import { call, Refused } from './call.ts'

/**
 * One cache for the workspace; a refusal is an answer and is not asked again. Several parts of a page share one reading,
 * but whoever comes back to a page reads it again: colleagues have worked meanwhile. `onDenied` hears of each 401 and 403:
 * a right may have ended.
 */
export const makeQueryClient = (onDenied: (client: QueryClient) => void): QueryClient => {
  const denied = (error: Error): void => {
    if (error instanceof Refused && (error.problem.status === 401 || error.problem.status === 403)) onDenied(client)
  }
  const client = new QueryClient({
    queryCache: new QueryCache({ onError: denied }),
    mutationCache: new MutationCache({ onError: denied }),
    defaultOptions: {
      queries: {
        staleTime: 500,
        retry: (count, error) => !(error instanceof Refused && error.problem.status !== 0) && count < 2,
      },
    },
  })
  return client
}

type Asked<P extends z.ZodType, Q extends z.ZodType> = {
  readonly params?: z.input<P>
  readonly query?: z.input<Q>
  readonly enabled?: boolean
}

/** Reads an endpoint; cached under its room, its name and what was asked. */
export const useRead = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  endpoint: Endpoint<P, Q, B, R>,
  asked: Asked<P, Q> = {},
): UseQueryResult<z.output<R>, Refused> =>
  useQuery({
    queryKey: [endpoint.name.split('.')[0], endpoint.name, asked.params ?? null, asked.query ?? null],
    queryFn: () => call(endpoint, asked as never),
    enabled: asked.enabled ?? true,
  })

type Given<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = {
  readonly params?: z.input<P>
  readonly query?: z.input<Q>
  readonly body?: z.input<B>
  readonly bytes?: Blob
  readonly key?: string
}

type Then<R> = {
  readonly onSuccess?: (reply: R) => void
  readonly onError?: (error: Refused) => void
  readonly onSettled?: () => void
}
type Act<R, G> = Omit<UseMutationResult<R, Refused, G>, 'mutate'> & {
  readonly mutate: (given: G, then?: Then<R>) => void
}

/**
 * Carries out an endpoint, then asks again for what the named rooms had answered (default: everything, since one act
 * shows on many pages). Pass a `key` made when the form opens, so that a double click is one act. The `onSuccess` of a
 * call runs even when its form is gone by then, as it often is once the act is done: it says that it was done.
 */
export const useAct = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  endpoint: Endpoint<P, Q, B, R>,
  rooms?: readonly string[],
): Act<z.output<R>, Given<P, Q, B>> => {
  const client = useQueryClient()
  const act = useMutation<z.output<R>, Refused, Given<P, Q, B>>({
    mutationFn: (given) => call(endpoint, given as never),
    onSuccess: async () => {
      if (!rooms) return client.invalidateQueries()
      await Promise.all(rooms.map((room) => client.invalidateQueries({ queryKey: [room] })))
    },
  })
  const mutate = (given: Given<P, Q, B>, then?: Then<z.output<R>>): void =>
    void act
      .mutateAsync(given)
      .then(then?.onSuccess, then?.onError ?? (() => undefined))
      .finally(then?.onSettled)
  return { ...act, mutate }
}

/** Asks again for what a room had answered; for what changes without an act of the reader's. */
export const useRefresh = (): ((room: string) => Promise<void>) => {
  const client = useQueryClient()
  return useCallback((room) => client.invalidateQueries({ queryKey: [room] }), [client])
}
