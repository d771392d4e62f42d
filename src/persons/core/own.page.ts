import { z } from 'zod'
import { page } from '../../platform/core/page.ts'

// a link that lost its tail on the way is told of like one that is no longer valid
const token = z.object({ token: z.string().max(200) })
const nothing = z.object({})
const asked = z.object({ sent: z.string().optional() })

/** Letters of a request to put something right. */
export const [correctionAtLeast, correctionAtMost] = [3, 2000] as const

/** A form sends two signs for each end of a line, where the field counted one. */
export const oneBreak = (text: string): string => text.replace(/\r\n?/g, '\n')

/** The pages of the card and of corrections; what the person finds inside belongs to higher rooms. */
export const ownPages = {
  card: page({
    name: 'persons.card',
    method: 'GET',
    path: '/mio/:token',
    access: 'public',
    journal: 'none',
    params: token,
    query: nothing,
    body: nothing,
  }),
  openCard: page({
    name: 'persons.openCard',
    method: 'POST',
    path: '/mio/:token',
    access: 'public',
    journal: 'write',
    params: token,
    query: nothing,
    body: z.object({ pin: z.string().max(40) }),
  }),
  left: page({
    name: 'persons.left',
    method: 'GET',
    path: '/mio/esci',
    access: 'public',
    journal: 'none',
    params: nothing,
    query: nothing,
    body: nothing,
  }),
  leave: page({
    name: 'persons.leaveCard',
    method: 'POST',
    path: '/mio/esci',
    access: 'ownPage',
    journal: 'write',
    params: nothing,
    query: nothing,
    body: nothing,
  }),
  correction: page({
    name: 'persons.correction',
    method: 'GET',
    path: '/mio/correzione',
    access: 'ownPage',
    journal: 'none',
    params: nothing,
    query: asked,
    body: nothing,
  }),
  askCorrection: page({
    name: 'persons.askCorrection',
    method: 'POST',
    path: '/mio/correzione',
    access: 'ownPage',
    journal: 'write',
    params: nothing,
    query: nothing,
    body: z.object({
      text: z.string().transform(oneBreak).pipe(z.string().trim().min(correctionAtLeast).max(correctionAtMost)),
    }),
  }),
}
