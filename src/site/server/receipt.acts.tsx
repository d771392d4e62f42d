import { receiptOf } from '../../outreach/server/receive.door.ts'
import { done, type Outcome } from '../../platform/core/refusal.ts'
import { type Language, say } from '../../platform/core/words.ts'
import type { PageReply } from '../../platform/server/page.ts'
import { mayTry } from '../../platform/server/rate.store.ts'
import { readCode } from '../../platform/server/secret/tokens.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { siteWords } from '../core/site.words.ts'
import { type Found, ReceiptForm, ReceiptPage } from '../web/ReceiptPage.tsx'
import { publicDocument } from './document.tsx'
import { type Ground, groundOf } from './place.ts'

/** Codes that one address may try in a quarter of an hour: one in some ten thousand million is anybody's. */
const perAddress = { seconds: 900, atMost: 15 }
const path = '/ricevuta'

type Fault = 'site.code.wrong' | 'site.code.empty' | 'site.code.tooMany'
const statuses: Readonly<Record<Fault, number>> = {
  'site.code.wrong': 404,
  'site.code.empty': 422,
  'site.code.tooMany': 429,
}

const titled = ({ language, place }: Ground, mark = ''): string =>
  `${mark}${say(siteWords, language, 'site.receipt')} · ${place.name}`

const asking = (ground: Ground, code: string, fault?: Fault): PageReply => ({
  status: fault ? statuses[fault] : 200,
  html: publicDocument(
    ground.language,
    titled(ground, fault ? `${say(siteWords, ground.language, 'site.errorMark')}: ` : ''),
    <ReceiptForm place={ground.place} code={code} {...(fault ? { fault } : {})} />,
  ),
})

export const showReceiptForm = async (tx: Tx, language: Language): Promise<Outcome<PageReply>> =>
  done(asking(await groundOf(tx, language, path), ''))

/** How far the request of a code is; tries are counted, right ones too. */
export const lookUp = async (tx: Tx, language: Language, given: unknown): Promise<Outcome<PageReply>> => {
  const ground = await groundOf(tx, language, path)
  const typed = typeof given === 'string' ? given.slice(0, 40).trim() : ''
  if (typed === '') return done(asking(ground, '', 'site.code.empty'))
  if (!(await mayTry(tx, 'site.receipt', perAddress))) return done(asking(ground, typed, 'site.code.tooMany'))
  const code = readCode(typed)
  const found: Found | null = code ? await receiptOf(tx, code) : null
  if (!found) return done(asking(ground, typed, 'site.code.wrong'))
  const html = publicDocument(language, titled(ground), <ReceiptPage place={ground.place} found={found} />)
  return done({ html })
}
