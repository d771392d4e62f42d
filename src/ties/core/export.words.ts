import { wordsOf } from '../../platform/core/words.ts'

export const exportWords = wordsOf(
  {
    'ties.exportEmpty':
      'A questa data non c’è ancora nessun legame tra due che conosciamo: non c’è niente da portare fuori.',
    'ties.exportTooFew':
      'Qui ci sono meno di {least} persone: anche senza nomi si capirebbe chi sono. Scegli un ambito più grande.',
    'ties.exportTooLarge': 'Una matrice con più di {most} nodi non si apre: scegli l’elenco dei legami.',
    'journal.ties.export': 'ha portato fuori una rete, senza nomi di persone',
    title: 'Porta fuori la rete',
    lead: 'Senza nomi di persone e senza terzi. Ogni uscita resta scritta nel registro.',
    gexf: 'GEXF, per Gephi, con le date',
    graphml: 'GraphML, per igraph e networkx',
    edges: 'Elenco dei legami, CSV',
    matrix: 'Matrice, CSV',
    bodies: 'Enti con il loro nome',
  },
  {
    'ties.exportEmpty': 'On this day there is no tie yet between two whom we know: there is nothing to take out.',
    'ties.exportTooFew':
      'There are fewer than {least} people here: even without names one could tell who they are. Choose more.',
    'ties.exportTooLarge': 'A matrix of more than {most} nodes does not open: choose the list of ties.',
    'journal.ties.export': 'took a network out, without names of people',
    title: 'Take the network out',
    lead: 'Without names of people and without third parties. Every taking is written in the journal.',
    gexf: 'GEXF, for Gephi, with dates',
    graphml: 'GraphML, for igraph and networkx',
    edges: 'List of ties, CSV',
    matrix: 'Matrix, CSV',
    bodies: 'Organisations by name',
  },
)
