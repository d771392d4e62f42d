import { mayIn } from '../../platform/core/actor.ts'
import { isDone } from '../../platform/core/contract.ts'
import type { Day } from '../../platform/core/day.ts'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import { longDate, say } from '../../platform/core/words.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import { writeLetter } from '../../platform/server/mail/letter.ts'
import { queueMail } from '../../platform/server/outbox.ts'
import { hashToken, randomToken } from '../../platform/server/secret/tokens.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { programmeNow } from '../../settings/server/settings.door.ts'
import { surveyPageWords } from '../core/survey.page.words.ts'
import type { Survey, SurveyFigures } from '../core/survey.schema.ts'
import { surveyBodies, surveyFigures, surveyPairs } from '../core/survey.ts'
import * as store from './survey.store.ts'

const journal = (
  tx: Tx,
  act: string,
  { districtId, id }: Pick<store.FoundSurvey, 'districtId' | 'id'>,
  changed?: object,
): Promise<void> =>
  writeJournal(tx, {
    act,
    districtId,
    subject: { kind: 'bodySurvey', id },
    ...(changed ? { changed: { ...changed } } : {}),
  })

const isOpen = (tx: Tx, { closedAt, closesOn }: store.FoundSurvey): boolean => closedAt === null && closesOn >= tx.today

/** What is set beside a survey is seen by its last day. */
const notAfter = (last: Day, today: Day): Day => [last, today].sort()[0] ?? today

const figuresOf = async (tx: Tx, survey: store.FoundSurvey): Promise<SurveyFigures> => {
  const told = await store.toldIn(tx, survey)
  return surveyFigures(survey.year, await store.invitedBodies(tx, survey, told), told)
}

type Waves = {
  rows: (SurveyFigures & { id: string; isOpen: boolean })[]
  canAsk: boolean
  bodies: number
}

/** The surveys of a district, a year each: a handful in the life of a programme. */
export const surveysOf = async (tx: Tx, districtId: string): Promise<Outcome<Waves>> => {
  if (!mayIn(tx.actor, 'networks.read', districtId)) return unknown()
  const rows: Waves['rows'] = []
  for (const survey of await store.listSurveys(tx, districtId))
    rows.push({ ...(await figuresOf(tx, survey)), id: survey.id, isOpen: isOpen(tx, survey) })
  const bodies = (await store.bodiesIn(tx, districtId)).length
  return done({ rows, canAsk: mayIn(tx.actor, 'surveys.manage', districtId), bodies })
}

export const openSurvey = async (tx: Tx, surveyId: string): Promise<Outcome<Survey>> => {
  const survey = await store.findSurvey(tx, surveyId)
  if (!survey) return unknown()
  const told = await store.toldIn(tx, survey)
  const [invited, { rules }] = [await store.invitedBodies(tx, survey, told), await programmeNow(tx)]
  const seen = await store.seenTogether(tx, [survey.districtId], notAfter(survey.closesOn, tx.today))
  const others = (await store.bodiesIn(tx, survey.districtId)).filter(({ id }) => !invited.some((one) => one.id === id))
  const shown = new Set([...invited, ...others].map(({ id }) => id))
  const bodies = [...invited, ...others.map(({ email: _, ...body }) => ({ ...body, invited: false, answered: false }))]
  const { id, districtId, year, openedOn, closesOn } = survey
  return done({
    id,
    districtId,
    year,
    openedOn,
    closesOn,
    isOpen: isOpen(tx, survey),
    figures: surveyFigures(year, invited, told),
    bodies: surveyBodies(bodies, told),
    pairs: surveyPairs(told.arcs, seen, rules.smallCell).filter(({ a, b }) => shown.has(a) && shown.has(b)),
  })
}

const linkOf = (tx: Tx, token: string): string => `${tx.services.baseUrl}/questionario/${token}`

const writeTo = async (
  tx: Tx,
  { to, link, year, closesOn }: { to: string; link: string; year: number; closesOn: Day },
): Promise<void> => {
  const { name } = await programmeNow(tx)
  const letter = writeLetter({
    language: 'it',
    subject: say(surveyPageWords, 'it', 'mail.subject', { year }),
    paragraphs: [say(surveyPageWords, 'it', 'mail.body', { day: longDate('it', closesOn) })],
    action: { label: say(surveyPageWords, 'it', 'mail.go'), url: link },
    footer: say(surveyPageWords, 'it', 'mail.footer', { programme: name }),
  })
  await queueMail(tx, { to, ...letter })
}

/** Opens the survey of a year; of two who open it at once the second is told. */
export const askBodies = async (
  tx: Tx,
  { districtId, year, closesOn }: { districtId: string; year: number; closesOn: Day },
): Promise<Outcome<{ id: string; invited: number; written: number }>> => {
  if (!mayIn(tx.actor, 'surveys.manage', districtId)) return unknown()
  if (closesOn < tx.today) return refuse('invalid', 'ties.surveyPast')
  const bodies = await store.bodiesIn(tx, districtId)
  if (bodies.length < 3) return refuse('conflict', 'ties.surveyNobody')
  const id = tx.newId()
  if (!(await store.addSurvey(tx, { id, districtId, year, openedOn: tx.today, closesOn })))
    return refuse('conflict', 'ties.surveyYear')
  const invites = bodies.map((body) => ({ ...body, token: randomToken(16) }))
  await store.addInvites(
    tx,
    { districtId, id },
    invites.map(({ id: organisationId, token }) => ({ organisationId, tokenHash: hashToken(token) })),
  )
  const reached = invites.filter(({ email }) => email !== '')
  for (const { email, token } of reached) await writeTo(tx, { to: email, link: linkOf(tx, token), year, closesOn })
  await journal(tx, 'ties.askBodies', { districtId, id }, { year, closesOn, invited: bodies.length })
  return done({ id, invited: bodies.length, written: reached.length })
}

/** A survey that the actor leads and that is still open. */
const led = async (tx: Tx, surveyId: string): Promise<Outcome<store.FoundSurvey>> => {
  const survey = await store.findSurvey(tx, surveyId)
  if (!survey || !mayIn(tx.actor, 'surveys.manage', survey.districtId)) return unknown()
  return isOpen(tx, survey) ? done(survey) : refuse('conflict', 'ties.surveyClosed')
}

export const newLink = async (tx: Tx, surveyId: string, organisationId: string): Promise<Outcome<{ link: string }>> => {
  const found = await led(tx, surveyId)
  if (!found.ok) return found
  const token = randomToken(16)
  if (!(await store.changeInvite(tx, found.value, { organisationId, tokenHash: hashToken(token) }))) return unknown()
  await journal(tx, 'ties.surveyLink', found.value, { organisationId })
  return done({ link: linkOf(tx, token) })
}

export const closeTheSurvey = async (tx: Tx, surveyId: string): Promise<Outcome<typeof isDone>> => {
  const found = await led(tx, surveyId)
  if (!found.ok) return found
  await store.closeSurvey(tx, found.value)
  await journal(tx, 'ties.closeSurvey', found.value)
  return done(isDone)
}
