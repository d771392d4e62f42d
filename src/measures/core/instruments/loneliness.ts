import type { InstrumentData, ScoreData } from '../instrument.schema.ts'

const lonely: ScoreData['bands'] = [
  { code: 'not', from: 0, label: { it: 'non si sente sola', en: 'not lonely' } },
  { code: 'lonely', from: 1, label: { it: 'si sente sola', en: 'lonely' } },
]

const dejong: InstrumentData = {
  code: 'djg6',
  version: 1,
  name: 'De Jong Gierveld 6',
  title: { it: 'Sentirsi soli', en: 'Feeling lonely' },
  up: { it: 'più solitudine', en: 'more loneliness' },
  down: { it: 'meno solitudine', en: 'less loneliness' },
  better: 'down',
  raters: 'person',
  // "more or less" counts as lonely on either side: turning the answers round would be wrong
  answers: {
    lacking: [
      { code: 'yes', points: 1 },
      { code: 'moreOrLess', points: 1 },
      { code: 'no', points: 0 },
    ],
    having: [
      { code: 'yes', points: 0 },
      { code: 'moreOrLess', points: 1 },
      { code: 'no', points: 1 },
    ],
  },
  items: [
    { code: 'emptiness', answers: 'lacking' },
    { code: 'missing', answers: 'lacking' },
    { code: 'rejected', answers: 'lacking' },
    { code: 'lean', answers: 'having' },
    { code: 'trust', answers: 'having' },
    { code: 'close', answers: 'having' },
  ],
  scores: [
    {
      code: 'total',
      label: { it: 'Solitudine', en: 'Loneliness' },
      items: ['emptiness', 'missing', 'rejected', 'lean', 'trust', 'close'],
      formula: 'sum',
      mayMiss: 1,
      bands: [
        { code: 'not', from: 0, label: { it: 'non si sente sola', en: 'not lonely' } },
        { code: 'moderate', from: 2, label: { it: 'si sente abbastanza sola', en: 'moderately lonely' } },
        { code: 'severe', from: 5, label: { it: 'si sente molto sola', en: 'severely lonely' } },
      ],
    },
    {
      code: 'emotional',
      label: { it: 'Solitudine emotiva', en: 'Emotional loneliness' },
      items: ['emptiness', 'missing', 'rejected'],
      formula: 'sum',
      mayMiss: 0,
      bands: lonely,
    },
    {
      code: 'social',
      label: { it: 'Solitudine sociale', en: 'Social loneliness' },
      items: ['lean', 'trust', 'close'],
      formula: 'sum',
      mayMiss: 0,
      bands: lonely,
    },
  ],
  minAge: 18,
  population: {
    it: 'Persone adulte; fatto per confrontare gruppi. Per il singolo caso chiedi prima agli autori.',
    en: 'Adults; made to compare groups. Ask its authors before using it for a single person.',
  },
  licence: {
    it: 'Per la ricerca, citando il manuale: i testi si caricano.',
    en: 'For survey research, citing the manual: the texts are loaded.',
  },
  validity: {
    it: 'Traduzione italiana usata nell’indagine Generazioni e genere.',
    en: 'An Italian translation is used in the Generations and Gender Survey.',
  },
  missingSource: {
    it: 'Il totale vale con una risposta mancante al più, una parte solo se completa (manuale 1999).',
    en: 'The total holds with at most one answer missing, a part only when complete (manual 1999).',
  },
  source: 'De Jong Gierveld & Van Tilburg 1999, 2006',
}

const lubben: InstrumentData = {
  code: 'lsns6',
  version: 1,
  name: 'LSNS-6',
  title: { it: 'Parenti e amici, dopo i 65 anni', en: 'Family and friends, after 65' },
  up: { it: 'più legami', en: 'more ties' },
  down: { it: 'meno legami', en: 'fewer ties' },
  better: 'up',
  raters: 'person',
  answers: { people: [0, 1, 2, 3, 4, 5].map((points) => ({ code: String(points), points })) },
  items: Array.from({ length: 6 }, (_, no) => ({ code: String(no + 1), answers: 'people' })),
  scores: [
    {
      code: 'total',
      label: { it: 'Legami', en: 'Ties' },
      items: ['1', '2', '3', '4', '5', '6'],
      formula: 'sum',
      mayMiss: 0,
      bands: [
        { code: 'risk', from: 0, label: { it: 'a rischio di isolamento', en: 'at risk of isolation' } },
        { code: 'fine', from: 12, label: { it: 'non a rischio', en: 'not at risk' } },
      ],
    },
    ...(['family', 'friends'] as const).map((code, no) => ({
      code,
      label: code === 'family' ? { it: 'Parenti', en: 'Family' } : { it: 'Amici', en: 'Friends' },
      items: [1, 2, 3].map((one) => String(one + no * 3)),
      formula: 'sum' as const,
      mayMiss: 0,
      bands: [
        { code: 'marginal', from: 0, label: { it: 'legami deboli', en: 'marginal ties' } },
        { code: 'fine', from: 6, label: { it: 'legami presenti', en: 'ties present' } },
      ],
    })),
  ],
  minAge: 65,
  population: { it: 'Persone dai 65 anni.', en: 'People of 65 and over.' },
  licence: {
    it: '© J. Lubben, Boston College: si chiede e si cita.',
    en: '© J. Lubben, Boston College: ask, and cite.',
  },
  validity: { it: 'Versione italiana da trovare.', en: 'An Italian version is still to be found.' },
  missingSource: { it: 'Servono tutte e sei le risposte.', en: 'All six answers are needed.' },
  source: 'Lubben et al. 2006, Gerontologist 46:503',
  off: {
    it: 'È spento: serve il permesso dell’autore e un testo italiano.',
    en: 'Switched off: it needs its author’s permission and an Italian text.',
  },
}

export const lonelinessInstruments: readonly InstrumentData[] = [dejong, lubben]
