import { Temporal } from 'temporal-polyfill'
import { isDone } from '../../platform/core/contract.ts'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import type { Language } from '../../platform/core/words.ts'
import { personCookie } from '../../platform/server/caller.ts'
import { personCard } from '../../platform/server/documents/person-card.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import { hashPassword, verifyNobody, verifyPassword } from '../../platform/server/secret/passwords.ts'
import { hashToken, randomDigits, randomToken } from '../../platform/server/secret/tokens.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { allDistricts, programmeNow } from '../../settings/server/settings.door.ts'
import { mayCareFor } from '../core/person.policy.ts'
import * as store from './card.store.ts'
import { findPerson, type PersonRecord } from './person.store.ts'
import { listFollowers } from './search.store.ts'

const getCared = async (tx: Tx, id: string): Promise<Outcome<PersonRecord>> => {
  const person = await findPerson(tx, id)
  return person && mayCareFor(tx.actor, person) ? done(person) : unknown()
}

const end = async (tx: Tx, person: PersonRecord): Promise<number> => {
  const of = { districtId: person.districtId, personId: person.id }
  const ended = await store.saveRevoked(tx, of)
  await store.endSessions(tx, of)
  return ended
}

const initialsOf = ({ givenName, familyName }: PersonRecord): string =>
  `${[...givenName][0] ?? ''}${[...familyName][0] ?? ''}`.toUpperCase()

/** Whom the card says to call: tutor or case manager, else who prints it. */
const callOf = async (tx: Tx, person: PersonRecord, contact: string): Promise<{ name: string; phone: string }> => {
  const followers = (await listFollowers(tx, person.districtId, [person.id])).get(person.id) ?? []
  const one = followers.find(({ role }) => role === 'tutor') ?? followers[0]
  return { name: one?.name ?? tx.actor.name, phone: one?.phone || contact }
}

type Issued = {
  readonly id: string
  readonly fileName: string
  readonly pdf: string
  readonly link: string
  readonly pin: string
}

const printed = async (
  tx: Tx,
  person: PersonRecord,
  { link, pin, language }: { link: string; pin: string; language: Language },
): Promise<string> => {
  const district = (await allDistricts(tx)).find(({ id }) => id === person.districtId)
  const { pdf } = await personCard({
    language,
    at: tx.now,
    programme: (await programmeNow(tx)).name,
    district: district?.name ?? '',
    initials: initialsOf(person),
    link,
    pin,
    call: await callOf(tx, person, district?.controllerContact ?? ''),
  })
  return Buffer.from(pdf).toString('base64')
}

/** A new card: the older one, and whoever is in through it, is ended. The PIN is told once and never again. */
export const issueCard = async (tx: Tx, id: string, language: Language): Promise<Outcome<Issued>> => {
  const found = await getCared(tx, id)
  if (!found.ok) return found
  const person = found.value
  await end(tx, person)
  const [cardId, token, pin] = [tx.newId(), randomToken(16), randomDigits(6)]
  await store.insertCard(
    tx,
    { districtId: person.districtId, personId: person.id },
    { id: cardId, tokenHash: hashToken(token), pinHash: await hashPassword(pin) },
  )
  await writeJournal(tx, {
    act: 'persons.issueCard',
    districtId: person.districtId,
    subject: { kind: 'personCard', id: cardId },
    personId: person.id,
  })
  const link = `${tx.services.baseUrl}/mio/${token}`
  const pdf = await printed(tx, person, { link, pin, language })
  return done({ id: cardId, fileName: `tessera-${initialsOf(person)}.pdf`, pdf, link, pin })
}

export const revokeCard = async (tx: Tx, id: string): Promise<Outcome<typeof isDone>> => {
  const found = await getCared(tx, id)
  if (!found.ok) return found
  if ((await end(tx, found.value)) === 0) return refuse('conflict', 'persons.noCard')
  await writeJournal(tx, {
    act: 'persons.revokeCard',
    districtId: found.value.districtId,
    subject: { kind: 'person', id: found.value.id },
    personId: found.value.id,
  })
  return done(isDone)
}

export const ownSessionMinutes = 30
export type CardTry = 'in' | 'wrong' | 'closed' | 'unknown'

/** Tries a PIN. Each try is counted before it is judged; the fifth wrong one closes the card for a quarter of an hour. */
export const tryCard = async (tx: Tx, token: string, pin: string): Promise<CardTry> => {
  const card = await store.countTry(tx, hashToken(token))
  if (!card) {
    await verifyNobody(pin)
    return 'unknown'
  }
  if (card.pinHash === null) return 'closed'
  if (!(await verifyPassword(card.pinHash, pin))) return card.lockedUntil ? 'closed' : 'wrong'
  await store.forgetTries(tx, card.districtId, card.id)
  const secret = randomToken()
  const expiresAt = Temporal.Instant.from(tx.now).add({ minutes: ownSessionMinutes }).toString()
  await store.insertOwnSession(tx, card, { tokenHash: hashToken(secret), expiresAt })
  await writeJournal(tx, {
    act: 'persons.openCard',
    districtId: card.districtId,
    subject: { kind: 'personCard', id: card.id },
    personId: card.personId,
  })
  tx.afterCommit.cookies.push({ name: personCookie, value: secret, maxAgeSeconds: ownSessionMinutes * 60 })
  return 'in'
}

export const leaveOwnPage = async (tx: Tx): Promise<void> => {
  await store.endOwnSession(tx)
  await writeJournal(tx, {
    act: 'persons.leaveCard',
    ...(tx.actor.districtId ? { districtId: tx.actor.districtId } : {}),
    subject: { kind: 'person', id: tx.actor.id },
    personId: tx.actor.id,
  })
  tx.afterCommit.cookies.push({ name: personCookie, value: '', maxAgeSeconds: 0 })
}
