import { randomBytes } from 'node:crypto'
import { isDone } from '../../platform/core/contract.ts'
import { done, type Outcome, refuse, unknown } from '../../platform/core/refusal.ts'
import type { FileReply } from '../../platform/server/fileReply.ts'
import { enqueue } from '../../platform/server/jobs.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import {
  type ClassQuestion,
  type ClassWave,
  mostPhotoBytes,
  type NewClass,
  type SchoolClass,
} from '../core/class.schema.ts'
import { choicesOf, codeFrom, plainCode } from '../core/class.ts'
import * as store from './class.store.ts'

/** Where a teacher teaches: the district and the school of the grant. */
const placeOf = ({ actor }: Tx): { districtId: string; organisationId: string | null } | undefined => {
  const grant = actor.grants.find(
    ({ permissions, districtId }) => districtId !== null && permissions.includes('classes.teach'),
  )
  return grant?.districtId ? { districtId: grant.districtId, organisationId: grant.organisationId } : undefined
}

const journal = (
  tx: Tx,
  act: string,
  { districtId, id }: Pick<store.FoundClass, 'districtId' | 'id'>,
  changed?: object,
): Promise<void> =>
  writeJournal(tx, {
    act,
    districtId,
    subject: { kind: 'schoolClass', id },
    ...(changed ? { changed: { ...changed } } : {}),
  })

export const hashOf = (tx: Tx, code: string): string => tx.services.secrets.blindIndex('class.code', plainCode(code))

export const listClasses = async (
  tx: Tx,
): Promise<Outcome<{ rows: Pick<SchoolClass, 'id' | 'name' | 'schoolYear' | 'pupils' | 'erased'>[] }>> => {
  const rows = await store.listClasses(tx)
  return done({
    rows: rows.map(({ id, name, schoolYear, pupils, erasedAt }) => ({
      id,
      name,
      schoolYear,
      pupils,
      erased: erasedAt !== null,
    })),
  })
}

export const makeClass = async (tx: Tx, given: NewClass): Promise<Outcome<{ id: string }>> => {
  const place = placeOf(tx)
  if (!place) return refuse('forbidden', 'access.permissionMissing', { permission: 'classes.teach' })
  const id = tx.newId()
  await store.addClass(tx, { ...given, ...place, id })
  await journal(tx, 'centers.makeClass', { districtId: place.districtId, id }, given)
  return done({ id })
}

const waveShown = (tx: Tx, one: store.FoundClass, wave: store.FoundWave): ClassWave => {
  const { answers, codeSealed, ...rest } = wave
  const isOpen = wave.closesAt > tx.now
  const code = isOpen && codeSealed ? tx.services.secrets.open('class.code', one.id, codeSealed) : ''
  return { ...rest, code, isOpen, ...choicesOf(answers, one.pupils) }
}

export const openClass = async (tx: Tx, classId: string): Promise<Outcome<SchoolClass>> => {
  const one = await store.findClass(tx, classId)
  if (!one) return unknown()
  const waves = await store.wavesOf(tx, one)
  await journal(tx, 'centers.class', one)
  const { id, name, schoolYear, purpose, pupils, school, createdAt } = one
  return done({
    id,
    name,
    schoolYear,
    purpose,
    pupils,
    school,
    createdAt,
    hasPhoto: one.photoFileId !== null,
    erased: one.erasedAt !== null,
    waves: waves.map((wave) => waveShown(tx, one, wave)),
  })
}

/** A class that can still be worked with; others who change it wait. */
const kept = async (tx: Tx, classId: string): Promise<Outcome<store.FoundClass>> => {
  const one = await store.findClass(tx, classId, true)
  if (!one) return unknown()
  return one.erasedAt === null ? done(one) : refuse('conflict', 'centers.erased')
}

const hoursFrom = (at: string, hours: number): string => new Date(Date.parse(at) + hours * 3_600_000).toISOString()

/** Opens a wave, or opens it again under a new code; the second comes after the first has answers. */
export const askClass = async (
  tx: Tx,
  {
    classId,
    number,
    ...given
  }: { classId: string; number: 1 | 2; question: ClassQuestion; most: number; hours: number },
): Promise<Outcome<{ code: string }>> => {
  const found = await kept(tx, classId)
  if (!found.ok) return found
  const one = found.value
  const waves = await store.wavesOf(tx, one)
  const before = waves.find((wave) => wave.number === number)
  if (number === 2 && !waves.some((wave) => wave.number === 1 && wave.answers.length > 0))
    return refuse('conflict', 'centers.firstWaveFirst')
  if (before && before.answers.length > 0 && (before.question !== given.question || before.most !== given.most))
    return refuse('conflict', 'centers.questionStays')
  const code = codeFrom(randomBytes(8))
  await store.saveWave(tx, one, {
    number,
    question: given.question,
    most: given.most,
    codeHash: hashOf(tx, code),
    codeSealed: tx.services.secrets.seal('class.code', one.id, code),
    closesAt: hoursFrom(tx.now, given.hours),
  })
  await journal(tx, 'centers.askClass', one, { number, ...given })
  return done({ code })
}

export const closeWave = async (tx: Tx, classId: string, number: 1 | 2): Promise<Outcome<typeof isDone>> => {
  const found = await kept(tx, classId)
  if (!found.ok) return found
  if (!(await store.closeWave(tx, found.value, number))) return refuse('conflict', 'centers.notOpen')
  await journal(tx, 'centers.closeWave', found.value, { number })
  return done(isDone)
}

export const askAgain = async (
  tx: Tx,
  { classId, number, pupil }: { classId: string; number: 1 | 2; pupil: number },
): Promise<Outcome<typeof isDone>> => {
  const found = await kept(tx, classId)
  if (!found.ok) return found
  if (!(await store.takeBack(tx, found.value, number, pupil))) return refuse('conflict', 'centers.notAnswered')
  await journal(tx, 'centers.askPupilAgain', found.value, { number, pupil })
  return done(isDone)
}

const pictures = ['image/png', 'image/jpeg', 'image/webp']

/** A picture of the roster. Too large, or no picture: it is not kept, and the person is told why. */
export const addPhoto = async (
  tx: Tx,
  { classId, name, bytes }: { classId: string; name: string; bytes: Uint8Array },
): Promise<Outcome<typeof isDone>> => {
  const found = await kept(tx, classId)
  if (!found.ok) return found
  if (bytes.length > mostPhotoBytes)
    return refuse('invalid', 'platform.fileTooLarge', { megabytes: mostPhotoBytes / 1_000_000 })
  const stored = await tx.services.files.put({ name, bytes })
  if (!stored.ok) return stored
  if (!pictures.includes(stored.value.type)) return refuse('invalid', 'centers.photoNoPicture')
  await store.savePhoto(tx, found.value, stored.value.fileId)
  await dropPhoto(tx, found.value)
  await journal(tx, 'centers.addClassPhoto', found.value, { sha256: stored.value.sha256 })
  return done(isDone)
}

/** The picture that nobody names any more goes once this act is committed. */
export const dropPhoto = async (tx: Tx, { photoFileId }: store.FoundClass): Promise<void> => {
  if (photoFileId) await enqueue(tx, 'dropClassPhoto', { fileId: photoFileId })
}

export const photoOf = async (tx: Tx, classId: string): Promise<Outcome<FileReply>> => {
  const one = await store.findClass(tx, classId)
  const bytes = one?.photoFileId ? await tx.services.files.get(one.photoFileId) : undefined
  if (!one || !bytes) return unknown()
  await journal(tx, 'centers.classPhoto', one)
  const type = bytes[0] === 0x89 ? 'image/png' : bytes[0] === 0xff ? 'image/jpeg' : 'image/webp'
  return done({ file: true, name: `classe.${type.slice(6)}`, type, bytes, inline: true })
}

export const eraseClass = async (tx: Tx, classId: string): Promise<Outcome<typeof isDone>> => {
  const found = await kept(tx, classId)
  if (!found.ok) return found
  await store.eraseClass(tx, found.value)
  await dropPhoto(tx, found.value)
  await journal(tx, 'centers.eraseClass', found.value)
  return done(isDone)
}
