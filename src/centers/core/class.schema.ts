import { z } from 'zod'
import { Done, endpoint, FileOut, Id } from '../../platform/core/contract.ts'
import { page } from '../../platform/core/page.ts'
import { line, prose } from '../../platform/core/text.ts'

/** What may be asked: positive choices only. */
export const ClassQuestion = z.enum(['work', 'play', 'help'])
export type ClassQuestion = z.infer<typeof ClassQuestion>

export const WaveNumber = z.union([z.literal(1), z.literal(2)])

const shape = {
  name: line(40).min(1),
  schoolYear: z.int().min(2020).max(2100),
  /** Why it is asked; a class without a purpose is not made. */
  purpose: prose(600).min(20),
  pupils: z.int().min(3).max(40),
}
export const NewClass = z.strictObject(shape)
export type NewClass = z.infer<typeof NewClass>

export const ClassWave = z.object({
  number: WaveNumber,
  question: ClassQuestion,
  most: z.int(),
  /** The code of the class while it is open, for the board; '' afterwards. */
  code: z.string(),
  openedAt: z.iso.datetime(),
  closesAt: z.iso.datetime(),
  isOpen: z.boolean(),
  /** Numbers that have answered, ascending. */
  answered: z.array(z.int()),
  /** Pairs who chose each other, each once, the lower number first. */
  mutual: z.array(z.tuple([z.int(), z.int()])),
  /** Choices that were not returned: from, to. */
  oneWay: z.array(z.tuple([z.int(), z.int()])),
  /** Numbers whom nobody chose, ascending; empty until half of the class has answered. */
  alone: z.array(z.int()),
  /** Share of the choices that were returned, from 0 to 1; null without a choice. */
  returned: z.number().nullable(),
})
export type ClassWave = z.infer<typeof ClassWave>

export const SchoolClass = z.object({
  id: Id,
  ...shape,
  school: z.string(),
  hasPhoto: z.boolean(),
  createdAt: z.iso.datetime(),
  waves: z.array(ClassWave),
  erased: z.boolean(),
})
export type SchoolClass = z.infer<typeof SchoolClass>

const byClass = z.object({ classId: Id })
const byWave = byClass.extend({ number: z.coerce.number().pipe(WaveNumber) })

/** Most bytes of a picture of the roster. */
export const mostPhotoBytes = 5_000_000

export const classApi = {
  list: endpoint({
    name: 'centers.classes',
    method: 'GET',
    path: '/classes',
    permission: 'classes.teach',
    journal: 'none',
    summary: 'The classes of the teacher who asks; nobody else’s',
    reply: z.object({
      rows: z.array(SchoolClass.pick({ id: true, name: true, schoolYear: true, pupils: true, erased: true })),
    }),
  }),
  make: endpoint({
    name: 'centers.makeClass',
    method: 'POST',
    path: '/classes',
    permission: 'classes.teach',
    journal: 'write',
    summary: 'Makes a class of numbers, with a written purpose',
    body: NewClass,
    reply: z.object({ id: Id }),
  }),
  open: endpoint({
    name: 'centers.class',
    method: 'GET',
    path: '/classes/:classId',
    permission: 'classes.teach',
    journal: 'read',
    summary: 'A class with its waves: who chose each other, and whom nobody chose',
    params: byClass,
    reply: SchoolClass,
  }),
  ask: endpoint({
    name: 'centers.askClass',
    method: 'POST',
    path: '/classes/:classId/waves/:number',
    permission: 'classes.teach',
    journal: 'write',
    summary: 'Opens the first or the second wave with a new class code, or opens it again',
    params: byWave,
    body: z.object({ question: ClassQuestion, most: z.int().min(1).max(5), hours: z.int().min(1).max(168) }),
    reply: z.object({ code: z.string() }),
  }),
  close: endpoint({
    name: 'centers.closeWave',
    method: 'POST',
    path: '/classes/:classId/waves/:number/close',
    permission: 'classes.teach',
    journal: 'write',
    summary: 'Closes a wave: its code opens nothing any more',
    params: byWave,
    reply: Done,
  }),
  again: endpoint({
    name: 'centers.askPupilAgain',
    method: 'POST',
    path: '/classes/:classId/waves/:number/again',
    permission: 'classes.teach',
    journal: 'write',
    summary: 'Takes the answer of a number back, so that the pupil can answer again while the wave is open',
    params: byWave,
    body: z.object({ pupil: z.int().min(1).max(40) }),
    reply: Done,
  }),
  addPhoto: endpoint({
    name: 'centers.addClassPhoto',
    takesFile: true,
    method: 'POST',
    path: '/classes/:classId/photo',
    permission: 'classes.teach',
    journal: 'write',
    summary: 'Keeps a picture of the roster (octet-stream, PNG, JPEG or WebP up to 5 MB), for the teacher’s eyes',
    params: byClass,
    query: z.object({ name: line(200).min(1) }),
    reply: Done,
  }),
  photo: endpoint({
    name: 'centers.classPhoto',
    method: 'GET',
    path: '/classes/:classId/photo',
    permission: 'classes.teach',
    journal: 'read',
    summary: 'The picture of the roster',
    params: byClass,
    reply: FileOut,
  }),
  erase: endpoint({
    name: 'centers.eraseClass',
    method: 'POST',
    path: '/classes/:classId/erase',
    permission: 'classes.teach',
    journal: 'write',
    summary: 'Erases every answer and the picture; that the class was asked stays',
    params: byClass,
    reply: Done,
  }),
}

const nothing = z.object({})
const open = { access: 'public', params: nothing, query: nothing, body: nothing } as const

export const classPages = {
  enter: page({ ...open, name: 'centers.enterClass', method: 'GET', path: '/classe', journal: 'none' }),
  answer: page({
    ...open,
    name: 'centers.answerClass',
    method: 'POST',
    path: '/classe',
    journal: 'write',
    // one form for both steps: what is missing decides which comes next
    body: z.object({
      code: z.string().max(40).default(''),
      number: z.string().max(4).default(''),
      choice: z.union([z.string().max(4), z.array(z.string().max(4)).max(40)]).optional(),
      done: z.string().max(4).optional(),
    }),
  }),
}
