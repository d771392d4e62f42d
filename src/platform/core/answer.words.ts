import { wordsOf } from './words.ts'

/** What a page says while it waits, and when it gets no answer. */
export const answerWords = wordsOf(
  {
    waiting: 'Sto leggendo',
    again: 'Riprova',
    broken: 'Non riesco a leggere questa pagina.',
    brokenHint: 'Nulla è andato perso. Riprova tra poco.',
    offline: 'Il servizio non risponde. Quello che hai scritto è ancora qui: riprova tra poco.',
    mayNot: 'Questa pagina non è tra quelle che puoi aprire.',
    mayNotHint: 'Se ti serve per il tuo lavoro, chiedi a chi amministra il programma.',
    none: 'Qui non c’è niente.',
    noneHint: 'Forse l’indirizzo è sbagliato, o non è tra le cose che puoi aprire.',
    mend: 'C’è qualcosa da correggere',
    kept: 'Quello che hai scritto è ancora qui.',
    meanwhile: 'Nel frattempo qualcun altro ha cambiato le stesse cose. Scegli quale testo resta.',
    somebody: 'qualcun altro',
    justNow: 'poco fa',
  },
  {
    waiting: 'Reading',
    again: 'Try again',
    broken: 'This page cannot be read.',
    brokenHint: 'Nothing is lost. Try again in a while.',
    offline: 'The service does not answer. What you wrote is still here: try again in a while.',
    mayNot: 'This page is not among those you may open.',
    mayNotHint: 'If you need it for your work, ask the administrator of the programme.',
    none: 'There is nothing here.',
    noneHint: 'The address may be wrong, or this is not among the things you may open.',
    mend: 'Something needs mending',
    kept: 'What you wrote is still here.',
    meanwhile: 'Somebody else changed the same things meanwhile. Choose which text stays.',
    somebody: 'somebody else',
    justNow: 'just now',
  },
)
