import { wordsOf } from '../../platform/core/words.ts'

/** What is said of it in refusals and in the journal. */
export const exportWords = wordsOf(
  {
    'ties.exportEmpty':
      'A questa data non c’è ancora nessun legame tra due che conosciamo: non c’è niente da portare fuori.',
    'ties.exportTooFew':
      'Qui ci sono meno di {least} persone: anche senza nomi si capirebbe chi sono. Scegli un ambito più grande.',
    'ties.exportTooLarge': 'Una matrice con più di {most} nodi non si apre: scegli l’elenco dei legami.',
    'journal.ties.export': 'ha portato fuori una rete, senza nomi di persone',
  },
  {
    'ties.exportEmpty': 'On this day there is no tie yet between two whom we know: there is nothing to take out.',
    'ties.exportTooFew':
      'There are fewer than {least} people here: even without names one could tell who they are. Choose more.',
    'ties.exportTooLarge': 'A matrix of more than {most} nodes does not open: choose the list of ties.',
    'journal.ties.export': 'took a network out, without names of people',
  },
)
