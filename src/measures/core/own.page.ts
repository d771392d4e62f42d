import { z } from 'zod'
import { page } from '../../platform/core/page.ts'
import type { MeasureRow } from './measure.api.ts'

const nothing = z.object({})

/** Reading one's own page is nobody else's look. */
export const ownMeasurePages = {
  measures: page({
    name: 'measures.own',
    method: 'GET',
    path: '/mio/misure',
    access: 'ownPage',
    journal: 'none',
    params: nothing,
    query: nothing,
    body: nothing,
  }),
}

/** A result as its person reads it. */
export type OwnMeasure = Pick<
  MeasureRow,
  'id' | 'instrument' | 'definition' | 'rater' | 'moment' | 'heldOn' | 'scores' | 'state' | 'hidden'
>
