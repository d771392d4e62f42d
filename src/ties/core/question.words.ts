import { wordsOf } from '../../platform/core/words.ts'

/** What is said of it in refusals and in the journal. */
export const questionWords = wordsOf(
  {
    'ties.answeredAlready': 'A questa domanda hai già risposto: la prima risposta resta.',
    'ties.claimSelf': 'Non può essere la stessa persona.',
    'ties.claimNotAlter': 'Questo legame è già con qualcuno che conosciamo.',
    'ties.claimAsked': 'Questa domanda è già stata fatta: una volta basta.',
    'ties.claimUnknown': 'Scegli una persona del tuo ambito che puoi vedere.',
    'journal.ties.answer': 'ha scritto la risposta a una domanda sui legami',
    'journal.ties.claim': 'ha chiesto a una persona se è lei quella di un legame',
    'journal.ties.ownAnswer': 'ha risposto a una domanda sui suoi legami',
    'journal.ties.suggest': 'ha preparato domande sui legami dai registri',
  },
  {
    'ties.answeredAlready': 'You have answered this question already: the first answer stays.',
    'ties.claimSelf': 'It cannot be the same person.',
    'ties.claimNotAlter': 'This tie is already with somebody we know.',
    'ties.claimAsked': 'This question has been asked already: once is enough.',
    'ties.claimUnknown': 'Choose a person of your district whom you may see.',
    'journal.ties.answer': 'wrote the answer to a question about ties',
    'journal.ties.claim': 'asked a person whether they are the one of a tie',
    'journal.ties.ownAnswer': 'answered a question about their ties',
    'journal.ties.suggest': 'prepared questions about ties from the registers',
  },
)
