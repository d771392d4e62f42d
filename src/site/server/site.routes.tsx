import type { ReactElement } from 'react'
import { antennaOf } from '../../outreach/server/receive.door.ts'
import { done, type Outcome } from '../../platform/core/refusal.ts'
import { type Language, say } from '../../platform/core/words.ts'
import type { House } from '../../platform/server/house.ts'
import { type PageReply, servePage } from '../../platform/server/page.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { sitePages } from '../core/site.pages.ts'
import { siteWords } from '../core/site.words.ts'
import { HomePage } from '../web/HomePage.tsx'
import { AccessibilityPage, CreditsPage, PrivacyPage } from '../web/NoticePages.tsx'
import { NoAntennaPage } from '../web/ReceiptPage.tsx'
import { publicDocument } from './document.tsx'
import { type FormCall, sendForm, showForm } from './form.acts.tsx'
import { type Ground, groundOf } from './place.ts'
import { lookUp, showReceiptForm } from './receipt.acts.tsx'

type Titled = 'site.motto' | 'site.privacy' | 'site.accessibility' | 'site.credits'

/** A page that only tells. */
const tell = async (
  tx: Tx,
  about: { language: Language; path: string; title: Titled },
  draw: (ground: Ground) => ReactElement,
): Promise<Outcome<PageReply>> => {
  const ground = await groundOf(tx, about.language, about.path)
  const title = `${say(siteWords, about.language, about.title)} · ${ground.place.name}`
  return done({ html: publicDocument(about.language, title, draw(ground)) })
}

const noAntenna = async (tx: Tx, { language, path }: FormCall): Promise<Outcome<PageReply>> => {
  const { place } = await groundOf(tx, language, path)
  const title = say(siteWords, language, 'site.noAntenna')
  const content = <NoAntennaPage place={{ ...place, path: '/sono-preoccupato' }} />
  return done({ status: 404, html: publicDocument(language, `${title} · ${place.name}`, content) })
}

/** The form of an antenna, if the link is still somebody's. */
const withAntenna = async (
  tx: Tx,
  at: { token: string; language: Language },
  act: (call: FormCall) => Promise<Outcome<PageReply>>,
): Promise<Outcome<PageReply>> => {
  const antenna = await antennaOf(tx, at.token)
  const call: FormCall = {
    kind: 'antenna',
    path: `/antenna/${encodeURIComponent(at.token)}`,
    language: at.language,
    ...(antenna ? { antenna } : {}),
  }
  return antenna ? act(call) : noAntenna(tx, call)
}

const forMe = { kind: 'forMe', path: sitePages.ask.path } as const
const worried = { kind: 'worried', path: sitePages.worry.path } as const

const openForms = (house: House): void => {
  servePage(house, sitePages.ask, (tx, { language }) => showForm(tx, { ...forMe, language }))
  servePage(house, sitePages.sendAsk, (tx, { language, typed }) => sendForm(tx, { ...forMe, language }, typed))
  servePage(house, sitePages.worry, (tx, { language }) => showForm(tx, { ...worried, language }))
  servePage(house, sitePages.sendWorry, (tx, { language, typed }) => sendForm(tx, { ...worried, language }, typed))
  servePage(house, sitePages.antenna, (tx, { params, language }) =>
    withAntenna(tx, { ...params, language }, (call) => showForm(tx, call)),
  )
  servePage(house, sitePages.sendAntenna, (tx, { params, language, typed }) =>
    withAntenna(tx, { ...params, language }, (call) => sendForm(tx, call, typed)),
  )
}

/** The public face: everything here is plain HTML and works without script. */
export const siteRoutes = (house: House): void => {
  openForms(house)
  servePage(house, sitePages.receipt, (tx, { language }) => showReceiptForm(tx, language))
  servePage(house, sitePages.askReceipt, (tx, { language, typed }) => lookUp(tx, language, typed.code))
  servePage(house, sitePages.home, (tx, { language }) =>
    tell(tx, { language, path: '/', title: 'site.motto' }, ({ place }) => <HomePage place={place} />),
  )
  servePage(house, sitePages.privacy, (tx, { language }) =>
    tell(tx, { language, path: '/privacy', title: 'site.privacy' }, ({ place, districts, programme }) => (
      <PrivacyPage
        place={place}
        districts={districts}
        version={programme.rules.privacyNotice}
        months={programme.deadlines.eraseUntakenMonths}
      />
    )),
  )
  servePage(house, sitePages.accessibility, (tx, { language }) =>
    tell(tx, { language, path: '/accessibilita', title: 'site.accessibility' }, ({ place }) => (
      <AccessibilityPage place={place} />
    )),
  )
  servePage(house, sitePages.credits, (tx, { language }) =>
    tell(tx, { language, path: '/crediti', title: 'site.credits' }, ({ place }) => <CreditsPage place={place} />),
  )
}
