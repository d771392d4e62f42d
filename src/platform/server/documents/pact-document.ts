import type { z } from 'zod'
import { PactPaper, type PaperSignature, Side } from '../../core/documents.schema.ts'
import { dateAndTime, type Language, longDate } from '../../core/words.ts'
import { type Printed, print, type Wording, wordingIn } from './documents.ts'
import template from './templates/pact.typ?raw'

/** The whole pact, as many A4 pages as it needs. */
export const pactDocument = (input: PactPaper): Promise<Printed> => {
  const paper = PactPaper.parse(input)
  const word = wordingIn(paper.language)
  const body = { ...facts(paper, word), ...promises(paper, word), ...endings(paper, word) }
  const signs = paper.signatures.map(({ image }) => (image ? [...Buffer.from(image, 'base64')] : null))
  return print({ template, paper, title: word('pactTitle', { number: paper.number }), body, art: { signs } })
}

const facts = (paper: PactPaper, word: Wording): object => {
  const { language, person, from, to, reviewEveryDays } = paper
  const { birthDate, municipality } = person
  const about = [
    birthDate && word('born', { date: longDate(language, birthDate) }),
    municipality && word('livesIn', { municipality }),
  ]
  const day = (at: string): string => longDate(language, at)
  return {
    number: paper.number,
    version: word('version', { version: paper.version }),
    reason: paper.versionReason ?? null,
    kind: paper.kind,
    draft: paper.draft,
    person: person.name,
    about: about.filter(Boolean),
    household: paper.household,
    parties: paper.parties.map(({ name, role, body }) => ({ name, role: body ? `${role}, ${body}` : role })),
    term: from && to ? word('fromTo', { from: day(from), to: day(to) }) : word('noTerm'),
    review: reviewEveryDays ? word('reviewEvery', { count: reviewEveryDays }) : null,
  }
}

const promises = (paper: PactPaper, word: Wording): object => {
  const by = due(paper.language, word)
  return {
    goals: paper.goals.map((goal) => ({
      ...goal,
      result: goal.result ?? null,
      steps: goal.steps.map((step) => ({ text: step.text, by: by(step.due) })),
    })),
    sides: Side.options.map((side) => ({
      side,
      name: word(side),
      items: paper.commitments
        .filter((one) => one.side === side)
        .map((one) => ({ ...one, measure: one.measure ?? null, by: by(one.due) })),
    })),
    supports: paper.supports.map((one) => ({
      ...one,
      ...price(paper.language, word, one.cost),
      funding: one.funding ?? '',
    })),
    total: totalOf(paper),
    giveBack: paper.giveBack.map((one) => ({
      ...one,
      hours: one.hours === null ? null : word('hoursCount', { count: one.hours }),
      schedule: one.schedule ?? null,
      cover: one.cover ? word('coverFromTo', coverDays(paper.language, one.cover)) : word('noCover'),
      covered: one.cover !== null,
    })),
  }
}

const due =
  (language: Language, word: Wording) =>
  (day: string | null): string =>
    day ? word('by', { date: longDate(language, day) }) : word('noDate')

const price = (language: Language, word: Wording, cost: number | null): { cost: string } => ({
  cost: cost === null ? word('noCost') : euro(language, cost),
})

const totalOf = ({ supports, language }: PactPaper): string | null => {
  const costs = supports.flatMap(({ cost }) => cost ?? [])
  return costs.length > 1
    ? euro(
        language,
        costs.reduce((sum, cost) => sum + cost, 0),
      )
    : null
}

const euro = (language: Language, cents: number): string =>
  (cents / 100).toLocaleString(language === 'it' ? 'it-IT' : 'en-GB', { style: 'currency', currency: 'EUR' })

const coverDays = (
  language: Language,
  cover: { policy: string; from: string; to: string },
): Record<string, string> => ({
  policy: cover.policy,
  from: longDate(language, cover.from),
  to: longDate(language, cover.to),
})

const endings = (paper: PactPaper, word: Wording): object => ({
  ifNotKept: paper.ifNotKept ?? word('ifNotKeptText'),
  privacy: paper.privacy ?? word('privacyText', { district: paper.district }),
  signatures: paper.signatures.map((one) => signature(paper.language, word, one)),
  fingerprint: paper.fingerprint?.toUpperCase().match(/.{8}/g)?.join(' ') ?? null,
})

const methods = { drawn: 'signedDrawn', code: 'signedCode', paper: 'signedPaper' } as const

const signature = (language: Language, word: Wording, one: z.infer<typeof PaperSignature>): object => ({
  name: one.name,
  role: one.role,
  how: one.at && one.method ? word(methods[one.method]) : word('toSign'),
  when: one.at ? dateAndTime(language, one.at) : null,
  alt: word('signatureOf', { name: one.name }),
})
