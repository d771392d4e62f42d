import { PlainPactPaper } from '../../platform/core/documents.schema.ts'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import { type Language, say } from '../../platform/core/words.ts'
import { pactDocument } from '../../platform/server/documents/pact-document.ts'
import { plainPact } from '../../platform/server/documents/plain-pact.ts'
import type { FileReply } from '../../platform/server/fileReply.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { Pact } from '../core/pact.schema.ts'
import { paperWords } from '../core/paper.words.ts'
import { plainLines } from '../core/plain.ts'
import { isPending } from '../core/version.ts'
import { listAllSigners } from './later.store.ts'
import { journalPact } from './pact.journal.ts'
import { readable } from './pact.reach.ts'
import { paperFacts } from './paper.store.ts'
import { pactPaper } from './paper.ts'
import { listSignatories } from './sign.store.ts'
import type { KeptVersion } from './version.rows.ts'
import { listVersions } from './version.store.ts'

const pdfReply = (name: string, bytes: Uint8Array): FileReply => ({
  file: true,
  name: `${name}.pdf`,
  type: 'application/pdf',
  bytes,
  inline: true,
})

/** The text asked for; else the one half-way, the one in force, the last. */
const chosenText = (versions: readonly KeptVersion[], number: number | undefined): KeptVersion | undefined =>
  number === undefined
    ? (versions.find(isPending) ?? versions.find(({ state }) => state === 'inForce') ?? versions.at(-1))
    : versions.find((one) => one.number === number)

/** The very file that was frozen for a signed text; a draft, printed now, for any other. */
export const pactFile = async (
  tx: Tx,
  pactId: string,
  { version: number }: { version?: number | undefined },
): Promise<Outcome<FileReply>> => {
  const found = await readable(tx, pactId)
  if (!found.ok) return found
  const { pact } = found.value
  const version = chosenText(await listVersions(tx, pact), number)
  if (!version) return unknown()
  const { language } = tx.actor
  const name = `${pact.number} ${say(paperWords, language, 'pacts.paper.file')} ${version.number}`
  const bytes = version.pdfFileId ? await tx.services.files.get(version.pdfFileId) : await printed(tx, pact, version)
  if (!bytes) return refuse('gone', 'pacts.document.missing')
  await journalPact(tx, pact, { act: 'pacts.document' })
  return done(pdfReply(name, bytes))
}

const printed = async (tx: Tx, pact: Pact, version: KeptVersion): Promise<Uint8Array> => {
  const signatories = await listSignatories(tx, pact.districtId, version.id)
  const { language } = tx.actor
  const isDraft = version.frozenAt === null
  const paper = await pactPaper(tx, pact, {
    version,
    signatories,
    language: isDraft ? language : 'it',
    at: version.frozenAt ?? tx.now,
    draft: isDraft,
  })
  return (await pactDocument(paper)).pdf
}

export const plainFile = async (
  tx: Tx,
  pactId: string,
  { language = tx.actor.language }: { language?: Language | undefined },
): Promise<Outcome<FileReply>> => {
  const found = await readable(tx, pactId)
  if (!found.ok) return found
  await journalPact(tx, found.value.pact, { act: 'pacts.plain' })
  return plainReply(tx, found.value.pact, language)
}

/** The pact on one page in plain words: the text that binds, else the one being written. Writes no journal. */
export const plainReply = async (tx: Tx, pact: Pact, language: Language): Promise<Outcome<FileReply>> => {
  const versions = await listVersions(tx, pact)
  const version = versions.find(({ state }) => state === 'inForce') ?? chosenText(versions, undefined)
  if (!version) return unknown()
  const { pdf } = await plainPact(await plainPaper(tx, pact, { content: version.content, language }))
  return done(pdfReply(`${pact.number} ${say(paperWords, language, 'pacts.paper.plainFile')}`, pdf))
}

const plainPaper = async (
  tx: Tx,
  pact: Pact,
  { content, language }: { content: KeptVersion['content']; language: Language },
): Promise<PlainPactPaper> => {
  const facts = await paperFacts(tx, pact)
  const goal = content.goals[0]?.words.trim()
  const { nextAt } = facts
  return PlainPactPaper.parse({
    language,
    at: tx.now,
    programme: facts.programme ?? '',
    district: facts.district,
    name: facts.givenName ?? facts.personLabel,
    number: pact.number,
    ...(goal ? { goal } : {}),
    person: plainLines(language, content, { side: 'person', personId: pact.personId }),
    services: plainLines(language, content, { side: 'services', personId: pact.personId }),
    community: plainLines(language, content, { side: 'community', personId: pact.personId }),
    next:
      nextAt === null
        ? null
        : { at: nextAt, place: facts.nextPlace ?? '', withWhom: facts.nextWith ?? facts.tutorName },
    call: {
      name: facts.tutorName,
      role: say(paperWords, language, 'pacts.paper.tutor'),
      phone: facts.tutorPhone || facts.partnerPhone,
    },
    link: `${tx.services.baseUrl}/mio/patto`,
  })
}

/** The photo of a signed sheet, or the drawing of a signature. */
export const signatureFile = async (
  tx: Tx,
  { pactId, signatoryId }: { pactId: string; signatoryId: string },
): Promise<Outcome<FileReply>> => {
  const found = await readable(tx, pactId)
  if (!found.ok) return found
  const { pact } = found.value
  for (const { id } of await listVersions(tx, pact)) {
    const one = (await listAllSigners(tx, pact.districtId, id)).find((signatory) => signatory.id === signatoryId)
    if (!one) continue
    await journalPact(tx, pact, { act: 'pacts.signedPaper' })
    if (one.imageSealed !== null) {
      const image = tx.services.secrets.open('signatory.image', one.id, one.imageSealed)
      return done({ ...pdfReply('', Buffer.from(image, 'base64')), name: `${pact.number}.png`, type: 'image/png' })
    }
    const bytes = one.paperFileId === null ? undefined : await tx.services.files.get(one.paperFileId)
    return bytes ? done({ ...pdfReply('', bytes), ...kindOf(pact.number, bytes) }) : unknown()
  }
  return unknown()
}

/** Only these four kinds were let in. */
const kindOf = (number: string, bytes: Uint8Array): { name: string; type: string } => {
  const head = Buffer.from(bytes.subarray(0, 4)).toString('latin1')
  if (head === '%PDF') return { name: `${number}.pdf`, type: 'application/pdf' }
  if (head === 'RIFF') return { name: `${number}.webp`, type: 'image/webp' }
  return head.endsWith('PNG')
    ? { name: `${number}.png`, type: 'image/png' }
    : { name: `${number}.jpg`, type: 'image/jpeg' }
}
