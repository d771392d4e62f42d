import { wordsOf } from '../../platform/core/words.ts'

export const networkWords = wordsOf(
  {
    'ties.figuresOnly': 'Di questa rete puoi leggere le misure, non chi c’è dentro.',
    'journal.ties.network': 'ha guardato il disegno dei legami',
  },
  {
    'ties.figuresOnly': 'You can read the figures of this network, not who is in it.',
    'journal.ties.network': 'looked at the drawing of the ties',
  },
)
