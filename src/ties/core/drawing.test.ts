import { describe, expect, test } from 'vitest'
import { nodeRows, sorted, tieRows } from './drawing.rows.ts'
import { aDrawnTie, aNetwork, aNode } from './drawing.sample.ts'
import { egoSentence, networkSentence } from './drawing.sentence.ts'
import { type Choice, drawnOn, everything, livesOf, momentsOf, stateOn } from './drawing.ts'

const network = aNetwork()
const today = network.day
const seenOn = (day: string, with_: Partial<Choice> = {}) => drawnOn(network, { ...everything, ...with_ }, day)
const namesOn = (day: string, with_: Partial<Choice> = {}) =>
  seenOn(day, with_).nodes.map((node) => network.nodes[node]?.label)

describe('a tie on a day', () => {
  const tie = aDrawnTie(0, 1, { since: '2026-05-10', until: '2026-09-01' })
  test.each([
    ['does not exist before it begins', '2026-05-09', null],
    ['is new on the day it begins', '2026-05-10', 'new'],
    ['is new until the day before it ends', '2026-08-31', 'new'],
    ['is lost from the day it ends', '2026-09-01', 'lost'],
  ] as const)('%s', (_, day, state) => expect(stateOn(tie, day)).toBe(state))
  test('is an old one when it was there before the programme', () =>
    expect(stateOn({ ...tie, origin: 'before' }, '2026-06-01')).toBe('old'))
})

describe('a drawing on a day', () => {
  test('has everybody, also who is alone, and only the ties that had begun', () => {
    expect(seenOn('2026-04-01').nodes).toHaveLength(7)
    expect(seenOn('2026-04-01').ties.map(({ tie }) => tie)).toEqual([0, 1, 4])
    expect(seenOn(today).ties).toHaveLength(5)
  })
  test('counts ties alive at both ends, and those born here', () => {
    expect([...seenOn(today).degree]).toEqual([4, 1, 1, 1, 1, 0, 0])
    expect([...seenOn(today).born]).toEqual([3, 0, 1, 1, 1, 0, 0])
  })
  test('tells how old a tie is in whole months; a lost one as old as it became', () => {
    const months = new Map(seenOn(today).ties.map(({ tie, months }) => [tie, months]))
    expect(months.get(2)).toBe(5)
    expect(months.get(4)).toBe(77)
  })
  test.each<[string, Partial<Choice>, string[]]>([
    ['by kind of tie, with the ends of those ties', { tie: 'kin' }, ['Amina T.', 'Bruno L.']],
    ['by where it was born', { origin: 'hours' }, ['Amina T.', 'Ciclofficina']],
    ['by age, with whoever they are tied to', { age: '75+' }, ['Amina T.', 'Teresa G.']],
    ['by town', { town: '019036' }, ['Amina T.', 'Teresa G.']],
    ['by who they are', { node: 'thirdSector' }, ['Amina T.', 'Ciclofficina']],
    ['by two things that no one is', { town: '019036', age: '18-34' }, []],
    ['by what counts as a tie', { legame: true, tie: 'volunteer' }, []],
  ])('is filtered %s', (_, choice, names) => expect(namesOn(today, choice)).toEqual(names))
  test('around one shows those tied to them, and one step further when asked', () => {
    expect(namesOn(today, { ego: 3 })).toEqual(['Amina T.', 'Omar B.'])
    expect(namesOn(today, { ego: 3, steps: 2 })).toHaveLength(5)
    expect(namesOn(today, { ego: 6 })).toEqual(['Lucia M.'])
  })
  test('has nobody when nobody is there', () =>
    expect(drawnOn(aNetwork({ nodes: [], ties: [] }), everything, today).nodes).toEqual([]))
})

describe('the days of the slider', () => {
  test('go from the month of the first tie born here, by ends of month, to the day of the snapshot', () => {
    const moments = momentsOf(network)
    expect(moments[0]).toBe('2026-03-01')
    expect(moments[1]).toBe('2026-03-31')
    expect(moments.at(-2)).toBe('2026-09-30')
    expect(moments.at(-1)).toBe(today)
    expect(moments).toHaveLength(9)
  })
  test('are one day where nothing was born yet and the month begins', () =>
    expect(momentsOf({ day: '2026-10-01', ties: [] })).toEqual(['2026-10-01']))
  test('reach back ten years at most', () =>
    expect(momentsOf({ day: today, ties: [aDrawnTie(0, 1, { since: '1999-01-01' })] })[0]).toBe('2016-10-01'))
  test('tell how many ties were alive on each, born here and before', () => {
    expect(livesOf(network, everything, ['2026-03-01', today])).toEqual([
      { born: 0, before: 2 },
      { born: 3, before: 1 },
    ])
    expect(livesOf(network, { ...everything, ego: 5 }, [today])).toEqual([{ born: 0, before: 0 }])
  })
})

const asked = { language: 'it', choice: everything, from: '2026-03-01', day: today } as const

describe('the sentence of a drawing', () => {
  test('says who, how many ties then and now, where the new ones were born, what was lost and who is alone', () => {
    expect(networkSentence(network, asked)).toEqual([
      'Fra <b>6 persone</b> e <b>un ente</b> a marzo 2026 c’erano 2 legami, a ottobre 2026 ce ne sono <b>4</b>.',
      '<b>3 sono nati nel programma</b>: 2 nei patti e 1 donando tempo. Uno si è perso. 2 persone non hanno nessun legame.',
    ])
    expect(networkSentence(network, { ...asked, language: 'en' })).toEqual([
      'Among <b>6 people</b> and <b>one organisation</b> there were 2 ties in March 2026; in October 2026 there are <b>4</b>.',
      '<b>3 were born in the programme</b>: 2 in pacts and 1 giving time. One was lost. 2 people have no tie at all.',
    ])
  })
  test('says one month once, and a vowel with its d', () =>
    expect(networkSentence(network, { ...asked, from: '2026-04-01', day: '2026-04-01' })[0]).toBe(
      'Fra <b>6 persone</b> e <b>un ente</b> ad aprile 2026 ci sono <b>3 legami</b>.',
    ))
  test('finds words for none and for one', () => {
    const two = aNetwork({ nodes: [aNode(), aNode({ key: 'n1' })], ties: [] })
    expect(networkSentence(two, asked)).toEqual([
      'Fra <b>2 persone</b> a marzo 2026 non c’era nessun legame, a ottobre 2026 non ce n’è <b>nessuno</b>.',
      '2 persone non hanno nessun legame.',
    ])
    const one = { ...two, ties: [aDrawnTie(0, 1)] }
    expect(networkSentence(one, asked)).toEqual([
      'Fra <b>2 persone</b> a marzo 2026 non c’era nessun legame, a ottobre 2026 ce n’è <b>uno</b>.',
      '<b>Uno è nato nel programma</b>: nei patti.',
    ])
    const old = { ...two, ties: [aDrawnTie(0, 1, { origin: 'before', since: '2019-01-01' })] }
    expect(networkSentence(old, asked)[1]).toBe('Nessuno è nato nel programma.')
  })
  test('says so when a filter leaves nobody', () =>
    expect(networkSentence(network, { ...asked, choice: { ...everything, town: '000000' } })).toEqual([
      'Con questi filtri non si vede nessuno.',
      '',
    ]))
})

describe('the sentence around one', () => {
  const around = (ego: number, language: 'it' | 'en' = 'it', from = network) =>
    egoSentence(
      from,
      { ego, name: from.nodes[ego]?.label ?? '' },
      { ...asked, language, choice: { ...everything, ego } },
    )
  test('says how many ties then and now, and where most of the new ones were born', () => {
    expect(around(0)).toEqual([
      'Amina T. a marzo 2026 aveva un legame, a ottobre 2026 ne ha <b>4</b>.',
      '2 dei 3 nuovi sono nati qui: <b>P-2026-012</b>.',
    ])
    expect(around(0, 'en')).toEqual([
      'Amina T. had one tie in March 2026; in October 2026 there are <b>4</b>.',
      '2 of the 3 new ones were born here: <b>P-2026-012</b>.',
    ])
  })
  test('names the kind of occasion where its name is hidden', () =>
    expect(around(4)[1]).toBe('Quello nuovo è nato donando tempo.'))
  test('finds words for none, for the lost and for all in one place', () => {
    expect(around(6)).toEqual([
      'Lucia M. a marzo 2026 non aveva nessun legame, a ottobre 2026 non ne ha <b>nessuno</b>.',
      '',
    ])
    expect(around(5)).toEqual([
      'Piero S. a marzo 2026 aveva un legame, a ottobre 2026 non ne ha <b>nessuno</b>.',
      'Uno si è perso.',
    ])
    const both = aNetwork({ ties: [aDrawnTie(6, 0), aDrawnTie(6, 1)] })
    expect(around(6, 'it', both)[1]).toBe('I 2 nuovi sono nati tutti qui: <b>P-2026-012</b>.')
  })
})

describe('the table of a drawing', () => {
  const named = { network, drawing: seenOn(today), nameOf: (node: number) => network.nodes[node]?.label ?? '' }
  test('has a row for everybody with their ties, and can be sorted either way', () => {
    const rows = nodeRows(named)
    expect(rows).toHaveLength(7)
    expect(sorted(rows, ({ degree }) => degree, true)[0]).toMatchObject({ name: 'Amina T.', degree: 4, born: 3 })
    expect(sorted(rows, ({ name }) => name, false).map(({ name }) => name)[2]).toBe('Ciclofficina')
  })
  test('has a row for every tie with both names and its state', () => {
    expect(tieRows(named)).toHaveLength(5)
    expect(tieRows(named)[4]).toMatchObject({ a: 'Bruno L.', b: 'Piero S.', state: 'lost' })
  })
})
