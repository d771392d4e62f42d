import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { call, type Refused } from '../../platform/web/call.ts'
import { mergeApi } from '../core/merge.api.ts'

/** What joining these two would do; asked once, since every look is a line in both files. */
export const usePreview = (
  keepId: string,
  mergeId: string,
): UseQueryResult<z.output<typeof mergeApi.preview.reply>, Refused> =>
  useQuery({
    queryKey: [mergeApi.preview.name, keepId, mergeId],
    queryFn: () => call(mergeApi.preview, { body: { keepId, mergeId } }),
    staleTime: Number.POSITIVE_INFINITY,
  })
