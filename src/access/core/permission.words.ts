import type { Permission } from '../../platform/core/permission.ts'
import { type Language, type Phrase, wordsOf } from '../../platform/core/words.ts'

type Texts = { readonly [K in Permission as `permission.${K}`]: Phrase }

const it: Texts = {
  'permission.accounts.manage': 'Gestire account e ruoli',
  'permission.settings.manage': 'Cambiare le impostazioni del programma',
  'permission.organisations.manage': 'Aggiungere e cambiare enti',
  'permission.organisations.read': 'Vedere gli enti della rete',
  'permission.outbox.read': 'Leggere la posta in uscita',
  'permission.persons.register': 'Registrare persone',
  'permission.referrals.triage': 'Leggere e smistare le segnalazioni',
  'permission.referrals.sendOwn': 'Mandare segnalazioni e seguirle',
  'permission.antennas.manage': 'Gestire le antenne',
  'permission.cases.open': 'Aprire percorsi',
  'permission.cases.work': 'Lavorare nei percorsi della propria équipe',
  'permission.cases.all': 'Vedere tutti i percorsi dell’ambito',
  'permission.cases.breakGlass': 'Aprire un percorso in emergenza, con un motivo scritto',
  'permission.notes.supervise': 'Leggere le note riservate come supervisione',
  'permission.pacts.write': 'Scrivere patti',
  'permission.pacts.review': 'Valutare i patti in commissione',
  'permission.shifts.host': 'Segnare i turni nel proprio ente',
  'permission.ties.record': 'Registrare legami',
  'permission.networks.read': 'Vedere le reti di legami e le loro misure',
  'permission.networks.export': 'Portare fuori le reti, senza nomi',
  'permission.surveys.manage': 'Condurre il questionario tra gli enti',
  'permission.classes.teach': 'Chiedere a una classe con chi sta bene',
  'permission.results.read': 'Vedere i risultati',
  'permission.journal.read': 'Leggere il registro degli accessi',
  'permission.imports.run': 'Importare elenchi',
}
const en: Texts = {
  'permission.accounts.manage': 'Manage accounts and roles',
  'permission.settings.manage': 'Change the settings of the programme',
  'permission.organisations.manage': 'Add and change organisations',
  'permission.organisations.read': 'See the organisations of the network',
  'permission.outbox.read': 'Read the outgoing mail',
  'permission.persons.register': 'Register people',
  'permission.referrals.triage': 'Read and assign referrals',
  'permission.referrals.sendOwn': 'Send referrals and follow them',
  'permission.antennas.manage': 'Manage antennas',
  'permission.cases.open': 'Open cases',
  'permission.cases.work': 'Work on the cases of one’s own team',
  'permission.cases.all': 'See all cases of the district',
  'permission.cases.breakGlass': 'Open a case in an emergency, with a written reason',
  'permission.notes.supervise': 'Read sealed notes as a supervisor',
  'permission.pacts.write': 'Write pacts',
  'permission.pacts.review': 'Review pacts in the panel',
  'permission.shifts.host': 'Record shifts in one’s own organisation',
  'permission.ties.record': 'Record ties',
  'permission.networks.read': 'See the networks of ties and their measures',
  'permission.networks.export': 'Take networks out, without names',
  'permission.surveys.manage': 'Run the survey among organisations',
  'permission.classes.teach': 'Ask a class whom each is at ease with',
  'permission.results.read': 'See the results',
  'permission.journal.read': 'Read the access journal',
  'permission.imports.run': 'Import lists',
}

/** What each permission lets somebody do, in few words. */
export const permissionWords: Readonly<Record<Language, Texts>> = wordsOf(it, en)
