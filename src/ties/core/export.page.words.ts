import { wordsOf } from '../../platform/core/words.ts'

/** What the pages say. */
export const exportPageWords = wordsOf(
  {
    title: 'Porta fuori la rete',
    lead: 'Senza nomi di persone e senza terzi. Ogni uscita resta scritta nel registro.',
    gexf: 'GEXF, per Gephi, con le date',
    graphml: 'GraphML, per igraph e networkx',
    edges: 'Elenco dei legami, CSV',
    matrix: 'Matrice, CSV',
    bodies: 'Enti con il loro nome',
  },
  {
    title: 'Take the network out',
    lead: 'Without names of people and without third parties. Every taking is written in the journal.',
    gexf: 'GEXF, for Gephi, with dates',
    graphml: 'GraphML, for igraph and networkx',
    edges: 'List of ties, CSV',
    matrix: 'Matrix, CSV',
    bodies: 'Organisations by name',
  },
)
