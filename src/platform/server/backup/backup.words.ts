import { type Params, say, wordsOf } from '../../core/words.ts'

const words = wordsOf(
  {
    targetExists: 'Il file {file} c’è già: scegli un altro nome.',
    damaged: 'La copia è rovinata o incompleta ({where}): non è stato ripristinato nulla.',
    noFile: 'Il file {file} non c’è.',
    notBackup: '{file} non è una copia di Fare Legami.',
    otherMigrations:
      'La copia è di un’altra versione del programma (alla copia: {theirs}; qui: {ours}). Ripristina con la versione {product}, poi aggiorna.',
    otherKey:
      'La copia è cifrata con la chiave {theirs}, ma qui FIELD_KEY è la {ours}: dai la chiave di allora (in FIELD_KEY, o come file field.key in DATA_DIR), altrimenti i dati riservati non si leggono.',
    holdsData:
      'Il database di arrivo contiene già dei dati (tabella {table}): si ripristina solo in un database nuovo.',
    holdsFiles: 'La cartella {folder} contiene già dei file: si ripristina solo in una cartella vuota.',
    noSchema: 'Il database di arrivo non è preparato: prima vanno applicate le migrazioni.',
  },
  {
    targetExists: 'The file {file} is already there: choose another name.',
    damaged: 'The backup is damaged or incomplete ({where}): nothing was restored.',
    noFile: 'The file {file} is not there.',
    notBackup: '{file} is not a backup of Fare Legami.',
    otherMigrations:
      'The backup is of another version of the product (in the backup: {theirs}; here: {ours}). Restore it with version {product}, then upgrade.',
    otherKey:
      'The backup is sealed with the key {theirs}, but FIELD_KEY here is {ours}: give the key of that time (in FIELD_KEY, or as the file field.key in DATA_DIR), or the reserved data cannot be read.',
    holdsData: 'The target database already holds data (table {table}): a backup is restored into a new database only.',
    holdsFiles: 'The folder {folder} already holds files: a backup is restored into an empty folder only.',
    noSchema: 'The target database is not prepared: its migrations must be applied first.',
  },
)

/** An expected failure of a command line, told in both languages, Italian first. */
export const trouble = (key: keyof (typeof words)['it'], params: Params = {}): Error =>
  new Error(`${say(words, 'it', key, params)}\n${say(words, 'en', key, params)}`)
