import { z } from 'zod'
import { page } from '../../platform/core/page.ts'

const query = z.looseObject({})
const params = z.looseObject({})
/** Forms are read field by field, so that whatever was typed can be shown again. */
const body = z.record(z.string(), z.unknown())
const shared = { access: 'public', query, params, body } as const
const reads = { ...shared, method: 'GET', journal: 'none' } as const
const sends = { ...shared, method: 'POST', journal: 'write' } as const
const link = z.object({ token: z.string().max(100) })

export const sitePages = {
  home: page({ ...reads, name: 'site.home', path: '/' }),
  ask: page({ ...reads, name: 'site.ask', path: '/chiedi-una-mano' }),
  sendAsk: page({ ...sends, name: 'site.sendAsk', path: '/chiedi-una-mano' }),
  worry: page({ ...reads, name: 'site.worry', path: '/sono-preoccupato' }),
  sendWorry: page({ ...sends, name: 'site.sendWorry', path: '/sono-preoccupato' }),
  antenna: page({ ...reads, name: 'site.antenna', path: '/antenna/:token', params: link }),
  sendAntenna: page({ ...sends, name: 'site.sendAntenna', path: '/antenna/:token', params: link }),
  receipt: page({ ...reads, name: 'site.receipt', path: '/ricevuta' }),
  askReceipt: page({ ...sends, name: 'site.askReceipt', path: '/ricevuta' }),
  privacy: page({ ...reads, name: 'site.privacy', path: '/privacy' }),
  accessibility: page({ ...reads, name: 'site.accessibility', path: '/accessibilita' }),
  credits: page({ ...reads, name: 'site.credits', path: '/crediti' }),
}
