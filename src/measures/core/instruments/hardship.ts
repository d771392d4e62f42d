import type { InstrumentData } from '../instrument.schema.ts'

const lacks: readonly (readonly [string, string, string])[] = [
  [
    'expense',
    'Affrontare con i vostri soldi una spesa che non vi aspettate',
    'Meet an expense you did not expect with your own money',
  ],
  ['holiday', 'Una settimana di vacanza all’anno lontano da casa', 'A week of holiday a year away from home'],
  ['arrears', 'Pagare in tempo affitto, mutuo, bollette e rate', 'Pay rent, mortgage, bills and instalments on time'],
  [
    'meal',
    'Carne, pesce o un piatto altrettanto nutriente un giorno sì e uno no',
    'Meat, fish or something as nourishing every second day',
  ],
  ['heating', 'Tenere la casa calda quanto basta', 'Keep the home warm enough'],
  ['car', 'Un’auto per la famiglia', 'A car for the household'],
  ['furniture', 'Cambiare i mobili rovinati', 'Replace worn-out furniture'],
  ['internet', 'Internet a casa o sul telefono', 'The internet at home or on the phone'],
  ['clothes', 'Cambiare i vestiti consumati con altri nuovi', 'Replace worn-out clothes with new ones'],
  ['shoes', 'Due paia di scarpe buone, adatte alla stagione', 'Two good pairs of shoes for the seasons'],
  ['pocket', 'Un po’ di soldi tutti per te, ogni settimana', 'A little money of your own each week'],
  ['leisure', 'Fare spesso qualcosa che ti piace e che costa', 'Do something you like, that costs money, regularly'],
  [
    'friends',
    'Vedere amici o parenti a tavola o al bar una volta al mese',
    'Meet friends or family for a meal or a drink once a month',
  ],
]

const smsd: InstrumentData = {
  code: 'eusilc13',
  version: 1,
  name: 'EU-SILC 13',
  title: { it: 'Che cosa non ci si può permettere', en: 'What cannot be afforded' },
  up: { it: 'più cose che mancano', en: 'more things lacking' },
  down: { it: 'meno cose che mancano', en: 'fewer things lacking' },
  better: 'down',
  raters: 'person',
  // only what one cannot afford counts: who does not want it lacks nothing
  answers: {
    lack: [
      { code: 'has', points: 0 },
      { code: 'cannotAfford', points: 1 },
      { code: 'other', points: 0 },
    ],
  },
  items: lacks.map(([code]) => ({ code, answers: 'lack' })),
  scores: [
    {
      code: 'total',
      label: { it: 'Cose che mancano', en: 'Things lacking' },
      items: lacks.map(([code]) => code),
      formula: 'sum',
      mayMiss: 0,
      bands: [
        { code: 'none', from: 0, label: { it: 'sotto la soglia', en: 'below the line' } },
        { code: 'deprived', from: 5, label: { it: 'deprivazione', en: 'deprivation' } },
        { code: 'severe', from: 7, label: { it: 'deprivazione grave', en: 'severe deprivation' } },
      ],
    },
  ],
  minAge: 16,
  population: { it: 'Una persona per la sua famiglia, dai 16 anni.', en: 'One person for the household, from 16 on.' },
  licence: {
    it: 'Indicatore della statistica ufficiale europea, libero; le parole sono nostre.',
    en: 'An indicator of official European statistics, free; the wording is ours.',
  },
  validity: {
    it: 'Le parole sono nostre e semplici: il conto non è quello dell’indagine ufficiale.',
    en: 'The wording is ours and plain: the count is not that of the official survey.',
  },
  missingSource: { it: 'Servono tutte le risposte.', en: 'Every answer is needed.' },
  source: 'Eurostat, EU-SILC: severe material and social deprivation (2030 target)',
  texts: {
    it: {
      ...Object.fromEntries(lacks.map(([code, it]) => [code, it])),
      'lack.has': 'Sì, ce l’abbiamo o lo facciamo',
      'lack.cannotAfford': 'No, non possiamo permettercelo',
      'lack.other': 'No, per un altro motivo',
    },
    en: {
      ...Object.fromEntries(lacks.map(([code, , en]) => [code, en])),
      'lack.has': 'Yes, we have it or do it',
      'lack.cannotAfford': 'No, we cannot afford it',
      'lack.other': 'No, for another reason',
    },
  },
}

export const hardshipInstruments: readonly InstrumentData[] = [smsd]
