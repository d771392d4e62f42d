import { describe, expect, it } from 'vitest'
import { aCommitment, aContent, aGoal, sampleId } from './content.sample.ts'
import { emptyContent } from './content.schema.ts'
import * as check from './pact.checks.ts'
import { gapsIn } from './pact.gaps.ts'
import { aMoveContext, aPact } from './pact.sample.ts'
import { defaultPactSettings } from './pact.settings.ts'

const gaps = (content: ReturnType<typeof aContent>): string[] =>
  gapsIn(content, defaultPactSettings).map(({ path, code }) => `${path} ${code}`)

describe('what is missing before a text can go to the panel', () => {
  it('is nothing for a whole one', () => {
    expect(gaps(aContent())).toEqual([])
  })

  it('is said all at once for an empty one', () => {
    expect(gaps(emptyContent(90))).toEqual([
      'purpose pacts.needs.purpose',
      'term/start pacts.needs.term',
      'goals pacts.needs.goal',
      'commitments pacts.needs.twoSides',
    ])
  })

  it('names the field of a half-written commitment', () => {
    const half = aCommitment({ id: sampleId(299), due: null })
    expect(gaps(aContent({ commitments: [...aContent().commitments, half] }))).toEqual([
      `commitments/${half.id}/due pacts.needs.wholeCommitment`,
    ])
    const mute = aCommitment({ id: sampleId(298), measure: ' ' })
    expect(gaps(aContent({ commitments: [...aContent().commitments, mute] }))).toEqual([
      `commitments/${mute.id}/measure pacts.needs.wholeCommitment`,
    ])
  })

  it.each([
    [{ start: '2026-09-03', end: null }, 'term/end pacts.needs.term'],
    [{ start: '2026-09-03', end: '2026-09-03' }, 'term/end pacts.needs.termForward'],
    [{ start: '2026-09-03', end: '2027-09-04' }, 'term/end pacts.needs.termShorter'],
  ])('checks the term %o', (term, gap) => {
    expect(gaps(aContent({ term }))).toEqual([gap])
  })

  it('says the same as the table of moves, whichever part is missing', () => {
    const broken = [
      aContent({ purpose: '' }),
      aContent({ goals: [aGoal({ words: '' })] }),
      aContent({ commitments: [aCommitment()] }),
      aContent({ commitments: [...aContent().commitments, aCommitment({ id: sampleId(299), ownerLabel: '' })] }),
      aContent({ term: { start: null, end: null } }),
    ]
    const checks = [check.hasPurpose, check.hasGoals, check.hasTwoSides, check.hasWholeCommitments, check.hasTerm]
    for (const content of broken) {
      const context = aMoveContext({ version: { number: 1, content, contentHash: null } })
      const first = checks.map((holds) => holds(aPact(), context)).find((why) => why !== null)
      expect(gapsIn(content, defaultPactSettings).map(({ code }) => code)).toEqual([first?.code])
    }
  })
})
