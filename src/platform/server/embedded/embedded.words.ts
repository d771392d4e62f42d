import { type Params, say, wordsOf } from '../../core/words.ts'

const words = wordsOf(
  {
    noPackage:
      'La banca dati incorporata non c’è per questo sistema ({system}). Dai un PostgreSQL 15 o più recente con DATABASE_URL e MIGRATE_DATABASE_URL.',
    cannotRun:
      'Il programma della banca dati non parte: {program}. Serve un sistema con glibc (non Alpine). In alternativa usa DATABASE_URL e MIGRATE_DATABASE_URL. Dettaglio: {detail}',
    noUser:
      'PostgreSQL non parte come root, e qui non si trova né si può creare un utente senza privilegi. Avvia il programma come utente comune, oppure usa DATABASE_URL. Dettaglio: {detail}',
    noEntry:
      'L’utente «{user}», con cui gira la banca dati, non può entrare in {folder}. Scegli un’altra cartella con DATA_DIR, per esempio /var/lib/fare-legami.',
    notOurs:
      'La cartella {folder} non può contenere i dati: scegli con DATA_DIR una cartella solo per questo programma.',
    notReadable:
      'La cartella {folder} è di un altro utente: avvia il programma con quell’utente, o scegli un’altra DATA_DIR.',
    initFailed: 'La banca dati nuova non si può creare: {detail}',
    wrongMajor:
      'I dati in {folder} sono di PostgreSQL {found}, questo programma porta il {ours}. Fai una copia con la versione di prima e ripristinala in una cartella nuova.',
    startFailed: 'La banca dati non parte. Leggi {log}. Ultime righe:\n{detail}',
    wrongSecret: 'La banca dati in {folder} non accetta la parola d’ordine in {file}: rimetti il file che c’era.',
    initialising: 'Preparo la banca dati in {folder}',
    copying: 'Copio i programmi della banca dati in {folder}',
    restarted: 'La banca dati si era fermata: la riavvio',
  },
  {
    noPackage:
      'There is no embedded database for this system ({system}). Give a PostgreSQL 15 or later with DATABASE_URL and MIGRATE_DATABASE_URL.',
    cannotRun:
      'The database program does not run: {program}. It needs a system with glibc (not Alpine). Otherwise use DATABASE_URL and MIGRATE_DATABASE_URL. Detail: {detail}',
    noUser:
      'PostgreSQL does not run as root, and no unprivileged user was found or could be made here. Start the program as an ordinary user, or use DATABASE_URL. Detail: {detail}',
    noEntry:
      'The user “{user}”, who runs the database, may not enter {folder}. Choose another folder with DATA_DIR, for instance /var/lib/fare-legami.',
    notOurs: 'The folder {folder} cannot hold the data: choose with DATA_DIR a folder for this program alone.',
    notReadable:
      'The folder {folder} belongs to another user: start the program as that user, or choose another DATA_DIR.',
    initFailed: 'The new database could not be made: {detail}',
    wrongMajor:
      'The data in {folder} are of PostgreSQL {found}, this program carries {ours}. Take a backup with the earlier version and restore it into a new folder.',
    startFailed: 'The database does not start. Read {log}. Last lines:\n{detail}',
    wrongSecret: 'The database in {folder} does not accept the password in {file}: put back the file that was there.',
    initialising: 'Preparing the database in {folder}',
    copying: 'Copying the database programs to {folder}',
    restarted: 'The database had stopped: starting it again',
  },
)
type Key = keyof (typeof words)['it']

/** Whoever starts the product has chosen no language yet: both, Italian first. */
export const both = (key: Key, params: Params = {}): string =>
  `${say(words, 'it', key, params)}\n${say(words, 'en', key, params)}`

export const trouble = (key: Key, params: Params = {}): Error => new Error(both(key, params))
