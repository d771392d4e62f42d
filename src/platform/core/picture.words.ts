import { wordsOf } from './words.ts'

/** Saving a drawing as a file. */
export const pictureWords = wordsOf(
  {
    'picture.save': 'Salva la figura',
    'picture.svg': 'Salva in SVG',
    'picture.png': 'Salva in PNG',
    'picture.saved': 'Figura salvata.',
  },
  {
    'picture.save': 'Save the picture',
    'picture.svg': 'Save as SVG',
    'picture.png': 'Save as PNG',
    'picture.saved': 'Picture saved.',
  },
)
