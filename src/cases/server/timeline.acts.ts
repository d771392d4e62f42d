import { appointmentsOf } from '../../gatherings/server/appointment.door.ts'
import { done, type Outcome } from '../../platform/core/refusal.ts'
import type { Language } from '../../platform/core/words.ts'
import { writeJournal } from '../../platform/server/journal.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { TimelineItem, TimelineKind } from '../core/case.api.ts'
import { canReadNote } from '../core/case.policy.ts'
import { currentNotes } from '../core/note.ts'
import * as store from './diary.store.ts'
import { about, type Opened, openFor } from './opened.ts'
import { listTasks } from './work.store.ts'

/** A bead, and what gives it its texts once it is known to be on the page. */
type Bead = Pick<TimelineItem, 'id' | 'kind' | 'at'> & { readonly tell: () => Omit<TimelineItem, 'id' | 'kind' | 'at'> }

const plain = { text: '', isHealth: false, canCorrect: false, earlier: [] }

const noteBeads = async (tx: Tx, { one, standing }: Opened): Promise<Bead[]> => {
  const heads = (await store.listNotes(tx, one)).filter((note) => canReadNote(tx.actor, { note, about: one, standing }))
  const byId = new Map(heads.map((head) => [head.id, head]))
  const textOf = (id: string): string => {
    const head = byId.get(id)
    return head ? store.textOf(tx, head) : ''
  }
  return currentNotes(heads.map((head) => ({ ...head, text: '' }))).map(({ note, earlier }) => ({
    id: note.id,
    kind: 'note',
    at: note.at,
    tell: () => ({
      detail: note.kind,
      title: '',
      text: textOf(note.id),
      who: byId.get(note.id)?.author ?? '',
      isHealth: note.isHealth,
      canCorrect: one.state === 'open' && note.authorId === tx.actor.id && standing.roles.length > 0,
      earlier: earlier.map(({ id, at }) => ({ at, text: textOf(id) })),
    }),
  }))
}

const appointmentBeads = async (tx: Tx, { one }: Opened): Promise<Bead[]> =>
  (await appointmentsOf(tx, one.districtId, one.id)).map((found) => ({
    id: found.id,
    kind: 'appointment',
    at: found.at,
    tell: () => ({
      ...plain,
      detail: found.outcome ?? 'awaited',
      title: found.title,
      text: found.note,
      who: found.place,
    }),
  }))

const taskBeads = async (tx: Tx, { one }: Opened): Promise<Bead[]> =>
  (await listTasks(tx, { caseId: one.id, mine: false, ended: true }))
    .filter(({ state, doneAt }) => state === 'done' && doneAt !== null)
    .map((task) => ({
      id: task.id,
      kind: 'task',
      at: task.doneAt ?? tx.now,
      tell: () => ({ ...plain, detail: task.state, title: task.title, who: task.owner }),
    }))

const attachmentBeads = async (tx: Tx, { one }: Opened): Promise<Bead[]> =>
  (await store.listAttachments(tx, one)).map((kept) => ({
    id: kept.id,
    kind: 'attachment',
    at: kept.at,
    tell: () => ({ ...plain, detail: kept.shared ? 'shared' : 'equipe', title: kept.name, who: kept.addedBy }),
  }))

type SayAct = (language: Language, act: string) => string

const actBeads = async (tx: Tx, { one }: Opened, sayAct: SayAct): Promise<Bead[]> =>
  (await store.listPactActs(tx, one)).map((line) => ({
    id: line.id,
    kind: 'act',
    at: line.at,
    tell: () => ({
      ...plain,
      detail: line.act,
      title: sayAct(tx.actor.language, line.act),
      text: line.reason,
      who: line.who,
    }),
  }))

type Asked = { readonly kind?: TimelineKind | undefined; readonly limit: number; readonly offset: number }

/**
 * The diary of a case, newest first: what its rooms hold, and the acts on its pacts. Sealed texts are opened only for the
 * page that is read, and reading them is written in the journal.
 */
export const timelineOf = async (
  tx: Tx,
  caseId: string,
  { asked, sayAct }: { asked: Asked; sayAct: SayAct },
): Promise<Outcome<{ rows: TimelineItem[]; total: number }>> => {
  const opened = await openFor(tx, caseId)
  if (!opened.ok) return opened
  const sources: Readonly<Record<TimelineKind, () => Promise<Bead[]>>> = {
    note: () => noteBeads(tx, opened.value),
    appointment: () => appointmentBeads(tx, opened.value),
    task: () => taskBeads(tx, opened.value),
    attachment: () => attachmentBeads(tx, opened.value),
    act: () => actBeads(tx, opened.value, sayAct),
  }
  const beads: Bead[] = []
  for (const [kind, read] of Object.entries(sources))
    if (!asked.kind || asked.kind === kind) beads.push(...(await read()))
  const page = beads
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? 1 : -1))
    .slice(asked.offset, asked.offset + asked.limit)
  await writeJournal(tx, { act: 'cases.timeline', ...about(opened.value.one), subject: { kind: 'case', id: caseId } })
  return done({ rows: page.map(({ tell, ...bead }) => ({ ...bead, ...tell() })), total: beads.length })
}
