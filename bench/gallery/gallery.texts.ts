/** Enough words, long and short, to fill every piece of the kit in both languages. */
const it = {
  page: 'Galleria',
  today: 'Martedì 24 novembre',
  person: 'Amina T.',
  say: 'Io mi impegno a portare Issa a scuola ogni mattina.',
  how: 'Lo dice Amina. Ogni settimana.',
  done: 'Mantenuto per 11 settimane',
  late: 'In ritardo di 24 giorni',
  wait: 'Entro venerdì 27',
  go: 'Fissa un giorno',
  more: 'Tutte le segnalazioni',
  note: 'La nota è salvata come bozza, oggi alle 8:52.',
  hint: 'Scrivi le prime lettere e scegli dall’elenco.',
  wrong: 'Scrivi il comune, per esempio Soncino.',
  label: 'In che comune?',
  skip: 'Vai al contenuto',
  nav: 'Principale',
  find: 'Cerca una persona o un patto',
  role: 'Assistente sociale, Crema',
} as const

const en: Record<keyof typeof it, string> = {
  page: 'Gallery',
  today: 'Tuesday 24 November',
  person: 'Amina T.',
  say: 'I commit to taking Issa to school every morning.',
  how: 'In Amina’s own words. Every week.',
  done: 'Kept for 11 weeks',
  late: '24 days late',
  wait: 'By Friday 27',
  go: 'Set a day',
  more: 'All referrals',
  note: 'The note is saved as a draft, today at 8:52.',
  hint: 'Type the first letters and choose from the list.',
  wrong: 'Write the municipality, for example Soncino.',
  label: 'Which municipality?',
  skip: 'Skip to content',
  nav: 'Main',
  find: 'Find a person or a pact',
  role: 'Social worker, Crema',
}

export type Texts = Record<keyof typeof it, string>
export const texts: Record<'it' | 'en', Texts> = { it, en }
