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
type DemoTarget = { key: string; label: Said; definition: Said; target: number; counted: boolean }

export const demoTargets: readonly DemoTarget[] = [
  {
    key: 'pactBeneficiaries',
    label: said('Beneficiari dei patti', 'Beneficiaries of pacts'),
    definition: said(
      'La persona di ogni patto firmato, e chi del suo nucleo vi partecipa. Ciascuno è contato una volta.',
      'The person of each signed pact, and the members of the household who take part. Each is counted once.',
    ),
    target: 500,
    counted: true,
  },
  {
    key: 'labs',
    label: said('Laboratori di comunità avviati', 'Community labs taken up'),
    definition: said('Laboratori che si sono incontrati almeno una volta.', 'Labs that have met at least once.'),
    target: 45,
    counted: false,
  },
  {
    key: 'firms',
    label: said('Aziende profit coinvolte', 'For-profit firms involved'),
    definition: said(
      'Aziende con un tavolo attivo o un posto offerto.',
      'Firms with an active table or a place offered.',
    ),
    target: 15,
    counted: false,
  },
  {
    key: 'workers',
    label: said('Lavoratori coinvolti', 'Workers involved'),
    definition: said(
      'Quanti lavorano nelle aziende coinvolte: numeri, mai nomi.',
      'How many work in the firms involved: numbers, never names.',
    ),
    target: 1000,
    counted: false,
  },
  {
    key: 'schools',
    label: said('Istituti comprensivi', 'Comprehensive schools'),
    definition: said('Istituti con almeno una attività aperta.', 'Schools with at least one open activity.'),
    target: 10,
    counted: false,
  },
  {
    key: 'pupils',
    label: said('Alunni di quelle scuole', 'Pupils of those schools'),
    definition: said('Alunni iscritti ad almeno una attività.', 'Pupils enrolled in at least one activity.'),
    target: 1500,
    counted: false,
  },
  {
    key: 'schoolHouseholds',
    label: said('Famiglie attraverso le scuole', 'Households through schools'),
    definition: said(
      'Nuclei con almeno un alunno iscritto, contati una volta.',
      'Households with at least one enrolled pupil, counted once.',
    ),
    target: 500,
    counted: false,
  },
  {
    key: 'administrators',
    label: said('Amministratori, dirigenti e coordinatori', 'Administrators, managers and coordinators'),
    definition: said(
      'Persone presenti ad almeno un incontro, contate una volta.',
      'People at one meeting at least, counted once.',
    ),
    target: 100,
    counted: false,
  },
  {
    key: 'trainingLabs',
    label: said('Laboratori formativi', 'Training labs'),
    definition: said('Cicli di wel(l)fare lab conclusi.', 'Completed cycles of the wel(l)fare lab.'),
    target: 10,
    counted: false,
  },
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
