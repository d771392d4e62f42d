import { wordsOf } from '../../platform/core/words.ts'

/** What the printed pact adds to the words of its pages. */
export const paperWords = wordsOf(
  {
    'pacts.paper.tutor': 'Tutor del patto',
    'pacts.paper.privacy':
      'Il titolare dei dati è {controller}. Vedono il patto solo le persone che lo seguono. Ogni apertura resta scritta, e puoi vedere chi ha aperto il tuo patto. Puoi chiedere di correggere i tuoi dati. L’informativa completa ({notice}) ti è stata data e la trovi sulla tua pagina.',
    'pacts.paper.file': 'patto',
    'pacts.paper.plainFile': 'patto in breve',
    'pacts.paper.slipFile': 'codice per firmare',
    'pacts.paper.by': 'Entro il {day}',
  },
  {
    'pacts.paper.tutor': 'Tutor of the pact',
    'pacts.paper.privacy':
      'The data controller is {controller}. Only the people who follow the pact see it. Every opening is written down, and you can see who opened your pact. You can ask to have your data put right. The full notice ({notice}) was given to you and is on your page.',
    'pacts.paper.file': 'pact',
    'pacts.paper.plainFile': 'pact in short',
    'pacts.paper.slipFile': 'signing code',
    'pacts.paper.by': 'By {day}',
  },
)
