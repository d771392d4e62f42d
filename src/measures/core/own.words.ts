import { wordsOf } from '../../platform/core/words.ts'

/** What the person reads on their own page about what was measured with them. */
export const ownMeasureWords = wordsOf(
  {
    title: 'Come va',
    sentence: 'Quello che hai risposto, <b>nel tempo</b>.',
    lead: 'Sono un aiuto per parlarne insieme. Non dicono se puoi ricevere qualcosa oppure no, e non sono una diagnosi.',
    none: 'Qui non c’è ancora niente.',
    noneLead: 'Se vuoi rileggere quello che hai risposto, chiedi a chi ti segue: lo può mostrare qui.',
    when: 'Quando',
    moment: 'In quale momento',
    value: 'Punti',
    reading: 'Come si può leggere',
    range: 'I punti vanno da {min} a {max}.',
    correct: 'Qualcosa non torna? Chiedi di cambiarlo',
    back: 'Torna al mio patto',
    link: 'Leggi come va nel tempo',
  },
  {
    title: 'How things go',
    sentence: 'What you answered, <b>over time</b>.',
    lead: 'It helps us talk together. It does not decide whether you can receive anything, and it is not a diagnosis.',
    none: 'There is nothing here yet.',
    noneLead: 'If you want to read again what you answered, ask whoever follows you: they can show it here.',
    when: 'When',
    moment: 'At which moment',
    value: 'Points',
    reading: 'How it can be read',
    range: 'Points go from {min} to {max}.',
    correct: 'Something wrong? Ask to change it',
    back: 'Back to my pact',
    link: 'Read how things go over time',
  },
)
