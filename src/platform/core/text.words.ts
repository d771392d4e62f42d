import { wordsOf } from './words.ts'

export const textWords = wordsOf(
  {
    'platform.text.unprintable': 'Nel testo c’è un segno che non si può scrivere: cancellalo e riprova.',
    'platform.text.oneLine': 'Scrivi su una riga sola.',
    'platform.text.empty': 'Qui serve qualche parola.',
    'platform.text.tooShort': 'Scrivi qualche parola in più.',
  },
  {
    'platform.text.unprintable': 'The text holds a sign that cannot be written: delete it and try again.',
    'platform.text.oneLine': 'Write on one line only.',
    'platform.text.empty': 'A few words are needed here.',
    'platform.text.tooShort': 'Write a few words more.',
  },
)
