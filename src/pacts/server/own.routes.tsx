import { cannotCome } from '../../gatherings/server/appointment.door.ts'
import { renderOwnPage } from '../../persons/server/ownPage.door.tsx'
import { done, type Outcome, unknown } from '../../platform/core/refusal.ts'
import { type Language, say } from '../../platform/core/words.ts'
import type { House } from '../../platform/server/house.ts'
import { type PageReply, servePage } from '../../platform/server/page.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { ownPactPages } from '../core/own.page.ts'
import { whyNotAskLeave } from '../core/own.word.ts'
import { ownWords } from '../core/own.words.ts'
import { OwnLeave } from '../web/own/OwnLeave.tsx'
import { OwnAccesses } from '../web/own/OwnOpened.tsx'
import { OwnPact } from '../web/own/OwnPact.tsx'
import { plainReply } from './document.acts.ts'
import { ownOpened, ownPact, ownView } from './own.acts.ts'
import { askLeave, sayDone } from './word.acts.ts'

type Speaking = { readonly language: Language; readonly sayAct: (act: string) => string }

const pactPage = async (tx: Tx, speaking: Speaking, told: string | null): Promise<Outcome<PageReply>> => {
  const { language } = speaking
  const content = <OwnPact view={await ownView(tx, speaking, told)} />
  return done({
    html: renderOwnPage({ language, title: say(ownWords, language, 'pacts.own.title'), isIn: true, content }),
  })
}

const openedPage = async (tx: Tx, speaking: Speaking): Promise<Outcome<PageReply>> => {
  const { language } = speaking
  const content = <OwnAccesses rows={await ownOpened(tx, speaking)} />
  return done({
    html: renderOwnPage({ language, title: say(ownWords, language, 'pacts.own.opened'), isIn: true, content }),
  })
}

const plainPage = async (tx: Tx, language: Language, asked?: string): Promise<Outcome<PageReply>> => {
  const pact = await ownPact(tx, asked)
  return pact ? plainReply(tx, pact, language) : unknown()
}

const answer = async (tx: Tx, appointmentId: string | undefined): Promise<Outcome<PageReply>> => {
  if (appointmentId === undefined) return unknown()
  const told = await cannotCome(tx, appointmentId, '')
  return told.ok ? done({ location: '/mio/patto?told=1' }) : told
}

const doneSaid = async (tx: Tx, said: { pactId: string; itemId: string } | undefined): Promise<Outcome<PageReply>> => {
  if (said === undefined) return unknown()
  const told = await sayDone(tx, said.pactId, said.itemId)
  return told.ok ? done({ location: '/mio/patto?told=done' }) : told
}

type Form = { readonly typed: string; readonly error: boolean }

const leavePage = async (tx: Tx, { language }: Speaking, form: Form): Promise<Outcome<PageReply>> => {
  const pact = await ownPact(tx)
  if (!pact || whyNotAskLeave(pact) !== null) return done({ location: '/mio/patto' })
  const content = <OwnLeave pactId={pact.id} {...form} />
  const title = say(ownWords, language, 'pacts.own.leaveTitle')
  return done({ html: renderOwnPage({ language, title, isIn: true, content }), status: form.error ? 422 : 200 })
}

const leaveAsked = async (tx: Tx, { pactId, text }: { pactId: string; text: string }): Promise<Outcome<PageReply>> => {
  const told = await askLeave(tx, pactId, text.trim())
  return told.ok ? done({ location: '/mio/patto?told=leave' }) : told
}

/** The person's own page inside: plain HTML, no script. */
export const ownPactRoutes = (house: House): void => {
  const speaking = (language: Language): Speaking => ({ language, sayAct: (act) => house.sayAct(language, act) })
  servePage(house, ownPactPages.pact, (tx, { language, query }) => pactPage(tx, speaking(language), query.told ?? null))
  servePage(house, ownPactPages.plain, (tx, { language, query }) => plainPage(tx, language, query.patto))
  servePage(house, ownPactPages.opened, (tx, { language }) => openedPage(tx, speaking(language)))
  servePage(house, ownPactPages.cannotCome, (tx, { body }) => answer(tx, body?.appointmentId))
  servePage(house, ownPactPages.sayDone, (tx, { body }) => doneSaid(tx, body))
  servePage(house, ownPactPages.leave, (tx, { language }) =>
    leavePage(tx, speaking(language), { typed: '', error: false }),
  )
  servePage(house, ownPactPages.askLeave, (tx, { body, typed, language }) =>
    body ? leaveAsked(tx, body) : leavePage(tx, speaking(language), { typed: String(typed.text ?? ''), error: true }),
  )
}
