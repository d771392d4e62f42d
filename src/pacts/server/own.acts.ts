import { comingFor } from '../../gatherings/server/appointment.door.ts'
import { timeGiven } from '../../hours/core/shift.ts'
import { shiftsOfPact } from '../../hours/server/shift.door.ts'
import { countOwn } from '../../measures/server/share.door.ts'
import { accessesOf, getPerson } from '../../persons/server/person.door.ts'
import { dayOf } from '../../platform/core/day.ts'
import type { Language } from '../../platform/core/words.ts'
import { say } from '../../platform/core/words.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { tieWords } from '../../ties/core/tie.words.ts'
import { questionsWaiting, tiesOfPerson } from '../../ties/server/tie.door.ts'
import type { PactContent } from '../core/content.schema.ts'
import { type OwnOpened, type OwnView, ownLines } from '../core/own.view.ts'
import type { OwnWord } from '../core/own.word.schema.ts'
import { whyNotAskLeave } from '../core/own.word.ts'
import type { Pact } from '../core/pact.schema.ts'
import { madePossible } from '../core/pact.sides.ts'
import { isBinding } from '../core/pact.ts'
import { listMarks } from './follow.store.ts'
import { listBefore, namesOf, ownPactIds, seeJoined } from './own.store.ts'
import { findPact } from './pact.store.ts'
import { paperFacts } from './paper.store.ts'
import { findVersion } from './version.store.ts'
import { listWords } from './word.store.ts'

type Speaking = { readonly language: Language; readonly sayAct: (act: string) => string }
type Own = Pick<OwnView, 'state' | 'sides' | 'given' | 'call' | 'pactId' | 'leaving'>

const nothing: Own = {
  state: 'none',
  sides: { person: [], services: [], community: [] },
  given: [],
  call: null,
  pactId: null,
  leaving: { canAsk: false, asked: false, answer: '' },
}

/** A pact of the person's own, or of a record that was joined to theirs: the one asked for, else the one that counts now. */
export const ownPact = async (tx: Tx, asked?: string): Promise<Pact | undefined> => {
  const ids = await ownPactIds(tx, await seeJoined(tx))
  const id = asked === undefined ? ids[0] : ids.find((one) => one === asked)
  return id === undefined ? undefined : (await findPact(tx, id))?.pact
}

/** Only the last request is told of, and its answer only while nothing new was asked. */
const leavingOf = (pact: Pact, words: readonly OwnWord[]): OwnView['leaving'] => {
  const last = words.findLast(({ kind }) => kind === 'withdraw')
  const asked = last?.state === 'open'
  return { canAsk: !asked && whyNotAskLeave(pact) === null, asked, answer: asked ? '' : (last?.answer ?? '') }
}

const stateOf = ({ state }: Pact): OwnView['state'] => {
  if (state === 'suspended') return 'suspended'
  if (isBinding(state)) return 'binding'
  return state === 'draft' || state === 'toPanel' || state === 'approved' ? 'draft' : 'over'
}

/** The text that was signed, with its marks; a text that is still being written is not shown here. */
const pactPart = async (tx: Tx, language: Language): Promise<Own> => {
  const pact = await ownPact(tx)
  if (!pact) return nothing
  const { tutorName: name, tutorPhone, partnerPhone } = await paperFacts(tx, pact)
  const call = { name, phone: tutorPhone || partnerPhone }
  const words = await listWords(tx, pact)
  const base = { ...nothing, state: stateOf(pact), call, pactId: pact.id, leaving: leavingOf(pact, words) }
  const version = await findVersion(tx, pact, 'inForce')
  if (!version) return base
  const { content } = version
  const about = { content, marks: await listMarks(tx, pact), words, today: tx.today, pact }
  const sides = {
    person: ownLines(language, about, 'person'),
    services: ownLines(language, about, 'services'),
    community: ownLines(language, about, 'community'),
  }
  return { ...base, sides, given: await givenPart(tx, pact, { content, language }) }
}

const givenPart = async (
  tx: Tx,
  pact: Pact,
  { content, language }: { content: PactContent; language: Language },
): Promise<string[]> => {
  const shifts = await shiftsOfPact(tx, pact.districtId, pact.id)
  return content.giveBack.map(({ id, tasks, whoBenefits }) => {
    const { times, minutes } = timeGiven(shifts.filter(({ giveBackId }) => giveBackId === id))
    return madePossible(language, { times, minutes, tasks, whoBenefits })
  })
}

const meetingPart = async (tx: Tx): Promise<OwnView['meeting']> => {
  const next = (await comingFor(tx, tx.actor.id)).find(({ outcome }) => outcome === null)
  if (!next) return null
  const names = await namesOf(tx, next.accountIds)
  return { id: next.id, at: next.at, place: next.place, withWhom: names.map((name) => name.split(' ')[0]).join(', ') }
}

/** Ties born on the way, by the initials or the name that may be shown. */
const metPart = async (tx: Tx, districtId: string, language: Language): Promise<OwnView['met']> => {
  const ties = await tiesOfPerson(tx, districtId, tx.actor.id)
  return ties.flatMap(({ id, a, b, kind, origin, until }) => {
    const other = a.id === tx.actor.id ? b : a
    const name = other.label.trim()
    return name === '' || origin.kind === 'before' || until !== null
      ? []
      : [{ id, name, text: say(tieWords, language, `ties.kind.${kind}`) }]
  })
}

const linesAtMost = 100

/** Others' looks at the file, one line for each person, act and day. */
export const ownOpened = async (tx: Tx, { sayAct }: Speaking): Promise<OwnOpened[]> => {
  const { districtId, id } = tx.actor
  if (districtId === null) return []
  await seeJoined(tx)
  const { rows } = await accessesOf(tx, { districtId, id }, { limit: linesAtMost, offset: 0 }, sayAct)
  const seen = new Set<string>()
  return rows.filter((row) => {
    const key = `${row.who} ${row.sentence} ${row.reason} ${dayOf(row.at)}`
    return !seen.has(key) && seen.add(key) !== undefined
  })
}

const shown = 3

export const ownView = async (tx: Tx, speaking: Speaking, told: string | null): Promise<OwnView> => {
  const districtId = tx.actor.districtId ?? ''
  const { language } = speaking
  const person = await getPerson(tx, districtId, tx.actor.id)
  const pact = await pactPart(tx, language)
  return {
    name: person?.givenName ?? '',
    today: tx.today,
    meeting: await meetingPart(tx),
    met: await metPart(tx, districtId, language),
    asked: await questionsWaiting(tx, districtId, tx.actor.id),
    measured: await countOwn(tx),
    opened: (await ownOpened(tx, speaking)).slice(0, shown),
    told,
    before: (await listBefore(tx, await seeJoined(tx))).filter(
      ({ pactId }) => pactId === null || pactId !== pact.pactId,
    ),
    ...pact,
  }
}
