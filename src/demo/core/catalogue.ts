import type { DistrictKey } from './municipalities.ts'

type Said = { readonly it: string; readonly en: string }
const said = (it: string, en: string): Said => ({ it, en })

export const demoProgramme = {
  key: 'fare-legami',
  name: 'Fare Legami',
  about: said(
    'Il programma che fa nascere legami in provincia di Cremona.',
    'The programme that makes ties in the province of Cremona.',
  ),
  funder: said('Fondazione La Corda (di fantasia)', 'Fondazione La Corda (invented)'),
} as const

export const demoDistricts: readonly { key: DistrictKey; name: string; seat: string; controller: string }[] = [
  { key: 'cremasco', name: 'Ambito Cremasco', seat: '019035', controller: 'servizi-cremasco' },
  { key: 'cremonese', name: 'Ambito Cremonese', seat: '019036', controller: 'servizi-cremonese' },
  { key: 'casalasco', name: 'Ambito Casalasco', seat: '019021', controller: 'servizi-casalasco' },
]

/** Expected results with their targets; `counted` says what can be counted live today. */
export const demoTargets: readonly { key: string; label: Said; target: number; counted: boolean }[] = [
  {
    key: 'pactBeneficiaries',
    label: said('beneficiari dei patti', 'beneficiaries of pacts'),
    target: 500,
    counted: true,
  },
  { key: 'labs', label: said('laboratori di comunità avviati', 'community labs taken up'), target: 45, counted: false },
  { key: 'firms', label: said('aziende profit coinvolte', 'for-profit firms involved'), target: 15, counted: false },
  { key: 'workers', label: said('lavoratori coinvolti', 'workers involved'), target: 1000, counted: false },
  { key: 'schools', label: said('istituti comprensivi', 'comprehensive schools'), target: 10, counted: false },
  { key: 'pupils', label: said('alunni di quelle scuole', 'pupils of those schools'), target: 1500, counted: false },
  {
    key: 'schoolHouseholds',
    label: said('famiglie attraverso le scuole', 'households through schools'),
    target: 500,
    counted: false,
  },
  {
    key: 'administrators',
    label: said('amministratori, dirigenti e coordinatori', 'administrators, managers and coordinators'),
    target: 100,
    counted: false,
  },
  { key: 'trainingLabs', label: said('laboratori formativi', 'training labs'), target: 10, counted: false },
]

/** `age`: outside it the product warns, and never forbids. */
export const demoPactKinds = [
  {
    key: 'inclusion',
    label: said('Patto per l’inclusione sociale', 'Social inclusion pact'),
    about: said(
      'Per famiglie con figli, con anziani, o sole.',
      'For households with children, with older members, or on their own.',
    ),
    age: null,
    budget: 2500,
  },
  {
    key: 'autonomy',
    label: said('Patto per l’autonomia', 'Autonomy pact'),
    about: said('Per chi ha tra 19 e 39 anni e cerca lavoro.', 'For people aged 19 to 39 who look for work.'),
    age: { from: 19, to: 39 },
    budget: 3000,
  },
] as const

/** Invented amounts, in euros. */
export const demoFunds: readonly {
  key: string
  label: Said
  kind: 'grant' | 'coFunding' | 'public' | 'donation' | 'inKind'
  amount: number
}[] = [
  {
    key: 'grant',
    label: said('Contributo della Fondazione La Corda', 'Grant of Fondazione La Corda'),
    kind: 'grant',
    amount: 640000,
  },
  {
    key: 'municipal',
    label: said('Quota dei Comuni', 'Share of the municipalities'),
    kind: 'coFunding',
    amount: 210000,
  },
  { key: 'socialFund', label: said('Fondo sociale europeo', 'European Social Fund'), kind: 'public', amount: 320000 },
  {
    key: 'donations',
    label: said('Donazioni delle feste di piazza', 'Gifts from the square feasts'),
    kind: 'donation',
    amount: 28500,
  },
  { key: 'inKind', label: said('Beni e tempo donati', 'Goods and time given'), kind: 'inKind', amount: 0 },
]

/** Days, unless the name says months. */
export const demoDeadlines = {
  firstContact: 7,
  urgentFirstContact: 2,
  interview: 20,
  eraseReferralMonths: 12,
  signAfterInterview: 30,
  baselineAfterSigning: 30,
  reviewEvery: 90,
  termMonths: 6,
  termWithExtensionMonths: 12,
  extensions: 1,
  endAlert: 30,
  finalReview: 30,
  followUpMonths: [3, 6, 12],
  smallCell: 5,
} as const

export const demoChannels: readonly { key: string; label: Said }[] = [
  { key: 'self', label: said('Da solo o da sola', 'By themselves') },
  { key: 'neighbour', label: said('Un vicino o un parente', 'A neighbour or relative') },
  { key: 'antenna', label: said('Un’antenna', 'An antenna') },
  { key: 'socialService', label: said('Servizio sociale', 'Social service') },
  { key: 'jobCentre', label: said('Centro per l’impiego', 'Job centre') },
  { key: 'youthInfo', label: said('Sportello giovani', 'Youth information') },
  { key: 'school', label: said('Scuola', 'School') },
]

export const demoClosingReasons: readonly { key: string; label: Said }[] = [
  { key: 'declined', label: said('Ha detto di no', 'Said no') },
  { key: 'unreachable', label: said('Non si riesce a sentire', 'Cannot be reached') },
  { key: 'outOfScope', label: said('Serve un altro aiuto', 'Needs another kind of help') },
  { key: 'duplicate', label: said('Già segnalata', 'Already reported') },
]
