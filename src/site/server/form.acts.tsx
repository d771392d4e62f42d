import { type LinkedAntenna, receive } from '../../outreach/server/receive.door.ts'
import { done, type Outcome, refuse } from '../../platform/core/refusal.ts'
import { type Language, say } from '../../platform/core/words.ts'
import type { PageReply } from '../../platform/server/page.ts'
import { mayTry } from '../../platform/server/rate.store.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { callOf, type FieldFault, type FormKind, faultsOf, illnessIn, type Typed, typedOf } from '../core/form.ts'
import { siteWords } from '../core/site.words.ts'
import { AskPage } from '../web/AskPage.tsx'
import type { AskPageProps } from '../web/ask.props.ts'
import { AnonymousPage, ThanksPage } from '../web/ThanksPage.tsx'
import { publicDocument } from './document.tsx'
import { codeOf, makeFormToken, readFormToken } from './formToken.ts'
import { type FormGround, formGroundOf } from './place.ts'

/** Forms taken in from one address in an hour: a library or a parish may send many. */
const perAddress = { seconds: 3600, atMost: 20 }

export type FormCall = {
  readonly kind: FormKind
  readonly path: string
  readonly language: Language
  readonly antenna?: LinkedAntenna | undefined
}

type Shown = {
  readonly typed: Typed
  readonly faults?: readonly FieldFault[]
  readonly token: string
  readonly notSent?: boolean
  readonly illness?: string | null
}

const formPage = (ground: FormGround, call: FormCall, shown: Shown, status = 200): PageReply => {
  const { language, place, towns } = ground
  const faults = shown.faults ?? []
  const titles = { forMe: 'site.ask', worried: 'site.worry', antenna: 'site.antennaPage' } as const
  const title = say(siteWords, language, titles[call.kind])
  const mark = faults.length > 0 ? `${say(siteWords, language, 'site.errorMark')}: ` : ''
  const props: AskPageProps = {
    ...shown,
    faults,
    place,
    kind: call.kind,
    towns: towns.map(({ name }) => name),
    signs: ground.signs,
    ...(call.antenna ? { antenna: call.antenna } : {}),
  }
  return { status, html: publicDocument(language, `${mark}${title} · ${place.name}`, <AskPage {...props} />) }
}

/** An empty form; an antenna's begins with its town. */
export const showForm = async (tx: Tx, call: FormCall): Promise<Outcome<PageReply>> => {
  const ground = await formGroundOf(tx, call.language, call.path)
  const town = ground.towns.find(({ istat }) => istat === call.antenna?.municipalityIstat)?.name ?? ''
  const token = makeFormToken(tx.services.secrets, tx.now)
  return done(formPage(ground, call, { typed: { ...typedOf({}), town }, token }))
}

type Guarded = { readonly code: string } | { readonly again: Shown; readonly status: number }

/** Whoever is turned away reads one and the same sentence, and finds what was typed; which guard it was is not said. */
const guard = async (tx: Tx, body: Readonly<Record<string, unknown>>, typed: Typed): Promise<Guarded> => {
  const { secrets } = tx.services
  const token = typeof body.token === 'string' ? body.token : ''
  const form = readFormToken(secrets, token, tx.now)
  const isTrapped = typeof body.website !== 'string' || body.website !== ''
  if (form?.isRead && !isTrapped && (await mayTry(tx, 'site.form', perAddress)))
    return { code: codeOf(secrets, token, { ...typed, warned: '' }) }
  // a form that is still good stays: a new one would turn a quick second press away again
  return { again: { typed, token: form ? token : makeFormToken(secrets, tx.now), notSent: true }, status: 429 }
}

/** Takes in a form, or shows it again with what is to be mended. */
export const sendForm = async (
  tx: Tx,
  call: FormCall,
  body: Readonly<Record<string, unknown>>,
): Promise<Outcome<PageReply>> => {
  const ground = await formGroundOf(tx, call.language, call.path)
  const typed = typedOf(body)
  const token = typeof body.token === 'string' ? body.token.slice(0, 200) : ''
  const faults = faultsOf(call.kind, typed, ground.towns)
  if (faults.length > 0) return done(formPage(ground, call, { typed, faults, token }, 422))
  const guarded = await guard(tx, body, typed)
  if ('again' in guarded) return done(formPage(ground, call, guarded.again, guarded.status))
  const illness = typed.warned === 'yes' ? null : illnessIn(typed.text)
  if (illness) return done(formPage(ground, call, { typed, token, illness }, 422))
  return takeIn(tx, { ground, call, typed, code: guarded.code })
}

type Taking = { readonly ground: FormGround; readonly call: FormCall; readonly typed: Typed; readonly code: string }

/** The words that the permission was given to, as they were shown. */
const wordsShown = ({ ground, call }: Taking, of: 'person' | 'sender'): string => {
  const { kind } = call
  const answer = kind === 'antenna' ? (of === 'person' ? 'antennaPerson' : 'antennaSender') : kind
  const [asked, answered] = [`site.permission.${kind}`, `site.yes.${answer}`] as const
  const words = (key: typeof asked | typeof answered): string => say(siteWords, ground.language, key)
  return `${words(asked)} ${words(answered)} (${ground.programme.rules.privacyNotice})`
}

const takeIn = async (tx: Tx, taking: Taking): Promise<Outcome<PageReply>> => {
  const { ground, call, typed, code } = taking
  const { seen, said, permission } = callOf(call.kind, typed, {
    towns: ground.towns,
    signs: ground.signs.map(({ value }) => value),
  })
  const received = await receive(tx, {
    seen,
    said,
    permission: permission && { ...permission, words: wordsShown(taking, permission.of) },
    code,
    ...(call.antenna ? { antenna: call.antenna } : {}),
  })
  if (!received.ok) return refuse(received.refusal.kind, received.refusal.code)
  const { language, place } = ground
  const antenna = call.antenna?.name
  const content = received.value.hasCode ? (
    <ThanksPage place={place} code={code} due={received.value.due} {...(antenna ? { antenna } : {})} />
  ) : (
    <AnonymousPage place={place} {...(antenna ? { antenna } : {})} />
  )
  const title = say(siteWords, language, received.value.hasCode ? 'site.thanks' : 'site.anonymous')
  return done({ html: publicDocument(language, `${title} · ${place.name}`, content) })
}
