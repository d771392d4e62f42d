import { cannotCome } from '../../gatherings/server/appointment.door.ts'
import { renderOwnPage } from '../../persons/server/ownPage.door.tsx'
import { done, type Outcome, unknown } from '../../platform/core/refusal.ts'
import { type Language, say } from '../../platform/core/words.ts'
import type { House } from '../../platform/server/house.ts'
import { type PageReply, servePage } from '../../platform/server/page.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { ownPactPages } from '../core/own.page.ts'
import { ownWords } from '../core/own.words.ts'
import { OwnAccesses } from '../web/own/OwnOpened.tsx'
import { OwnPact } from '../web/own/OwnPact.tsx'
import { plainReply } from './document.acts.ts'
import { ownOpened, ownPact, ownView } from './own.acts.ts'

type Speaking = { readonly language: Language; readonly sayAct: (act: string) => string }

const pactPage = async (tx: Tx, speaking: Speaking, told: boolean): Promise<Outcome<PageReply>> => {
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

const plainPage = async (tx: Tx, language: Language): Promise<Outcome<PageReply>> => {
  const pact = await ownPact(tx)
  return pact ? plainReply(tx, pact, language) : unknown()
}

const answer = async (tx: Tx, appointmentId: string | undefined): Promise<Outcome<PageReply>> => {
  if (appointmentId === undefined) return unknown()
  const told = await cannotCome(tx, appointmentId, '')
  return told.ok ? done({ location: '/mio/patto?told=1' }) : told
}

/** The person's own page inside: plain HTML, no script. */
export const ownPactRoutes = (house: House): void => {
  const speaking = (language: Language): Speaking => ({ language, sayAct: (act) => house.sayAct(language, act) })
  servePage(house, ownPactPages.pact, (tx, { language, query }) =>
    pactPage(tx, speaking(language), query.told !== undefined),
  )
  servePage(house, ownPactPages.plain, (tx, { language }) => plainPage(tx, language))
  servePage(house, ownPactPages.opened, (tx, { language }) => openedPage(tx, speaking(language)))
  servePage(house, ownPactPages.cannotCome, (tx, { body }) => answer(tx, body?.appointmentId))
}
