import type {
  PactPaper,
  PersonCardPaper,
  PlainPactPaper,
  RegisterPaper,
  SigningSlipPaper,
} from '../../core/documents.schema.ts'
import type { Language } from '../../core/words.ts'

const paper = { at: '2026-10-02T09:30:00Z', programme: 'Fare Legami', district: 'Cremasco' }

const goals: PactPaper['goals'] = [
  {
    words: 'Voglio parlare con le altre mamme senza paura di sbagliare.',
    area: 'Relazioni',
    result: 'Amina va alle riunioni di classe da sola e ha invitato a casa almeno una famiglia.',
    steps: [
      { text: 'Iscriversi al corso serale', due: '2026-09-14' },
      { text: 'Andare a una festa della classe', due: '2026-10-31' },
      { text: 'Invitare una mamma a casa', due: '2026-12-20' },
      { text: 'Parlare alla riunione di classe', due: null },
    ],
  },
  {
    words: 'Voglio un lavoro la mattina, quando Issa è a scuola.',
    area: 'Lavoro',
    steps: [
      { text: 'Scrivere il curriculum con Fanta', due: '2026-10-09' },
      { text: 'Provare due mattine in cucina, alla mensa di Ombriano', due: '2026-11-30' },
    ],
  },
]

const commitments: PactPaper['commitments'] = [
  {
    side: 'person',
    text: 'Io mi impegno a portare Issa a scuola ogni mattina.',
    owner: 'Amina Traoré',
    measure: 'lo dice Amina, ogni settimana',
    due: '2027-03-03',
  },
  {
    side: 'person',
    text: 'Io mi impegno a venire al corso di italiano.',
    owner: 'Amina Traoré',
    measure: 'registro del corso, due sere a settimana',
    due: '2027-01-30',
  },
  { side: 'person', text: 'Io cerco lavoro con l’aiuto di Fanta.', owner: 'Amina Traoré', due: null },
  {
    side: 'services',
    text: 'Il Comune si impegna a pagare metà della mensa di Issa.',
    owner: 'Comune di Crema, Sara Benelli',
    measure: 'buono fino a giugno',
    due: '2027-06-10',
  },
  {
    side: 'services',
    text: 'Il consultorio si impegna a un incontro al mese.',
    owner: 'Giulia Moro',
    measure: 'tre incontri entro novembre',
    due: '2026-11-30',
  },
  {
    side: 'community',
    text: 'La scuola offre il doposcuola per Issa.',
    owner: 'Primaria di Borgo San Pietro',
    measure: 'tre pomeriggi a settimana',
    due: '2027-06-05',
  },
  {
    side: 'community',
    text: 'Teresa offre due passaggi in auto al mese.',
    owner: 'Teresa G., vicina di casa',
    due: '2027-03-03',
  },
]

const supports: PactPaper['supports'] = [
  {
    name: 'Buono mensa scolastica',
    provider: 'Comune di Crema',
    quantity: '6 mesi',
    cost: 36000,
    funding: 'Fondo sociale di ambito',
  },
  { name: 'Corso di italiano A2', provider: 'CPIA di Cremona', quantity: '80 ore', cost: null },
  {
    name: 'Borsa per la prova di lavoro',
    provider: 'Cooperativa Il Seme',
    quantity: '40 ore',
    cost: 32050,
    funding: 'Fondazione Cariplo',
  },
]

/** A pact as it is when three of four parties have signed. Nobody real. */
export const aPactPaper = (language: Language, changes: Partial<PactPaper> = {}): PactPaper => ({
  ...paper,
  language,
  number: 'PG-2026-014',
  version: 2,
  versionReason: 'Il corso di italiano passa alla sera: di mattina Amina fa le prove di lavoro.',
  kind: 'Patto per l’inclusione sociale',
  draft: false,
  person: { name: 'Amina Traoré', birthDate: '1991-04-12', municipality: 'Crema' },
  household: ['Issa, figlio', 'Fanta, sorella'],
  parties: [
    { name: 'Sara Benelli', role: 'Tutor del patto', body: 'Comune di Crema' },
    { name: 'Giulia Moro', role: 'Psicologa', body: 'Consultorio di via Manini' },
    { name: 'Paolo Zani', role: 'Referente del gruppo', body: 'Tavola Lunga, San Bernardino' },
  ],
  from: '2026-09-03',
  to: '2027-03-03',
  reviewEveryDays: 90,
  goals,
  commitments,
  supports,
  giveBack: [
    {
      activity: 'Cucino con Tavola Lunga: una cena per i vicini, un mercoledì sì e uno no.',
      legalForm: 'Volontariato in un ente del Terzo settore',
      host: 'Tavola Lunga, quartiere San Bernardino',
      hours: 36,
      schedule: 'mercoledì, dalle 17 alle 20',
      cover: { policy: 'RC-2026/1187', from: '2026-09-01', to: '2027-08-31' },
    },
  ],
  signatures: [
    { name: 'Amina Traoré', role: 'Persona', method: 'drawn', at: '2026-10-02T08:10:00Z' },
    { name: 'Sara Benelli', role: 'Tutor, Comune di Crema', method: 'code', at: '2026-10-02T08:12:00Z' },
    { name: 'Giulia Moro', role: 'Consultorio', method: 'paper', at: '2026-10-03T14:00:00Z' },
    { name: 'Paolo Zani', role: 'Tavola Lunga', method: null, at: null },
  ],
  fingerprint: '7f3a91c2b0de44aa8c1f5e60937d2b18aa04c7f19e5d3b62708f1c4d9e2a6b35',
  ...changes,
})

export const aPlainPactPaper = (language: Language, changes: Partial<PlainPactPaper> = {}): PlainPactPaper => ({
  ...paper,
  language,
  name: 'Amina',
  number: 'PG-2026-014',
  goal: 'Parlare con le altre mamme senza paura di sbagliare, e un lavoro la mattina.',
  person: [
    { icon: 'school', text: 'Porto Issa a scuola ogni mattina.' },
    { icon: 'talk', text: 'Vado al corso di italiano.', when: 'Martedì e giovedì, alle 20' },
    { icon: 'food', text: 'Cucino con Tavola Lunga.', when: 'Un mercoledì sì e uno no' },
  ],
  services: [
    { icon: 'money', text: 'Il Comune paga metà della mensa di Issa.', when: 'Ogni mese, fino a giugno' },
    { icon: 'health', text: 'Vedo Giulia al consultorio.', when: 'Una volta al mese' },
  ],
  community: [
    { icon: 'family', text: 'La scuola tiene Issa al doposcuola.', when: 'Lunedì, mercoledì e venerdì' },
    { icon: 'travel', text: 'Teresa mi dà un passaggio in auto.', when: 'Due volte al mese' },
  ],
  next: { at: '2026-11-24T08:30:00Z', place: 'Casa di quartiere San Bernardino, stanza 2', withWhom: 'Sara Benelli' },
  call: { name: 'Sara Benelli', role: 'tutor del patto', phone: '0373 123456', hours: 'dal lunedì al venerdì, 9–13' },
  link: 'https://farelegami.example.org/mio/7F3A91C2',
  ...changes,
})

export const aPersonCardPaper = (language: Language, changes: Partial<PersonCardPaper> = {}): PersonCardPaper => ({
  ...paper,
  language,
  initials: 'AT',
  link: 'https://farelegami.example.org/mio/7F3A91C2XKQ',
  call: { name: 'Sara Benelli', phone: '0373 123456' },
  ...changes,
})

export const aSigningSlipPaper = (language: Language): SigningSlipPaper => ({
  ...paper,
  language,
  name: 'Amina Traoré',
  number: 'PG-2026-014',
  version: 2,
  code: '482913',
  expires: '2026-10-02T10:00:00Z',
  link: 'https://farelegami.example.org/firma',
})

export const aRegisterPaper = (language: Language, changes: Partial<RegisterPaper> = {}): RegisterPaper => ({
  ...paper,
  language,
  title: 'Cena di quartiere',
  place: 'Tavola Lunga, San Bernardino',
  from: '2026-10-07T15:00:00Z',
  to: '2026-10-07T18:00:00Z',
  leader: 'Paolo Zani',
  rows: [{ name: 'Amina Traoré', note: 'dalle 17:30' }, { name: 'Ornella Pozzi' }, { name: 'Rosa Marchesi' }],
  blank: 12,
  ...changes,
})
