import { wordsOf } from './words.ts'

/** Saving a drawing as a file. */
export const pictureWords = wordsOf(
  {
    'picture.svg': 'Salva in SVG',
    'picture.png': 'Salva in PNG',
    'picture.saved': 'Figura salvata.',
  },
  {
    'picture.svg': 'Save as SVG',
    'picture.png': 'Save as PNG',
    'picture.saved': 'Picture saved.',
  },
)
