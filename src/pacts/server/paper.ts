import { caseWords } from '../../cases/core/case.words.ts'
import { shiftWords } from '../../hours/core/shift.words.ts'
import type { PactPaper } from '../../platform/core/documents.schema.ts'
import { type Language, say } from '../../platform/core/words.ts'
import type { Tx } from '../../platform/server/tx.ts'
import type { GiveBack, Goal, Support } from '../core/content.schema.ts'
import { contentWords } from '../core/content.words.ts'
import { followWords } from '../core/follow.words.ts'
import type { Pact } from '../core/pact.schema.ts'
import { pactWords } from '../core/pact.words.ts'
import { paperWords } from '../core/paper.words.ts'
import { type PaperFacts, paperFacts } from './paper.store.ts'
import type { KeptSignatory } from './sign.store.ts'
import type { KeptVersion } from './version.rows.ts'

type Wish = {
  readonly version: KeptVersion
  readonly signatories: readonly KeptSignatory[]
  readonly language: Language
  readonly at: string
  readonly draft: boolean
}

/** What the printed pact says, in one language. */
export const pactPaper = async (tx: Tx, pact: Pact, wish: Wish): Promise<PactPaper> => {
  const facts = await paperFacts(tx, pact)
  const { version, language, at, draft } = wish
  const { content, reason } = version
  return {
    language,
    at,
    programme: facts.programme ?? '',
    district: facts.district,
    number: pact.number,
    version: version.number,
    ...(reason ? { versionReason: reason } : {}),
    kind: kindIn(language, pact, facts),
    draft,
    person: personOf(facts),
    household: facts.household,
    parties: partiesOf(language, facts),
    from: content.term.start,
    to: content.term.end,
    reviewEveryDays: content.reviewEveryDays,
    goals: content.goals.map((goal) => goalOf(language, goal)),
    commitments: content.commitments.map((one) => ({
      side: one.side,
      text: one.text || '-',
      owner: one.ownerLabel,
      ...(one.measure ? { measure: [one.measure, one.recurrence].filter(Boolean).join(' · ') } : {}),
      due: one.due,
    })),
    supports: content.supports.map((one) => supportOf(language, one, facts)),
    giveBack: content.giveBack.map((one) => giveBackOf(language, one)),
    ...(content.ifNotKept ? { ifNotKept: content.ifNotKept } : {}),
    ...privacyOf(language, content.privacyNotice, facts),
    signatures: wish.signatories.map((one) => signatureOf(tx, language, one)),
    fingerprint: version.contentHash,
  }
}

const privacyOf = (language: Language, notice: string, facts: PaperFacts): Pick<PactPaper, 'privacy'> =>
  notice
    ? {
        privacy: say(paperWords, language, 'pacts.paper.privacy', {
          controller: facts.controller || facts.district,
          notice,
        }),
      }
    : {}

export const kindIn = (language: Language, { kind }: Pick<Pact, 'kind'>, facts: PaperFacts): string =>
  (language === 'it' ? facts.kindIt : facts.kindEn) ??
  (kind === 'inclusion' || kind === 'autonomy' ? say(pactWords, language, `pacts.kind.${kind}`) : kind)

const personOf = ({ personLabel, birthDate, municipality }: PaperFacts): PactPaper['person'] => ({
  name: personLabel,
  ...(birthDate === null ? {} : { birthDate }),
  ...(municipality === null ? {} : { municipality }),
})

const partiesOf = (language: Language, facts: PaperFacts): PactPaper['parties'] => [
  {
    name: facts.tutorName,
    role: say(paperWords, language, 'pacts.paper.tutor'),
    ...(facts.tutorBody === null ? {} : { body: facts.tutorBody }),
  },
  { name: facts.partnerName, role: say(followWords, language, 'pacts.signer.partnerBody') },
]

const goalOf = (language: Language, goal: Goal): PactPaper['goals'][number] => ({
  words: goal.words || '-',
  area: say(caseWords, language, `cases.area.${goal.area}`),
  ...(goal.expectedResult ? { result: goal.expectedResult } : {}),
  steps: goal.steps.map(({ text, due }) => ({ text: text || '-', due })),
})

const supportOf = (language: Language, one: Support, { funding }: PaperFacts): PactPaper['supports'][number] => {
  const source = one.fundingSourceId === null ? undefined : funding[one.fundingSourceId]
  const quantity = one.quantity === null ? '' : one.quantity.toLocaleString(language)
  return {
    name: one.label || say(contentWords, language, 'pacts.field.supports'),
    provider: one.providerLabel,
    quantity: `${quantity} ${one.unit}`.trim(),
    cost: one.costCents,
    ...(source ? { funding: source[language] } : {}),
  }
}

const giveBackOf = (language: Language, one: GiveBack): PactPaper['giveBack'][number] => {
  const [cover] = one.covers
  return {
    activity: one.tasks || say(contentWords, language, 'pacts.field.giveBack'),
    legalForm: say(shiftWords, language, `hours.form.${one.legalForm}`),
    host: one.hostLabel,
    hours: one.plannedHours || null,
    ...(one.schedule ? { schedule: one.schedule } : {}),
    cover: cover ? { policy: cover.policy, from: cover.from, to: cover.to } : null,
  }
}

const signatureOf = (tx: Tx, language: Language, one: KeptSignatory): PactPaper['signatures'][number] => {
  const image = one.imageSealed && tx.services.secrets.open('signatory.image', one.id, one.imageSealed)
  const role = say(followWords, language, `pacts.signer.${one.role}`)
  const helped = one.helper ? say(followWords, language, 'pacts.signed.helper', { helper: one.helper }) : ''
  return {
    name: one.label,
    role: [role, helped].filter(Boolean).join(' · '),
    method: one.method,
    at: one.signedAt,
    ...(image ? { image } : {}),
  }
}
