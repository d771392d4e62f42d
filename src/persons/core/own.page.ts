import { z } from 'zod'
import { page } from '../../platform/core/page.ts'

const token = z.object({ token: z.string().min(16).max(64) })
const nothing = z.object({})
const asked = z.object({ sent: z.string().optional() })

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
    body: z.object({ text: z.string().trim().min(3).max(2000) }),
  }),
}
