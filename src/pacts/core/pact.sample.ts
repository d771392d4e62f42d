import type { Assessment } from '../../cases/core/assessment.schema.ts'
import type { Commitment, GiveBack, Goal, PactContent, Support } from './content.schema.ts'
import type { MoveContext } from './pact.checks.ts'
import type { Closure, Pact, Review } from './pact.schema.ts'
import { defaultPactSettings } from './pact.settings.ts'
import type { PactVersion, Signatory } from './version.schema.ts'

/** Ids that read as numbers: `sampleId(7)`. */
export const sampleId = (n: number): string => `0b9e0000-0000-4000-8000-${String(n).padStart(12, '0')}`
export const sampleHash = 'a1'.repeat(32)

export const aGoal = (with_: Partial<Goal> = {}): Goal => ({
  id: sampleId(101),
  words: 'Voglio parlare con le altre mamme senza paura di sbagliare.',
  area: 'relations',
  expectedResult: 'Amina parla con le altre famiglie della classe di Issa.',
  ladder: 1,
  steps: [
    { id: sampleId(111), text: 'Iscrivermi al corso serale', due: '2026-09-20', doneOn: null },
    { id: sampleId(112), text: 'Andare a una festa della classe', due: '2026-10-31', doneOn: null },
  ],
  ...with_,
})

export const aCommitment = (with_: Partial<Commitment> = {}): Commitment => ({
  id: sampleId(201),
  side: 'person',
  text: 'portare Issa a scuola ogni mattina',
  ownerKind: 'person',
  ownerId: sampleId(3),
  ownerLabel: 'Amina T.',
  measure: 'Lo dice Amina',
  due: '2027-03-03',
  recurrence: 'Ogni settimana',
  goalId: sampleId(101),
  ...with_,
})

export const aSupport = (with_: Partial<Support> = {}): Support => ({
  id: sampleId(301),
  catalogueId: null,
  label: 'Buono mensa',
  side: 'services',
  providerOrganisationId: sampleId(6),
  providerLabel: 'Comune di Crema',
  quantity: 9,
  unit: 'mesi',
  costCents: 54_000,
  fundingSourceId: null,
  istatCode: '',
  siussRelevant: true,
  commitmentId: sampleId(202),
  budgetLine: 'Diritto allo studio',
  paymentState: 'planned',
  ...with_,
})

export const aGiveBack = (with_: Partial<GiveBack> = {}): GiveBack => ({
  id: sampleId(401),
  legalForm: 'etsVolunteering',
  hostOrganisationId: sampleId(7),
  hostLabel: 'Tavola Lunga',
  plannedHours: 30,
  schedule: 'Un mercoledì sì e uno no, dalle 18 alle 20:30',
  tasks: 'Cucinare con il gruppo Tavola Lunga',
  whoBenefits: 'I vicini che la sera mangiano da soli',
  hostTutor: 'Paolo Zani',
  chosenTalent: 'Ama cucinare',
  covers: [
    {
      id: sampleId(411),
      policy: 'RC-2026-1187',
      insurer: 'Mutua del Volontariato',
      from: '2026-09-01',
      to: '2027-03-31',
    },
  ],
  ...with_,
})

/** The pact of Amina: whole enough to go to the panel. */
export const aContent = (with_: Partial<PactContent> = {}): PactContent => ({
  purpose: 'Amina è arrivata da poco a Crema con il figlio e la sorella. Vuole conoscere persone e trovare un lavoro.',
  goals: [aGoal()],
  commitments: [
    aCommitment(),
    aCommitment({
      id: sampleId(202),
      side: 'services',
      text: 'pagare metà della mensa di Issa',
      ownerKind: 'organisation',
      ownerId: sampleId(6),
      ownerLabel: 'Il Comune di Crema',
      measure: 'Buono pagato',
      recurrence: 'Ogni mese',
      goalId: null,
    }),
    aCommitment({
      id: sampleId(203),
      side: 'community',
      text: 'due passaggi in auto al mese',
      ownerKind: 'other',
      ownerId: null,
      ownerLabel: 'Teresa G.',
      measure: 'Lo dicono Teresa e Amina',
      recurrence: 'Due volte al mese',
      goalId: null,
    }),
  ],
  supports: [aSupport()],
  giveBack: [aGiveBack()],
  term: { start: '2026-09-03', end: '2027-03-03' },
  reviewEveryDays: 90,
  ifNotKept: 'Se qualcosa non va ne parliamo insieme, entro due settimane. Nessuno perde un aiuto per questo.',
  privacyNotice: '2026-1',
  ...with_,
})

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
