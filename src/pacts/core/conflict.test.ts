import { describe, expect, it } from 'vitest'
import { headlineOf, labelOfPath, resolutionOf } from './conflict.ts'
import { aCommitment, aGoal, sampleId } from './content.sample.ts'
import { contentWords } from './content.words.ts'

describe('two texts of one field', () => {
  it.each([
    ['purpose', 'pacts.field.purpose'],
    ['term/end', 'pacts.field.term.end'],
    [`goals/${sampleId(1)}`, 'pacts.field.goals'],
    [`goals/${sampleId(1)}/words`, 'pacts.field.goals.words'],
    [`goals/${sampleId(1)}/steps/${sampleId(2)}`, 'pacts.field.steps'],
    [`goals/${sampleId(1)}/steps/${sampleId(2)}/due`, 'pacts.field.steps.due'],
  ])('%s is called %s', (path, label) => {
    const found = labelOfPath(path)
    expect(found).toBe(label)
    expect(found in contentWords.it).toBe(true)
  })

  it('are shown in a line: an item by its first words, one that was taken out as nothing', () => {
    expect(headlineOf('Voglio studiare')).toBe('Voglio studiare')
    expect(headlineOf(aGoal())).toBe(aGoal().words)
    expect(headlineOf(aCommitment())).toBe(aCommitment().text)
    expect(headlineOf(30)).toBe('30')
    expect(headlineOf(null)).toBe('')
  })

  it('end in one of them, or in a third text where the field holds text', () => {
    const texts = { mine: 'uno', theirs: 'due', shown: { mine: 'uno', theirs: 'due' } }
    expect(resolutionOf('uno', texts)).toEqual({ choose: 'mine' })
    expect(resolutionOf('due', texts)).toEqual({ choose: 'theirs' })
    expect(resolutionOf('uno e due', texts)).toEqual({ choose: 'text', text: 'uno e due' })
    const numbers = { mine: 30, theirs: 40, shown: { mine: '30', theirs: '40' } }
    expect(resolutionOf('35', numbers)).toEqual({ choose: 'text', text: 35 })
    expect(resolutionOf('30\n40', numbers)).toBeUndefined()
    expect(
      resolutionOf('altro', { mine: aGoal(), theirs: null, shown: { mine: aGoal().words, theirs: '' } }),
    ).toBeUndefined()
  })
})
