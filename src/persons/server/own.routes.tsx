import { done, type Outcome } from '../../platform/core/refusal.ts'
import { type Language, say } from '../../platform/core/words.ts'
import type { House } from '../../platform/server/house.ts'
import { type PageReply, servePage } from '../../platform/server/page.ts'
import type { FieldError } from '../../platform/server/problem.ts'
import { hashToken } from '../../platform/server/secret/tokens.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { correctionAtLeast, correctionAtMost, oneBreak, ownPages } from '../core/own.page.ts'
import { personsWords } from '../core/persons.words.ts'
import { CardEntry, CardLeft, type CardProblem } from '../web/own/CardEntry.tsx'
import { CorrectionForm } from '../web/own/CorrectionForm.tsx'
import { leaveOwnPage, tryCard } from './card.acts.ts'
import { findCard } from './card.store.ts'
import { askCorrection, readCorrections } from './correction.acts.ts'
import { renderOwnPage } from './ownPage.door.tsx'

const inside = '/mio/patto'
const statuses = { wrong: 422, form: 422, closed: 429, unknown: 404 } as const

const titleOf = (problem: CardProblem): 'persons.own.closed' | 'persons.own.unknown' | 'persons.own.pinTitle' =>
  problem === 'closed' || problem === 'unknown' ? `persons.own.${problem}` : 'persons.own.pinTitle'

const cardPage = (language: Language, problem: CardProblem): PageReply => ({
  status: problem ? statuses[problem] : 200,
  html: renderOwnPage({
    language,
    title: say(personsWords, language, titleOf(problem)),
    isIn: false,
    narrow: true,
    content: <CardEntry problem={problem} />,
  }),
})

const openCardPage = async (tx: Tx, token: string, language: Language): Promise<Outcome<PageReply>> => {
  const card = await findCard(tx, hashToken(token))
  if (!card) return done(cardPage(language, 'unknown'))
  return done(cardPage(language, card.lockedUntil !== null && card.lockedUntil > tx.now ? 'closed' : null))
}

const enterByCard = async (tx: Tx, token: string, typed: string, language: Language): Promise<Outcome<PageReply>> => {
  const pin = typed.replace(/\D/g, '')
  if (pin.length !== 6) return done(cardPage(language, 'form'))
  const tried = await tryCard(tx, token, pin)
  return done(tried === 'in' ? { location: inside } : cardPage(language, tried))
}

const leftPage = (language: Language): PageReply => ({
  html: renderOwnPage({
    language,
    title: say(personsWords, language, 'persons.own.left'),
    isIn: false,
    narrow: true,
    content: <CardLeft />,
  }),
})

type Form = { readonly sent: boolean; readonly typed: string; readonly error: string }

const correctionPage = async (tx: Tx, language: Language, form: Form): Promise<Outcome<PageReply>> => {
  const found = await readCorrections(tx, { personId: tx.actor.id, limit: 50, offset: 0 })
  if (!found.ok) return found
  const html = renderOwnPage({
    language,
    title: say(personsWords, language, 'persons.own.correctTitle'),
    isIn: true,
    content: <CorrectionForm rows={found.value.rows} {...form} />,
  })
  return done({ html, status: form.error === '' ? 200 : 422 })
}

const sendCorrection = async (tx: Tx, text: string): Promise<Outcome<PageReply>> => {
  const asked = await askCorrection(tx, text)
  return asked.ok ? done({ location: '/mio/correzione?sent=1' }) : asked
}

const correctionFault = (language: Language, typed: string, [first]: readonly FieldError[]): string => {
  const letters = oneBreak(typed).trim().length
  if (letters > correctionAtMost) return say(personsWords, language, 'persons.own.correctLong')
  return letters < correctionAtLeast || !first ? say(personsWords, language, 'persons.own.correctError') : first.message
}

const askAgain = (
  tx: Tx,
  language: Language,
  { text, errors }: { text: unknown; errors: readonly FieldError[] },
): Promise<Outcome<PageReply>> => {
  const typed = String(text ?? '')
  return correctionPage(tx, language, { sent: false, typed, error: correctionFault(language, typed, errors) })
}

/** The person's way in with a card, out again, and what they ask to put right. */
export const ownRoutes = (house: House): void => {
  servePage(house, ownPages.card, (tx, { params, language }) => openCardPage(tx, params.token, language))
  servePage(house, ownPages.openCard, (tx, { params, body, language }) =>
    enterByCard(tx, params.token, body?.pin ?? '', language),
  )
  servePage(house, ownPages.left, async (_tx, { language }) => done(leftPage(language)))
  servePage(house, ownPages.leave, async (tx) => {
    await leaveOwnPage(tx)
    return done({ location: '/mio/esci' })
  })
  servePage(house, ownPages.correction, (tx, { query, language }) =>
    correctionPage(tx, language, { sent: query.sent !== undefined, typed: '', error: '' }),
  )
  servePage(house, ownPages.askCorrection, (tx, { body, typed, errors, language }) =>
    body ? sendCorrection(tx, body.text) : askAgain(tx, language, { text: typed.text, errors }),
  )
}
