import { wordsOf } from '../../platform/core/words.ts'

/** The ways from a person's sheet to the file in which they are followed. */
export const fileWords = wordsOf(
  {
    'file.start': 'Comincia a seguire',
    'file.open': 'Apri il fascicolo',
    'file.before': 'Fascicoli di prima',
    'file.pacts': 'I suoi patti',
    'file.glass': 'Apri in urgenza',
  },
  {
    'file.start': 'Begin to follow',
    'file.open': 'Open the file',
    'file.before': 'Earlier files',
    'file.pacts': 'Their pacts',
    'file.glass': 'Open in an emergency',
  },
)
