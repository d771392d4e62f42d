import { wordsOf } from './words.ts'

/** Why a file was not kept. */
export const filesWords = wordsOf(
  {
    'platform.fileEmpty': 'Il file è vuoto. Controlla che sia quello giusto e riprova.',
    'platform.fileTooLarge': 'Il file è troppo grande: il massimo è {megabytes} MB. Prova a farlo più piccolo.',
    'platform.fileKind':
      'Questo tipo di file non si può caricare. Vanno bene: PDF, PNG, JPEG, WebP, DOCX, XLSX, ODT, TXT.',
    'platform.fileMismatch':
      'Il nome del file dice una cosa e il contenuto un’altra. Salvalo di nuovo con il tipo giusto.',
    'platform.fileUnsafe':
      'Questo file contiene parti che possono fare danni (per esempio macro). Salvalo senza e riprova.',
    'platform.fileInfected': 'Nel file è stato trovato un virus. Non è stato conservato.',
    'platform.fileNotScanned':
      'Ora non possiamo controllare il file. Non è stato conservato: riprova tra qualche minuto.',
  },
  {
    'platform.fileEmpty': 'The file is empty. Check that it is the right one and try again.',
    'platform.fileTooLarge': 'The file is too large: at most {megabytes} MB. Try to make it smaller.',
    'platform.fileKind':
      'This kind of file cannot be uploaded. These are fine: PDF, PNG, JPEG, WebP, DOCX, XLSX, ODT, TXT.',
    'platform.fileMismatch':
      'The name of the file says one thing and its content another. Save it again in the right kind.',
    'platform.fileUnsafe':
      'This file has parts that can do harm (macros, for example). Save it without them and try again.',
    'platform.fileInfected': 'A virus was found in the file. It was not kept.',
    'platform.fileNotScanned': 'The file cannot be checked right now. It was not kept: try again in a few minutes.',
  },
)
