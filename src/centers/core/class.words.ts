import { wordsOf } from '../../platform/core/words.ts'

/** What is said of it in refusals and in the journal. */
export const classWords = wordsOf(
  {
    'centers.erased': 'Le risposte di questa classe sono state cancellate: si può solo leggere che è stata fatta.',
    'centers.firstWaveFirst': 'La seconda volta viene dopo la prima: prima servono le risposte della prima.',
    'centers.questionStays': 'Qualcuno ha già risposto: la domanda e il numero di scelte restano quelli.',
    'centers.notOpen': 'Questa volta è già chiusa.',
    'centers.notAnswered': 'Questo numero non ha ancora risposto.',
    'centers.photoNoPicture': 'Serve una figura: PNG, JPEG o WebP.',
    'journal.centers.makeClass': 'ha preparato una classe',
    'journal.centers.class': 'ha aperto una classe',
    'journal.centers.askClass': 'ha aperto la domanda a una classe',
    'journal.centers.closeWave': 'ha chiuso la domanda a una classe',
    'journal.centers.askPupilAgain': 'ha fatto rispondere di nuovo un numero della classe',
    'journal.centers.addClassPhoto': 'ha aggiunto la figura dell’elenco di classe',
    'journal.centers.classPhoto': 'ha guardato la figura dell’elenco di classe',
    'journal.centers.eraseClass': 'ha cancellato le risposte di una classe',
    'journal.centers.answerClass': 'ha risposto con il codice di classe',
  },
  {
    'centers.erased': 'The answers of this class have been erased: one can only read that it was asked.',
    'centers.firstWaveFirst': 'The second time comes after the first: the answers of the first are needed.',
    'centers.questionStays': 'Somebody has answered already: the question and the number of choices stay.',
    'centers.notOpen': 'This time is closed already.',
    'centers.notAnswered': 'This number has not answered yet.',
    'centers.photoNoPicture': 'A picture is needed: PNG, JPEG or WebP.',
    'journal.centers.makeClass': 'prepared a class',
    'journal.centers.class': 'opened a class',
    'journal.centers.askClass': 'opened the question to a class',
    'journal.centers.closeWave': 'closed the question to a class',
    'journal.centers.askPupilAgain': 'let a number of the class answer again',
    'journal.centers.addClassPhoto': 'added the picture of the class list',
    'journal.centers.classPhoto': 'looked at the picture of the class list',
    'journal.centers.eraseClass': 'erased the answers of a class',
    'journal.centers.answerClass': 'answered with the class code',
  },
)
