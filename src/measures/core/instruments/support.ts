import type { InstrumentData, ScoreData } from '../instrument.schema.ts'

const oslo: InstrumentData = {
  code: 'osss3',
  version: 1,
  name: 'OSSS-3',
  title: { it: 'Su chi puoi contare', en: 'Whom you can count on' },
  up: { it: 'più sostegno', en: 'more support' },
  down: { it: 'meno sostegno', en: 'less support' },
  better: 'up',
  raters: 'person',
  // codes are what an answer is worth: surveys that print the second and third question from best to worst keep them
  answers: {
    close: [1, 2, 3, 4].map((points) => ({ code: String(points), points })),
    interest: [1, 2, 3, 4, 5].map((points) => ({ code: String(points), points })),
    help: [1, 2, 3, 4, 5].map((points) => ({ code: String(points), points })),
  },
  items: [
    { code: '1', answers: 'close' },
    { code: '2', answers: 'interest' },
    { code: '3', answers: 'help' },
  ],
  scores: [
    {
      code: 'total',
      label: { it: 'Sostegno', en: 'Support' },
      items: ['1', '2', '3'],
      formula: 'sum',
      mayMiss: 0,
      bands: [
        { code: 'poor', from: 3, label: { it: 'poco sostegno', en: 'poor support' } },
        { code: 'moderate', from: 9, label: { it: 'sostegno medio', en: 'moderate support' } },
        { code: 'strong', from: 12, label: { it: 'sostegno forte', en: 'strong support' } },
      ],
    },
  ],
  minAge: 18,
  population: { it: 'Persone adulte.', en: 'Adults.' },
  licence: {
    it: 'Uso libero citando la fonte. Il testo inglese è nell’articolo di Kocalevent e altri (2018), CC BY 4.0; quello italiano è una nostra traduzione.',
    en: 'Free to use with citation. The English text is in the article by Kocalevent et al. (2018), CC BY 4.0; the Italian one is our translation.',
  },
  validity: {
    it: 'La nostra traduzione italiana non è stata validata: se hai il testo dell’indagine europea sulla salute, caricalo.',
    en: 'Our Italian translation was not validated: load the wording of the European health interview survey if you have it.',
  },
  missingSource: { it: 'Servono tutte e tre le risposte.', en: 'All three answers are needed.' },
  source: 'Kocalevent et al. 2018, BMC Psychology 6:31',
  texts: {
    it: {
      '1': 'Quante persone ti sono così vicine che puoi contare su di loro se hai un grosso problema personale?',
      '2': 'Quanto interesse e attenzione mostrano le persone per quello che fai?',
      '3': 'Quanto è facile avere un aiuto pratico dai vicini, se ne hai bisogno?',
      'close.1': 'Nessuna',
      'close.2': '1 o 2',
      'close.3': 'Da 3 a 5',
      'close.4': 'Più di 5',
      'interest.1': 'Nessuno',
      'interest.2': 'Poco',
      'interest.3': 'Non so dire',
      'interest.4': 'Abbastanza',
      'interest.5': 'Molto',
      'help.1': 'Molto difficile',
      'help.2': 'Difficile',
      'help.3': 'Possibile',
      'help.4': 'Facile',
      'help.5': 'Molto facile',
    },
    en: {
      '1': 'How many people are so close to you that you can count on them if you have great personal problems?',
      '2': 'How much interest and concern do people show in what you do?',
      '3': 'How easy is it to get practical help from neighbours if you should need it?',
      'close.1': 'None',
      'close.2': '1 or 2',
      'close.3': '3 to 5',
      'close.4': 'More than 5',
      'interest.1': 'None',
      'interest.2': 'Little',
      'interest.3': 'Uncertain',
      'interest.4': 'Some',
      'interest.5': 'A lot',
      'help.1': 'Very difficult',
      'help.2': 'Difficult',
      'help.3': 'Possible',
      'help.4': 'Easy',
      'help.5': 'Very easy',
    },
  },
}

const low = { code: 'low', from: 1, label: { it: 'sostegno basso', en: 'low support' } }
const middle = { code: 'moderate', from: 3, label: { it: 'sostegno medio', en: 'moderate support' } }
const high = { code: 'high', from: 5, above: true, label: { it: 'sostegno alto', en: 'high support' } }
const bands = [low, middle, high]
const mean = { formula: 'mean', mayMiss: 0, bands } satisfies Partial<ScoreData>

const mspss: InstrumentData = {
  code: 'mspss',
  version: 1,
  name: 'MSPSS',
  title: { it: 'Il sostegno di famiglia, amici e altri', en: 'Support from family, friends and others' },
  up: { it: 'più sostegno', en: 'more support' },
  down: { it: 'meno sostegno', en: 'less support' },
  better: 'up',
  raters: 'person',
  answers: { agree: [1, 2, 3, 4, 5, 6, 7].map((points) => ({ code: String(points), points })) },
  items: Array.from({ length: 12 }, (_, no) => ({ code: String(no + 1), answers: 'agree' })),
  scores: [
    {
      ...mean,
      code: 'total',
      label: { it: 'Sostegno', en: 'Support' },
      items: Array.from({ length: 12 }, (_, no) => String(no + 1)),
    },
    {
      ...mean,
      code: 'other',
      label: { it: 'Persona importante', en: 'Significant other' },
      items: ['1', '2', '5', '10'],
    },
    { ...mean, code: 'family', label: { it: 'Famiglia', en: 'Family' }, items: ['3', '4', '8', '11'] },
    { ...mean, code: 'friends', label: { it: 'Amici', en: 'Friends' }, items: ['6', '7', '9', '12'] },
  ],
  minAge: 18,
  population: { it: 'Persone adulte.', en: 'Adults.' },
  licence: {
    it: 'Uso libero citando la fonte; i testi non si possono distribuire con il prodotto: si caricano.',
    en: 'Free to use with citation; the texts may not be given away with the product: they are loaded.',
  },
  validity: {
    it: 'Versioni italiane: Di Fabio e Palazzeschi 2015; De Maria e altri 2018.',
    en: 'Italian versions: Di Fabio and Palazzeschi 2015; De Maria et al. 2018.',
  },
  missingSource: {
    it: 'Nessuna regola pubblicata: servono tutte le risposte di ogni parte.',
    en: 'No published rule: every answer of a part is needed.',
  },
  source: 'Zimet et al. 1988, J Pers Assess 52:30; bands by its author: 1–2.9, 3–5, 5.1–7',
}

export const supportInstruments: readonly InstrumentData[] = [oslo, mspss]
