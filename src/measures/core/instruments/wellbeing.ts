import type { InstrumentData } from '../instrument.schema.ts'

const points = (...worth: readonly number[]): { code: string; points: number }[] =>
  worth.map((one) => ({ code: String(one), points: one }))

const numbered = (count: number, answers: string): { code: string; answers: string }[] =>
  Array.from({ length: count }, (_, no) => ({ code: String(no + 1), answers }))

const who5: InstrumentData = {
  code: 'who5',
  version: 1,
  name: 'WHO-5',
  title: { it: 'Come stai da due settimane', en: 'How the last two weeks have been' },
  up: { it: 'più benessere', en: 'more well-being' },
  down: { it: 'meno benessere', en: 'less well-being' },
  better: 'up',
  raters: 'person',
  answers: { often: points(5, 4, 3, 2, 1, 0) },
  items: numbered(5, 'often'),
  scores: [
    {
      code: 'total',
      label: { it: 'Benessere', en: 'Well-being' },
      items: ['1', '2', '3', '4', '5'],
      formula: 'sum',
      times: 4,
      mayMiss: 0,
      bands: [
        { code: 'poor', from: 0, label: { it: 'benessere basso', en: 'poor well-being' } },
        { code: 'good', from: 50, label: { it: 'benessere buono', en: 'good well-being' } },
      ],
    },
  ],
  change: { by: 10, source: 'Topp et al. 2015, Psychother Psychosom 84:167' },
  talk: { atMost: 28, source: 'Topp et al. 2015, Psychother Psychosom 84:167' },
  minAge: 18,
  population: { it: 'Persone adulte.', en: 'Adults.' },
  licence: {
    it: 'I testi dell’OMS sono CC BY-NC-SA 3.0 IGO: niente usi commerciali, e quindi non stanno in un prodotto libero. Si caricano.',
    en: 'The WHO’s texts are CC BY-NC-SA 3.0 IGO: no commercial use, so they cannot be part of a free product. They are loaded.',
  },
  validity: {
    it: 'Versione italiana sul sito di chi lo ha fatto, e nell’edizione OMS 2024.',
    en: 'Italian version on its developer’s site, and in the WHO’s 2024 edition.',
  },
  missingSource: { it: 'Servono tutte e cinque le risposte.', en: 'All five answers are needed.' },
  source: 'Bech 2004; Topp et al. 2015; WHO 2024',
}

const gse: InstrumentData = {
  code: 'gse',
  version: 1,
  name: 'GSE',
  title: { it: 'Quanto pensi di farcela', en: 'How far you feel you can cope' },
  up: { it: 'più fiducia in sé', en: 'more self-efficacy' },
  down: { it: 'meno fiducia in sé', en: 'less self-efficacy' },
  better: 'up',
  raters: 'person',
  answers: { trueness: points(1, 2, 3, 4) },
  items: numbered(10, 'trueness'),
  scores: [
    {
      code: 'total',
      label: { it: 'Fiducia in sé', en: 'Self-efficacy' },
      items: numbered(10, '').map(({ code }) => code),
      formula: 'sum',
      mayMiss: 0,
      // nobody published cut-offs: a person is compared with themselves
      bands: [],
    },
  ],
  minAge: 18,
  population: { it: 'Persone adulte; pensato per i patti di autonomia.', en: 'Adults; meant for autonomy pacts.' },
  licence: {
    it: 'Gli autori permettono l’uso libero citandoli; i testi non si possono distribuire con il prodotto: si caricano.',
    en: 'Its authors allow free use with citation; the texts may not be given away with the product: they are loaded.',
  },
  validity: { it: 'Versione italiana di Sibilia e altri.', en: 'Italian version by Sibilia et al.' },
  missingSource: { it: 'Servono tutte e dieci le risposte.', en: 'All ten answers are needed.' },
  source: 'Schwarzer & Jerusalem 1995',
}

const brs: InstrumentData = {
  code: 'brs',
  version: 1,
  name: 'BRS',
  title: { it: 'Come ti rialzi', en: 'How you bounce back' },
  up: { it: 'più capacità di rialzarsi', en: 'more resilience' },
  down: { it: 'meno capacità di rialzarsi', en: 'less resilience' },
  better: 'up',
  raters: 'person',
  answers: { agree: points(1, 2, 3, 4, 5) },
  items: numbered(6, 'agree').map((item) => ({ ...item, reversed: ['2', '4', '6'].includes(item.code) })),
  scores: [
    {
      code: 'total',
      label: { it: 'Capacità di rialzarsi', en: 'Resilience' },
      items: ['1', '2', '3', '4', '5', '6'],
      formula: 'mean',
      mayMiss: 5,
      bands: [
        { code: 'low', from: 1, label: { it: 'bassa', en: 'low' } },
        { code: 'normal', from: 3, label: { it: 'nella norma', en: 'normal' } },
        { code: 'high', from: 4.3, above: true, label: { it: 'alta', en: 'high' } },
      ],
    },
  ],
  minAge: 18,
  population: { it: 'Persone adulte.', en: 'Adults.' },
  licence: {
    it: 'Libero per ricerca e formazione, citando la fonte.',
    en: 'Free for research and education, with citation.',
  },
  validity: { it: 'Nessuna versione italiana validata trovata.', en: 'No validated Italian version was found.' },
  missingSource: { it: 'Si fa la media delle risposte date.', en: 'The mean of the answers given.' },
  source: 'Smith et al. 2008, Int J Behav Med 15:194',
  off: {
    it: 'È spento: manca un testo italiano validato. Prima va concordato con chi valuta il programma.',
    en: 'Switched off: there is no validated Italian text. One must first be agreed with the evaluator.',
  },
}

export const wellbeingInstruments: readonly InstrumentData[] = [who5, gse, brs]
