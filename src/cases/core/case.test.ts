import { describe, expect, test } from 'vitest'
import { LifeArea } from './area.schema.ts'
import { closeAssessment, hasNeedsAndStrengths, oneSidedAreas, talentsOf } from './assessment.ts'
import { aCase, aMember, aNote, anArea, anAssessment, aTask } from './case.sample.ts'
import { BreakGlass, Case, CaseState, EquipeRole } from './case.schema.ts'
import { type CaseMove, isGlassOpen, moveCase, rolesIn, whyNotCase } from './case.ts'
import { caseWords } from './case.words.ts'
import { NoteKind } from './note.schema.ts'
import { correctNote, currentNotes } from './note.ts'
import { cancelTask, finishTask, isOverdue } from './task.ts'

const today = '2026-11-24'
const asked = {
  reason: 'È arrivata una nuova richiesta',
  toDistrictId: aCase().personId,
  handOver: 'Amina cerca lavoro la mattina.',
}
const context = { today, openPacts: 0, asked }

/** Written by hand. Columns: open closed transferred. */
const table: Record<CaseMove, [string, CaseState]> = {
  close: ['y..', 'closed'],
  reopen: ['.y.', 'open'],
  transfer: ['y..', 'transferred'],
}
const cells = (['close', 'reopen', 'transfer'] as const).flatMap((move) =>
  CaseState.options.map((state, column) => ({ move, state, open: table[move][0][column] === 'y' })),
)

describe('a case', () => {
  test.each(cells)('$state: $move open? $open', ({ move, state, open }) => {
    const outcome = moveCase(aCase({ state }), move, context)
    expect(outcome.ok).toBe(open)
    if (outcome.ok) {
      expect(outcome.value.state).toBe(table[move][1])
      expect(Case.safeParse(outcome.value).success).toBe(true)
    }
  })
  test.each<[CaseMove, CaseState, Partial<typeof asked>, number, string | null]>([
    ['close', 'open', {}, 1, 'cases.needs.endedPacts'],
    ['close', 'open', { reason: ' ' }, 0, 'cases.needs.reason'],
    ['reopen', 'closed', { reason: 'troppo breve' }, 0, 'cases.needs.longReason'],
    ['transfer', 'open', { toDistrictId: aCase().districtId }, 0, 'cases.needs.otherDistrict'],
    ['transfer', 'open', { handOver: '' }, 0, 'cases.needs.handOver'],
    ['transfer', 'open', {}, 1, 'cases.needs.restingPacts'],
    ['transfer', 'open', {}, 0, null],
  ])('%s of an %s one with %o and %d pacts: %s', (move, state, with_, openPacts, code) =>
    expect(whyNotCase(aCase({ state }), move, { today, openPacts, asked: { ...asked, ...with_ } })).toBe(code),
  )
  test('keeps when and why it closed, until it is opened again', () => {
    const closed = moveCase(aCase(), 'close', { ...context, asked: { reason: 'Ha trovato lavoro' } })
    expect(closed).toMatchObject({ value: { closedOn: today, closingReason: 'Ha trovato lavoro' } })
    expect(moveCase(aCase({ state: 'closed', closedOn: today }), 'reopen', context)).toMatchObject({
      value: { closedOn: null },
    })
  })
})

describe('the equipe', () => {
  const member = aMember({ from: '2026-09-01', to: '2026-10-31' })
  test.each([
    ['2026-08-31', []],
    ['2026-09-01', ['caseManager']],
    ['2026-10-31', ['caseManager']],
    ['2026-11-01', []],
  ])('on %s a member for September and October is %o', (day, roles) =>
    expect(rolesIn([member], member.accountId, day)).toEqual(roles),
  )
  test('may hold the same person twice', () =>
    expect(rolesIn([member, aMember({ role: 'tutor' })], member.accountId, '2026-10-01')).toEqual([
      'caseManager',
      'tutor',
    ]))
})

describe('breaking the glass', () => {
  const glass = { at: '2026-11-24T10:00:00Z', until: '2026-11-24T14:00:00Z' }
  test('opens for its hours only', () => {
    const at = (now: string): boolean => isGlassOpen(glass, now)
    expect([at('2026-11-24T09:59:59Z'), at(glass.at), at('2026-11-24T13:59:59Z'), at(glass.until)]).toEqual([
      false,
      true,
      true,
      false,
    ])
  })
  test.each([
    ['Chiamata del pronto soccorso', true],
    ['troppo breve', false],
    [`breve${' '.repeat(40)}`, false],
  ])('with the reason "%s": %s', (reason, ok) => {
    const { id, personId } = aCase()
    expect(BreakGlass.safeParse({ id, caseId: id, accountId: personId, reason, ...glass }).success).toBe(ok)
  })
})

describe('an assessment', () => {
  const close = { on: today, by: aMember().accountId }
  test.each([
    ['a need and a strength', [anArea()], null],
    ['a strength and no need', [anArea({ need: '', needLevel: null })], null],
    ['a need with the answer "nothing for now"', [anArea({ canBring: '', nothingNow: true })], null],
    ['a need alone', [anArea({ canBring: ' ' })], 'cases.assessment.needsOnly'],
    ['only a level of need', [anArea({ need: '', needLevel: 1, canBring: '' })], 'cases.assessment.needsOnly'],
    ['one area paired and one not', [anArea(), anArea({ area: 'work', canBring: '' })], 'cases.assessment.needsOnly'],
    ['nothing', [], 'cases.assessment.empty'],
    ['areas left blank', [anArea({ need: '', needLevel: 0, canBring: '' })], 'cases.assessment.empty'],
  ])('with %s closes, or says %s', (_, areas, code) => {
    const outcome = closeAssessment(anAssessment({ areas }), close)
    expect(outcome.ok ? null : outcome.refusal.code).toBe(code)
  })
  test('is closed once', () =>
    expect(closeAssessment(anAssessment({ closedOn: '2026-08-25' }), close)).toMatchObject({
      refusal: { code: 'cases.assessment.closed' },
    }))
  test('names the one-sided areas', () =>
    expect(oneSidedAreas({ areas: [anArea(), anArea({ area: 'work', canBring: '' })] })).toEqual(['work']))
  test('carries a pact when closed, with a need and a strength', () => {
    const closedOn = '2026-08-25'
    expect(hasNeedsAndStrengths(anAssessment({ closedOn }))).toBe(true)
    expect(hasNeedsAndStrengths(anAssessment())).toBe(false)
    expect(hasNeedsAndStrengths(anAssessment({ closedOn, areas: [anArea({ canBring: '', nothingNow: true })] }))).toBe(
      false,
    )
  })
  test('offers the talents to choose a give-back from', () =>
    expect(talentsOf({ areas: [anArea(), anArea({ area: 'work', canBring: '' })] })).toEqual([
      { area: 'relations', canBring: 'Ama cucinare, e sa farlo per molti' },
    ]))
})

describe('a note', () => {
  const { id } = aNote()
  const other = aCase().id
  const fix = aNote({ id: other, kind: 'shared', text: 'Corretta', at: '2026-09-15T08:00:00Z' })
  test('is corrected by its author, among the same readers', () =>
    expect(correctNote(aNote({ kind: 'sealed', isHealth: true }), fix, [])).toMatchObject({
      value: { kind: 'sealed', isHealth: true, correctsId: id, text: 'Corretta' },
    }))
  test('is corrected by nobody else, and once per wording', () => {
    expect(correctNote(aNote(), { ...fix, authorId: other }, [])).toMatchObject({
      refusal: { code: 'cases.note.notAuthor' },
    })
    expect(correctNote(aNote(), fix, [{ ...fix, correctsId: id }])).toMatchObject({
      refusal: { code: 'cases.note.correctedAlready' },
    })
  })
  test('shows its last wording and keeps the earlier ones', () => {
    const second = { ...fix, correctsId: id }
    const third = aNote({ id: aCase().districtId, at: '2026-09-16T08:00:00Z', correctsId: other })
    expect(currentNotes([aNote(), third, second])).toEqual([{ note: third, earlier: [second, aNote()] }])
  })
})

describe('a task', () => {
  const nextId = aCase().districtId
  test('is overdue on the day after, while open', () => {
    expect(isOverdue(aTask(), '2026-10-31')).toBe(false)
    expect(isOverdue(aTask(), '2026-11-01')).toBe(true)
    expect(isOverdue(aTask({ state: 'done' }), '2026-11-01')).toBe(false)
  })
  const at = `${today}T10:00:00Z`
  test.each([
    [7, '2026-10-31', '2026-11-07'],
    [7, '2026-11-20', '2026-11-21'],
    [1, '2026-10-20', '2026-11-01'],
    [365, '2026-11-24', '2027-10-31'],
  ])('that comes back every %d days, done on %s, is due again on %s', (recursDays, day, due) =>
    expect(finishTask(aTask({ recursDays }), { today: day, at, nextId })).toMatchObject({
      value: { finished: { state: 'done', doneAt: at }, next: { id: nextId, state: 'open', due } },
    }),
  )
  test('that does not come back leaves nothing, and is not finished twice', () => {
    expect(finishTask(aTask(), { today, at, nextId })).toMatchObject({ value: { next: null } })
    expect(finishTask(aTask({ state: 'done' }), { today, at, nextId }).ok).toBe(false)
    expect(cancelTask(aTask())).toMatchObject({ value: { state: 'cancelled' } })
    expect(cancelTask(aTask({ state: 'cancelled' })).ok).toBe(false)
  })
})

test.each([
  ['area', LifeArea.options],
  ['state', CaseState.options],
  ['role', EquipeRole.options],
  ['note', NoteKind.options],
  ['move', Object.keys(table)],
  ['opens', Object.keys(table)],
])('the words of cases name every %s', (group, codes) => {
  for (const code of codes) expect(Object.keys(caseWords.it)).toContain(`cases.${group}.${code}`)
})
