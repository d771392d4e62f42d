import { Temporal } from 'temporal-polyfill'
import { done, type Outcome, refuse } from '../../platform/core/refusal.ts'
import { dateAndTime, say } from '../../platform/core/words.ts'
import { signingCodeSlip } from '../../platform/server/documents/signing-slip.ts'
import type { FileReply } from '../../platform/server/fileReply.ts'
import { writeLetter } from '../../platform/server/mail/letter.ts'
import { queueMail } from '../../platform/server/outbox.ts'
import { randomDigits } from '../../platform/server/secret/tokens.ts'
import type { Tx } from '../../platform/server/tx.ts'
import { actWords } from '../core/act.words.ts'
import { paperWords } from '../core/paper.words.ts'
import { journalPact } from './pact.journal.ts'
import { pactRulesIn } from './pact.rules.ts'
import { paperFacts } from './paper.store.ts'
import { codeHash, type SignatoryParams, type Signing, signingOf } from './sign.acts.ts'
import { addCode, lastCode } from './sign.store.ts'

export type GivenCode = { code: string | null; expiresAt: string; label: string }

/** A code for one signature: said once, or mailed and then not said at all. */
export const giveCode = async (
  tx: Tx,
  params: SignatoryParams,
  { mailTo }: { mailTo?: string | undefined },
): Promise<Outcome<GivenCode>> => {
  const found = await signingOf(tx, params)
  if (!found.ok) return found
  const { kept, signatory } = found.value
  if (signatory.signedAt !== null) return refuse('conflict', 'pacts.sign.twice', { at: signatory.signedAt })
  const { signingCodeMinutes: minutes } = await pactRulesIn(tx, kept.pact.districtId)
  const expiresAt = Temporal.Instant.from(tx.now).add({ minutes }).toString({ fractionalSecondDigits: 3 })
  const code = randomDigits(6)
  await addCode(tx, kept.pact, { signatoryId: signatory.id, hash: codeHash(tx, signatory.id, code), expiresAt })
  if (mailTo) await queueMail(tx, { to: mailTo, ...letterOf(tx, found.value, { code, expiresAt }) })
  await journalPact(tx, kept.pact, { act: 'pacts.signingCode', changed: { signatory: signatory.label } })
  return done({ code: mailTo ? null : code, expiresAt, label: signatory.label })
}

/** The mail names the number of the pact and nobody. */
const letterOf = (tx: Tx, { kept }: Signing, { code, expiresAt }: { code: string; expiresAt: string }) => {
  const { language } = tx.actor
  const { number } = kept.pact
  return writeLetter({
    language,
    subject: say(actWords, language, 'pacts.mail.codeSubject', { number }),
    paragraphs: [say(actWords, language, 'pacts.mail.code')],
    code,
    after: [say(actWords, language, 'pacts.mail.codeUntil', { at: dateAndTime(language, expiresAt) })],
    footer: say(actWords, language, 'pacts.mail.footer'),
  })
}

/** Prints a code that was just made; the product itself knows only its hash. */
export const printSlip = async (
  tx: Tx,
  params: SignatoryParams,
  { code }: { code: string },
): Promise<Outcome<FileReply>> => {
  const found = await signingOf(tx, params)
  if (!found.ok) return found
  const { kept, version, signatory } = found.value
  const { pact } = kept
  const last = await lastCode(tx, pact.districtId, signatory.id)
  if (!last || last.isUsed || last.hash !== codeHash(tx, signatory.id, code))
    return refuse('conflict', 'pacts.code.none')
  if (last.expiresAt <= tx.now) return refuse('gone', 'pacts.code.expired')
  const { programme, district } = await paperFacts(tx, pact)
  const { language } = tx.actor
  const { pdf } = await signingCodeSlip({
    language,
    at: tx.now,
    programme: programme ?? '',
    district,
    name: signatory.label,
    number: pact.number,
    version: version.number,
    code,
    expires: last.expiresAt,
  })
  await journalPact(tx, pact, { act: 'pacts.signingSlip' })
  const name = `${pact.number} ${say(paperWords, language, 'pacts.paper.slipFile')}.pdf`
  return done({ file: true, name, type: 'application/pdf', bytes: pdf, inline: true })
}
