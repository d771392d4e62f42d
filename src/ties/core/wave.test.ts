import { describe, expect, test } from 'vitest'
import { isNickname } from './tie.ts'
import { compareWaves } from './wave.compare.ts'
import { anAlter, aWave } from './wave.sample.ts'
import { sayOneWave, sayOwnWaves, sayTwoWaves, whenHeld } from './wave.say.ts'
import type { Alter, Change, Closeness, Link } from './wave.schema.ts'
import {
  type AlterAround,
  closenessOf,
  resourceCounts,
  sinceOf,
  stillThere,
  strengthOf,
  tidyLinks,
  whyNotAlter,
  whyNotDone,
  whyNotHeldOn,
} from './wave.ts'

const ids = Array.from({ length: 70 }, (_, n) => `0b9e7000-0000-4000-8000-${String(n + 100).padStart(12, '0')}`)
const idAt = (n: number): string => ids[n] ?? ''
const around = (with_: Partial<AlterAround> = {}): AlterAround => ({
  heldOn: '2026-10-20',
  person: 'Bruno',
  others: [],
  kept: null,
  isOccasion: () => false,
  ...with_,
})

describe('of a third party is written', () => {
  test.each(['R.M.', 'RM', 'T. G.', 'Teresa', 'nonna', 'Nicolò', 'd’Aria', 'zia2', 'B'])('%s', (label) =>
    expect(isNickname(label)).toBe(true),
  )
  test.each([
    'Teresa Galli',
    'TeresaGalli',
    'Massimiliana',
    'teresa.galli',
    'T-Galli',
    '',
    ' ',
    '3331234567',
    'M3331234567',
    'RSSMRA80A01',
    'Rossi M.',
  ])('not %s', (label) => expect(isNickname(label)).toBe(false))
})

describe('an alter is turned down when', () => {
  const kept = anAlter({ tieId: idAt(1), change: 'unasked' })
  const cases: [string, Partial<Alter>, Partial<AlterAround>, string | null][] = [
    ['it has a whole name', { label: 'Teresa Galli' }, {}, 'waves.fullName'],
    ['it has no name at all', { label: ' ' }, {}, 'waves.labelMissing'],
    ['it is the person', { label: 'bruno' }, {}, 'waves.withOneself'],
    ['there is one of that name', { label: 'T.G.' }, { others: [{ id: idAt(2), label: 'TG' }] }, 'waves.labelTwice'],
    ['they met after the conversation', { since: '2026-10-21' }, {}, 'waves.sinceAfter'],
    ['it ended and is there', { until: '2026-10-01' }, {}, 'waves.untilAlive'],
    ['it is new and carried', { change: 'same' }, {}, 'waves.alterUnknown'],
    ['it claims a tie', { tieId: idAt(3), change: 'same' }, {}, 'waves.alterUnknown'],
    ['it is the sixty-first', {}, { others: ids.slice(0, 60).map((id) => ({ id, label: id })) }, 'waves.tooMany'],
    ['its birthplace is not of this case', { origin: { kind: 'pact', id: idAt(4) } }, {}, 'ties.originUnknown'],
    ['its birthplace is not named', { origin: { kind: 'lab', id: null } }, {}, 'ties.originUnknown'],
    ['it was before and somewhere', { origin: { kind: 'before', id: idAt(4) } }, {}, 'ties.originUnknown'],
  ]
  test.each(cases)('%s', (_, alter, near, code) => expect(whyNotAlter(anAlter(alter), around(near))).toBe(code))
  const gone: [string, Partial<Alter>, string | null][] = [
    ['a tie ends after the conversation', { until: '2026-10-21' }, 'waves.untilAfter'],
    ['a tie ends before it starts', { since: '2026-05-01', until: '2026-04-01' }, 'ties.endsBeforeStart'],
    ['never, when the dates are in order', { since: '2026-04-01', until: '2026-05-01' }, null],
  ]
  test.each(gone)('%s', (_, alter, code) =>
    expect(whyNotAlter(anAlter({ tieId: idAt(1), change: 'gone', ...alter }), around({ kept }))).toBe(code),
  )
  test('never, when all is in order: an occasion of the case, the sixtieth, a carried label that stays', () => {
    expect(
      whyNotAlter(anAlter({ origin: { kind: 'pact', id: idAt(4) } }), around({ isOccasion: () => true })),
    ).toBeNull()
    const others = ids.slice(0, 59).map((id) => ({ id, label: id }))
    expect(whyNotAlter(anAlter(), around({ others }))).toBeNull()
    const twin = around({ kept, others: [{ id: idAt(9), label: kept.label }] })
    expect(whyNotAlter({ ...kept, change: 'same' }, twin)).toBeNull()
  })
})

test.each([
  ['2026-10-20', '2026-04-14', null],
  ['2026-04-14', '2026-04-14', null],
  ['2026-04-13', '2026-04-14', 'waves.beforeLast'],
  ['2026-10-21', null, 'waves.future'],
])('a conversation of %s after one of %s: %s', (heldOn, after, code) =>
  expect(whyNotHeldOn(heldOn, { after, today: '2026-10-20' })).toBe(code),
)

test('who knows whom has no order, no doubles and nobody with themselves', () => {
  const links: Link[] = [
    [idAt(2), idAt(1)],
    [idAt(1), idAt(2)],
    [idAt(1), idAt(3)],
  ]
  expect(tidyLinks(links, ids)).toEqual({
    ok: true,
    value: [
      [idAt(1), idAt(2)],
      [idAt(1), idAt(3)],
    ],
  })
  expect(tidyLinks([[idAt(1), idAt(1)]], ids)).toMatchObject({ refusal: { code: 'waves.linkWithItself' } })
  expect(tidyLinks([[idAt(1), idAt(2)]], [idAt(1)])).toMatchObject({ refusal: { code: 'waves.alterUnknown' } })
})

test('a tie that is still there is the same until something of it is told otherwise', () => {
  const before = anAlter({ helps: ['listening', 'company'] })
  expect(stillThere(anAlter({ helps: ['company', 'listening'], angle: 3 }), before)).toBe('same')
  for (const change of [
    { closeness: 1 },
    { often: 'daily' },
    { helps: ['money' as const] },
    { direction: 'gives' },
    { kind: 'friend' },
  ] satisfies Partial<Alter>[])
    expect(stillThere(anAlter({ helps: ['listening', 'company'], ...change }), before)).toBe('changed')
})

test('the nearer the ring, the stronger the tie, and back', () => {
  for (const ring of [1, 2, 3] as const) expect(closenessOf(strengthOf(ring))).toBe(ring)
  expect(strengthOf(1)).toBe(3)
  expect([closenessOf(null), closenessOf(7)]).toEqual([null, null])
})

test('the same hand asked twice counts once; not sure is not yes', () => {
  const answers = [
    { item: 'doctor', have: 'yes', kind: null },
    { item: 'doctor', have: 'yes', kind: 'kin' },
    { item: 'money', have: 'unsure', kind: null },
    { item: 'job', have: 'no', kind: null },
  ] as const
  expect(resourceCounts(answers)).toEqual({ asked: 3, had: 1 })
})

test('a conversation ends only when it is open and everybody alive has a circle', () => {
  const open = aWave({ state: 'open' })
  expect(whyNotDone(open, [anAlter(), anAlter({ change: 'gone', closeness: null })]).ok).toBe(true)
  expect(whyNotDone(open, [anAlter({ closeness: null })])).toMatchObject({ refusal: { code: 'waves.unplaced' } })
  expect(whyNotDone(aWave(), [])).toMatchObject({ refusal: { code: 'waves.notOpen' } })
})

test('a tie from before the programme is there at the latest since the file was opened', () => {
  const when = { heldOn: '2026-10-20', caseOpenedOn: '2026-04-01' }
  expect(sinceOf(anAlter(), when)).toBe('2026-04-01')
  expect(sinceOf(anAlter({ origin: { kind: 'other', id: null } }), when)).toBe('2026-10-20')
  expect(sinceOf(anAlter({ since: '1999-01-01' }), when)).toBe('1999-01-01')
  expect(sinceOf(anAlter(), { ...when, caseOpenedOn: '2026-11-01' })).toBe('2026-10-20')
})

const told = (n: number, change: Change, closeness: Closeness | null = 2, more: Partial<Alter> = {}): Alter =>
  anAlter({ id: idAt(n), tieId: idAt(n), label: `A${n}`, change, closeness, ...more })

const bornHere: Partial<Alter> = { origin: { kind: 'other', id: null } }

/** Bruno in April and in October, as the programme tells it. */
const april = [told(1, 'new', 3), told(2, 'new', 1), told(3, 'new', 3), told(4, 'new', 3)]
const october = [
  told(1, 'changed', 2),
  told(2, 'same', 1),
  told(3, 'same', 3),
  told(4, 'gone', 3),
  ...[5, 6, 7, 8].map((n) => told(n, 'new', 2, bornHere)),
]

describe('two conversations side by side', () => {
  test('say who is new, nearer, the same and lost', () => {
    const { ties, counts } = compareWaves(april, october)
    expect(counts).toMatchObject({ before: 4, now: 7, new: 4, closer: 1, farther: 0, same: 2, lost: 1, unasked: 0 })
    expect(ties.map(({ changed }) => changed)).toEqual(['new', 'new', 'new', 'new', 'closer', 'same', 'same', 'lost'])
  })
  test('leave workers of services out of the count, and count them apart', () => {
    const worker = (change: Change): Alter => told(20, change, 1, { kind: 'professional' })
    const { counts } = compareWaves([...april, worker('new')], [...october, worker('same')])
    expect(counts).toMatchObject({ before: 4, now: 7, workersBefore: 1, workersNow: 1, same: 2 })
  })
  test('never take for lost or new what nobody asked about', () => {
    const asked = compareWaves([told(1, 'new')], [told(1, 'unasked')])
    expect(asked.counts).toMatchObject({ before: 1, now: 0, unasked: 1, lost: 0 })
    expect(compareWaves([told(1, 'unasked')], [told(1, 'same')]).counts).toMatchObject({ new: 0, same: 1 })
  })
  test('count as lost a tie that was ended in between', () =>
    expect(compareWaves([told(1, 'new')], []).counts).toMatchObject({ lost: 1, now: 0 }))
  test('do not take for new one from before the programme that nobody had told', () =>
    expect(compareWaves([], [told(1, 'new')]).counts).toMatchObject({ new: 0, recalled: 1, now: 1 }))
  test('say nothing of what began and ended in between', () =>
    expect(compareWaves([], [told(1, 'gone')]).ties).toEqual([]))
  test('of the same wave twice say that all is the same', () =>
    expect(compareWaves(april, april).counts).toMatchObject({ before: 4, now: 4, same: 4, new: 0, lost: 0 }))
})

describe('whatever was told', () => {
  // a small generator of our own, so that a failure repeats
  const chance = (seed: number) => () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed / 2_147_483_648
  }
  const pick = <T>(from: readonly T[], random: () => number): T => from[Math.floor(random() * from.length)] as T
  test('the counts add up: now = before + new + recalled - lost - those not asked any more', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const random = chance(seed)
      const closeness = (): Closeness => pick([1, 2, 3] as const, random)
      const first = Array.from({ length: Math.floor(random() * 12) }, (_, n) => told(n, 'new', closeness()))
      const second = [
        ...first.map((_, n) => told(n, pick(['same', 'changed', 'gone', 'unasked'] as const, random), closeness())),
        ...Array.from({ length: Math.floor(random() * 8) }, (_, n) =>
          told(n + 30, 'new', closeness(), random() < 0.5 ? bornHere : {}),
        ),
      ]
      const { counts, ties } = compareWaves(first, second)
      expect(counts.now).toBe(counts.before + counts.new + counts.recalled - counts.lost - counts.unasked)
      expect(counts.before).toBe(counts.closer + counts.farther + counts.same + counts.lost + counts.unasked)
      expect(new Set(ties.map(({ key }) => key)).size).toBe(ties.length)
    }
  })
})

describe('the sentence', () => {
  const two = { name: 'Bruno', first: '2026-04-14', second: '2026-10-20' }
  test('says what changed from one month to another', () => {
    const { counts } = compareWaves(april, october)
    expect(sayTwoWaves('it', { ...two, counts })).toBe(
      'Ad aprile Bruno aveva 4 persone vicine, a ottobre ne ha <b>7</b>. <b>4 legami sono nuovi</b>, 1 è più stretto, <b>1 si è perso</b>.',
    )
    expect(sayTwoWaves('en', { ...two, counts })).toBe(
      'In April Bruno had 4 people close, in October there are <b>7</b>. <b>4 ties are new</b>, 1 is closer, <b>1 was lost</b>.',
    )
  })
  test('speaks of one and of none as one does', () => {
    const one = compareWaves([], [told(1, 'new', 2, bornHere)]).counts
    expect(sayTwoWaves('it', { ...two, counts: one })).toBe(
      'Ad aprile Bruno non aveva persone vicine, a ottobre ne ha <b>una</b>. <b>1 legame è nuovo</b>.',
    )
    const none = compareWaves([], []).counts
    expect(sayTwoWaves('it', { ...two, counts: none })).toBe(
      'Ad aprile Bruno non aveva persone vicine, a ottobre <b>non ne ha nessuna</b>.',
    )
    const same = compareWaves(april, april).counts
    expect(sayTwoWaves('it', { ...two, counts: same })).toMatch(/I legami sono gli stessi\.$/)
  })
  test('tells two waves of one month by their day, and of two years by the year', () => {
    expect(whenHeld('it', '2026-08-03', '2026-08-30')).toBe('il 3 agosto 2026')
    expect(whenHeld('it', '2026-08-03', '2027-02-01')).toBe('ad agosto 2026')
    expect(whenHeld('it', '2026-10-03', '2026-02-01')).toBe('a ottobre')
    expect(whenHeld('en', '2026-08-03')).toBe('in August 2026')
  })
  test('of a single wave, and to the person', () => {
    expect(sayOneWave('it', { name: 'Bruno', heldOn: '2026-04-14', near: 4, workers: 1, unasked: 0 })).toBe(
      'Ad aprile 2026 Bruno ha raccontato <b>4 persone vicine</b>, con un operatore dei servizi.',
    )
    const own = [
      { heldOn: '2026-04-14', near: 4 },
      { heldOn: '2026-10-20', near: 7 },
    ]
    expect(sayOwnWaves('it', own)).toBe('Ad aprile avevi 4 persone vicine, a ottobre ne hai 7.')
    expect(sayOwnWaves('it', own.slice(0, 1))).toBe('Ad aprile 2026 hai raccontato 4 persone vicine.')
    expect(sayOwnWaves('it', [])).toBe('')
  })
})
