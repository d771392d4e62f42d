import { wordsOf } from '../../platform/core/words.ts'

/** What the printed pact adds to the words of its pages. */
export const paperWords = wordsOf(
  {
    'pacts.paper.tutor': 'Tutor del patto',
    'pacts.paper.file': 'patto',
    'pacts.paper.plainFile': 'patto in breve',
    'pacts.paper.slipFile': 'codice per firmare',
    'pacts.paper.by': 'Entro il {day}',
  },
  {
    'pacts.paper.tutor': 'Tutor of the pact',
    'pacts.paper.file': 'pact',
    'pacts.paper.plainFile': 'pact in short',
    'pacts.paper.slipFile': 'signing code',
    'pacts.paper.by': 'By {day}',
  },
)
