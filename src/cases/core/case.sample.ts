import type { AssessedArea, Assessment } from './assessment.schema.ts'
import type { Case, EquipeMember } from './case.schema.ts'
import type { Note } from './note.schema.ts'
import type { TaskItem } from './task.schema.ts'

const id = (n: number): string => `0b9ec000-0000-4000-8000-${String(n).padStart(12, '0')}`

export const aCase = (with_: Partial<Case> = {}): Case => ({
  id: id(1),
  districtId: id(2),
  personId: id(3),
  number: 'C-2026-031',
  state: 'open',
  openedOn: '2026-08-10',
  closedOn: null,
  closingReason: '',
  householdId: null,
  referralId: null,
  externalRecord: '',
  ...with_,
})

export const aMember = (with_: Partial<EquipeMember> = {}): EquipeMember => ({
  accountId: id(5),
  organisationId: id(6),
  role: 'caseManager',
  from: '2026-08-10',
  to: null,
  ...with_,
})

export const aNote = (with_: Partial<Note> = {}): Note => ({
  id: id(10),
  caseId: id(1),
  kind: 'professional',
  isHealth: false,
  text: 'Oggi Amina ha parlato del corso: la sera riesce a venire perché Fanta sta con Issa.',
  authorId: id(5),
  at: '2026-09-14T09:30:00Z',
  correctsId: null,
  ...with_,
})

export const anArea = (with_: Partial<AssessedArea> = {}): AssessedArea => ({
  area: 'relations',
  need: 'Nel quartiere non conosce ancora nessuno',
  needLevel: 3,
  canBring: 'Ama cucinare, e sa farlo per molti',
  nothingNow: false,
  ...with_,
})

export const anAssessment = (with_: Partial<Assessment> = {}): Assessment => ({
  id: id(20),
  caseId: id(1),
  areas: [anArea()],
  startedOn: '2026-08-18',
  closedOn: null,
  closedBy: null,
  agreedOn: null,
  ...with_,
})

export const aTask = (with_: Partial<TaskItem> = {}): TaskItem => ({
  id: id(30),
  caseId: id(1),
  title: 'Chiamare il consultorio per un medico che parli francese',
  due: '2026-10-31',
  ownerId: id(5),
  state: 'open',
  doneAt: null,
  recursDays: null,
  ...with_,
})
