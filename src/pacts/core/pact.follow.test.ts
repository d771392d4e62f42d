import { describe, expect, test } from 'vitest'
import { addDays } from '../../platform/core/day.ts'
import { aCommitment, aContent, aGoal, sampleId } from './content.sample.ts'
import { pactDeadlines, proposedTerm } from './pact.deadlines.ts'
import { commitmentState, historyOf, ladderOf, progressOf, stepDoneOn } from './pact.progress.ts'
import { anActivePact, aPact } from './pact.sample.ts'
import type { Pact } from './pact.schema.ts'
import { defaultPactSettings } from './pact.settings.ts'
import { commitmentSentence, madePossible, pactSentence, progressWords } from './pact.sides.ts'
import type { CommitmentState, Mark } from './progress.schema.ts'

const today = '2026-11-24'
const due = (pact: Pact, on = today): [string, string, number][] =>
  pactDeadlines(pact, defaultPactSettings, on).map((one) => [one.kind, one.due, one.days])

describe('deadlines', () => {
  test.each<[string, Pact, [string, string, number][]]>([
    [
      'a draft is signed within 30 days of the interview',
      aPact({ interviewedOn: '2026-11-20' }),
      [['sign', '2026-12-20', 26]],
    ],
    ['and is late on the day after', aPact({ interviewedOn: '2026-10-24' }), [['sign', '2026-11-23', -1]]],
    ['without an interview nothing is asked', aPact({ interviewedOn: null }), []],
    [
      'a signed pact waits for its start',
      anActivePact({ state: 'signed', startsOn: '2026-12-01' }),
      [['start', '2026-12-01', 7]],
    ],
    [
      'a pact under way has its review 90 days after the start',
      anActivePact(),
      [
        ['review', '2026-12-02', 8],
        ['endAlert', '2027-02-01', 69],
        ['end', '2027-03-03', 99],
      ],
    ],
    [
      'then 90 days after the last one',
      anActivePact({ lastReviewOn: '2026-11-24' }),
      [
        ['endAlert', '2027-02-01', 69],
        ['review', '2027-02-22', 90],
        ['end', '2027-03-03', 99],
      ],
    ],
    [
      'no review falls after the end: that is the final one',
      anActivePact({ lastReviewOn: '2027-01-10' }),
      [
        ['endAlert', '2027-02-01', 69],
        ['end', '2027-03-03', 99],
      ],
    ],
    [
      'a suspended one comes back',
      anActivePact({ state: 'suspended', suspendedUntil: '2026-12-24' }),
      [['resume', '2026-12-24', 30]],
    ],
    [
      'the final review is within 30 days of the end',
      anActivePact({ state: 'closing' }),
      [['finalReview', '2027-04-02', 129]],
    ],
    [
      'after the closure come the follow-ups that were not held',
      anActivePact({ state: 'closed', closedOn: '2026-08-31', followUpsDone: [3] }),
      [
        ['followUp', '2027-02-28', 96],
        ['followUp', '2027-08-31', 280],
      ],
    ],
    ['a person who left is asked nothing', anActivePact({ state: 'withdrawn', closedOn: today }), []],
  ])('%s', (_, pact, expected) => expect(due(pact)).toEqual(expected))

  test('a day is late only once it is over, and an alert never', () => {
    const pact = anActivePact()
    const late = (on: string): string[] =>
      pactDeadlines(pact, defaultPactSettings, on).flatMap((one) => (one.isLate ? [one.kind] : []))
    expect(late('2026-12-02')).toEqual([])
    expect(late('2026-12-03')).toEqual(['review'])
    expect(late('2027-02-20')).toEqual(['review'])
  })
  test('the term proposed is six months, kept within a shorter month', () =>
    expect(proposedTerm('2026-08-31', defaultPactSettings)).toEqual({ start: '2026-08-31', end: '2027-02-28' }))
})

const mark = (value: 'planned' | 'kept' | 'notKept' | 'released', on: string, itemId = aCommitment().id): Mark => ({
  id: sampleId(900),
  itemId,
  about: 'commitment',
  value,
  on,
  at: `${on}T10:00:00Z`,
  by: sampleId(5),
  note: '',
})

describe('a commitment', () => {
  const commitment = aCommitment({ due: today })
  test.each<[string, Mark[], string, CommitmentState]>([
    ['is planned on its due day', [], today, 'planned'],
    ['is late on the day after', [], addDays(today, 1), 'late'],
    ['is not late once kept', [mark('kept', '2026-11-10')], '2027-01-01', 'kept'],
    ['is what was last said of it', [mark('notKept', '2026-11-20'), mark('kept', '2026-11-10')], today, 'notKept'],
    [
      'is late again when put back to planned',
      [mark('kept', '2026-11-10'), mark('planned', '2026-11-12')],
      '2026-12-01',
      'late',
    ],
    ['is not moved by what is said of another', [mark('kept', '2026-11-10', sampleId(202))], today, 'planned'],
  ])('%s', (_, marks, on, state) => expect(commitmentState(commitment, marks, on)).toBe(state))
  test('keeps its dated history', () =>
    expect(
      historyOf('commitment', commitment.id, [mark('notKept', '2026-11-20'), mark('kept', '2026-11-10')]).map(
        (one) => one.on,
      ),
    ).toEqual(['2026-11-10', '2026-11-20']))
})

describe('progress', () => {
  const marks = [mark('kept', '2026-11-10'), mark('released', '2026-11-10', sampleId(203))]
  test('counts what was kept, and leaves out what nobody needs any more', () => {
    expect(progressOf(aContent(), marks, { today })).toEqual({ kept: 1, late: 0, notKept: 0, total: 2 })
    expect(progressOf(aContent(), marks, { today: '2027-03-04' })).toMatchObject({ late: 1 })
    expect(progressOf(aContent(), marks, { today, side: 'community' })).toMatchObject({ total: 0 })
  })
  test('of steps and goals is beside the signed text', () => {
    const goal = aGoal()
    const [step] = goal.steps
    const common = { id: sampleId(901), on: '2026-09-14', at: '2026-09-14T10:00:00Z', by: sampleId(5), note: '' }
    const done: Mark = { ...common, itemId: step?.id ?? '', about: 'step', value: 'done' }
    const higher: Mark = { ...common, itemId: goal.id, about: 'goal', value: 3 }
    if (step) {
      expect(stepDoneOn(step, [done])).toBe('2026-09-14')
      expect(stepDoneOn(step, [done, { ...done, at: '2026-09-15T10:00:00Z', value: 'undone' }])).toBeNull()
    }
    expect([ladderOf(goal, []), ladderOf(goal, [higher])]).toEqual([1, 3])
  })
})

describe('the sentences', () => {
  const progress = { kept: 6, late: 1, notKept: 0, total: 9 }
  const about = { name: 'Amina T.', progress, today }
  test('open the page', () => {
    expect(pactSentence('it', anActivePact(), about)).toBe(
      'Il patto di Amina T. è a metà strada: 6 impegni mantenuti su 9.',
    )
    expect(pactSentence('en', anActivePact(), about)).toBe('Amina T.’s pact is halfway: 6 of 9 commitments kept.')
  })
  test.each([
    ['2026-09-10', { kept: 0, total: 9 }, 'Il patto di Amina T. è cominciato: ci sono 9 impegni da mantenere.'],
    ['2026-11-24', { kept: 1, total: 2 }, 'Il patto di Amina T. è a metà strada: 1 impegno mantenuto su 2.'],
    ['2027-02-20', { kept: 2, total: 2 }, 'Il patto di Amina T. è verso la fine: 2 impegni mantenuti su 2.'],
    ['2027-02-20', { kept: 0, total: 0 }, 'Il patto di Amina T. è verso la fine: non ci sono ancora impegni.'],
  ])('on %s: %o', (on, counts, sentence) =>
    expect(pactSentence('it', anActivePact(), { ...about, today: on, progress: { ...progress, ...counts } })).toBe(
      sentence,
    ),
  )
  test('fit in a row', () => expect(progressWords('it', 'active', progress)).toBe('mantenuti 6 su 9'))
  test.each(['draft', 'toPanel', 'approved', 'signed'] as const)(
    'count nothing kept or not in a pact that is %s',
    (state) => expect(progressWords('it', state, progress)).toBe(''),
  )

  test.each([
    ['person', 'portare Issa a scuola ogni mattina', 'Io mi impegno a portare Issa a scuola ogni mattina'],
    ['person', 'Andare al corso', 'Io mi impegno ad andare al corso'],
    ['person', 'Iscrivermi al corso', 'Io mi impegno a iscrivermi al corso'],
    ['person', 'Ad andare al corso', 'Io mi impegno ad andare al corso'],
    ['services', 'ad accompagnarla', 'Il Comune si impegna ad accompagnarla'],
    ['person', 'il corso, due sere', 'Io mi impegno: il corso, due sere'],
    ['services', 'pagare metà della mensa', 'Il Comune si impegna a pagare metà della mensa'],
    ['services', 'un medico che parli francese', 'Il Comune: un medico che parli francese'],
    ['community', 'due passaggi in auto al mese', 'Il Comune offre due passaggi in auto al mese'],
    ['community', 'Accompagnare Issa', 'Il Comune si impegna ad accompagnare Issa'],
  ] as const)('speak for the %s: %s', (side, text, sentence) =>
    expect(commitmentSentence('it', aCommitment({ side, text, ownerLabel: 'Il Comune' }))).toBe(sentence),
  )

  test('tell what giving made possible, from what was done', () => {
    const done = { times: 6, minutes: 900, tasks: 'Cucinare con Tavola Lunga', whoBenefits: '24 vicini' }
    expect(madePossible('it', done)).toBe('Cucinare con Tavola Lunga: 6 volte, 15 ore. Ha fatto bene a: 24 vicini.')
    expect(madePossible('it', { ...done, times: 1, minutes: 90, whoBenefits: '' })).toBe(
      'Cucinare con Tavola Lunga: una volta, 1,5 ore.',
    )
    expect(madePossible('it', { ...done, times: 0, minutes: 0 })).toBe(
      'Cucinare con Tavola Lunga: si comincia quando vuoi.',
    )
  })
})
