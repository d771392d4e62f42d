import type { Commitment, GiveBack, Goal, PactContent, Support } from './content.schema.ts'

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
