import type { Assessment } from '../../cases/core/assessment.schema.ts'
import { aContent, sampleHash, sampleId } from './content.sample.ts'
import type { MoveContext } from './pact.checks.ts'
import type { Closure, Pact, Review } from './pact.schema.ts'
import { defaultPactSettings } from './pact.settings.ts'
import type { PactVersion, Signatory } from './version.schema.ts'

export const aPact = (with_: Partial<Pact> = {}): Pact => ({
  id: sampleId(1),
  districtId: sampleId(2),
  number: 'PG-2026-014',
  kind: 'inclusion',
  caseId: sampleId(4),
  personId: sampleId(3),
  householdId: sampleId(8),
  involvedIds: [],
  tutorId: sampleId(5),
  partnerOrganisationId: sampleId(6),
  state: 'draft',
  stateSince: '2026-08-20',
  versionInForce: null,
  interviewedOn: '2026-08-18',
  signedOn: null,
  startsOn: null,
  endsOn: null,
  extensions: 0,
  reviewEveryDays: 90,
  lastReviewOn: null,
  suspendedUntil: null,
  closedOn: null,
  closure: null,
  followUpsDone: [],
  ...with_,
})

/** Under way since 3 September 2026, for six months. */
export const anActivePact = (with_: Partial<Pact> = {}): Pact =>
  aPact({
    state: 'active',
    stateSince: '2026-09-03',
    versionInForce: 1,
    signedOn: '2026-09-02',
    startsOn: '2026-09-03',
    endsOn: '2027-03-03',
    ...with_,
  })

export const aVersion = (with_: Partial<PactVersion> = {}): PactVersion => ({
  id: sampleId(9),
  pactId: sampleId(1),
  number: 1,
  state: 'draft',
  reason: '',
  content: aContent(),
  contentHash: null,
  frozenAt: null,
  ...with_,
})

export const aSignatory = (with_: Partial<Signatory> = {}): Signatory => ({
  id: sampleId(501),
  versionId: sampleId(9),
  role: 'person',
  required: true,
  label: 'Amina T.',
  personId: sampleId(3),
  accountId: null,
  organisationId: null,
  signedAt: '2026-09-02T08:30:00Z',
  method: 'drawn',
  signedHash: sampleHash,
  helper: '',
  ...with_,
})

export const aReview = (with_: Partial<Review> = {}): Review => ({
  id: sampleId(601),
  pactId: sampleId(1),
  kind: 'interim',
  due: '2026-12-02',
  heldOn: null,
  present: '',
  personVoice: '',
  workerVoice: '',
  decision: null,
  ...with_,
})

export const aFinalReview = (with_: Partial<Review> = {}): Review =>
  aReview({
    id: sampleId(602),
    kind: 'final',
    due: '2027-03-03',
    heldOn: '2027-03-05',
    present: 'Amina, Sara Benelli',
    personVoice: 'Adesso so a chi chiedere, e qualcuno chiede a me.',
    workerVoice: 'Gli obiettivi sono raggiunti. Restano le cene del mercoledì.',
    decision: 'close',
    ...with_,
  })

export const aClosure = (with_: Partial<Closure> = {}): Closure => ({
  goals: 'all',
  work: 'fixedTerm',
  training: 'Corso di italiano B1',
  others: ['newStableTies'],
  reason: 'Il patto è arrivato alla fine e gli obiettivi sono raggiunti.',
  tiesAndRoles: 'Amina resta nel gruppo Tavola Lunga. Teresa continua a dare un passaggio.',
  lastDay: '2027-03-03',
  ...with_,
})

const anAssessment: Assessment = {
  id: sampleId(701),
  caseId: sampleId(4),
  areas: [
    {
      area: 'relations',
      need: 'Non conosce nessuno nel quartiere',
      needLevel: 3,
      canBring: 'Ama cucinare',
      nothingNow: false,
    },
  ],
  startedOn: '2026-08-18',
  closedOn: '2026-08-25',
  closedBy: sampleId(5),
  agreedOn: '2026-08-25',
}

/** A context in which every check holds; name only what the test is about. */
export const aMoveContext = (with_: Partial<MoveContext> = {}): MoveContext => ({
  today: '2026-11-24',
  settings: defaultPactSettings,
  version: { number: 1, content: aContent(), contentHash: sampleHash },
  assessment: anAssessment,
  signatories: [
    aSignatory(),
    aSignatory({
      id: sampleId(502),
      role: 'partnerBody',
      label: 'Sara Benelli, Comune di Crema',
      personId: null,
      accountId: sampleId(5),
      organisationId: sampleId(6),
    }),
  ],
  reviews: [aFinalReview({ heldOn: '2026-11-20' })],
  laterCovers: [],
  actorId: sampleId(99),
  ...with_,
})
