import type { InstrumentData } from '../instrument.schema.ts'

/** The domains of life of the assessment, in the reader's words. */
const areas: readonly (readonly [string, string, string])[] = [
  ['work', 'Il lavoro', 'Work'],
  ['housing', 'La casa', 'Home'],
  ['family', 'La famiglia', 'Family'],
  ['relations', 'Le altre persone', 'Other people'],
  ['health', 'La salute', 'Health'],
  ['skills', 'Le cose che sai fare', 'What you can do'],
  ['money', 'I soldi', 'Money'],
]

const steps: readonly (readonly [string, string])[] = [
  ['Va male', 'Going badly'],
  ['Va un po’ male', 'Not so well'],
  ['Così così', 'So-so'],
  ['Va abbastanza bene', 'Fairly well'],
  ['Va bene', 'Well'],
]

const spoken = (index: 1 | 2): Record<string, string> => ({
  ...Object.fromEntries(areas.map((area) => [area[0], area[index]])),
  ...Object.fromEntries(steps.map((step, no) => [`step.${no + 1}`, step[index - 1] ?? ''])),
})

const ladder: InstrumentData = {
  code: 'ladder',
  version: 1,
  name: 'Scala',
  title: { it: 'Come va, area per area', en: 'How it goes, area by area' },
  up: { it: 'va meglio', en: 'it goes better' },
  down: { it: 'va peggio', en: 'it goes worse' },
  better: 'up',
  raters: 'each',
  answers: { step: [1, 2, 3, 4, 5].map((points) => ({ code: String(points), points })) },
  items: areas.map(([code]) => ({ code, answers: 'step' })),
  scores: areas.map(([code, it, en]) => ({
    code,
    label: { it, en },
    items: [code],
    formula: 'sum',
    mayMiss: 0,
    bands: [],
  })),
  minAge: null,
  population: { it: 'Tutti.', en: 'Everybody.' },
  licence: { it: 'Nostra.', en: 'Our own.' },
  validity: {
    it: 'Non è un test: serve a confrontare due sguardi e a mettersi d’accordo.',
    en: 'Not a test: it is for comparing two views and agreeing.',
  },
  missingSource: { it: 'Ogni area vale da sola.', en: 'Each area stands by itself.' },
  source: 'Fare Legami',
  texts: { it: spoken(1), en: spoken(2) },
}

export const ladderInstruments: readonly InstrumentData[] = [ladder]
