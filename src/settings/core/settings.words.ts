import { wordsOf } from '../../platform/core/words.ts'

export const settingsWords = wordsOf(
  {
    'settings.endsBeforeStart':
      'Il programma finisce prima di cominciare: correggi una delle due date. Il resto è rimasto come l’hai scritto.',
    'settings.noSuchDistrict': 'Questo ambito non c’è: scegline uno dell’elenco, oppure aggiungilo prima.',
    'settings.sameCodeTwice':
      'Nel file il codice «{code}» c’è due volte: nulla è stato cambiato. Correggi il file e riprova.',
    'journal.settings.changeProgramme': 'ha cambiato le impostazioni del programma',
    'journal.settings.saveDistrict': 'ha cambiato un ambito',
    'journal.settings.saveCatalogueItem': 'ha cambiato una voce del catalogo',
    'journal.settings.saveTarget': 'ha cambiato un risultato atteso',
    'journal.settings.moveMunicipality': 'ha spostato un comune da un ambito a un altro',
    'journal.settings.import': 'ha caricato una configurazione',
    'settings.legameBefore':
      'La versione di prima vale dal {day}: la nuova non può valere da un giorno precedente, perché le misure già dette non cambino.',
    'settings.legameTwice': 'Lo stesso tipo non può stringere e dare accesso insieme: scegli una delle due.',
    'journal.settings.writeLegame': 'ha scritto che cosa conta come legame',
  },
  {
    'settings.endsBeforeStart':
      'The programme ends before it starts: mend one of the two dates. The rest is as you wrote it.',
    'settings.noSuchDistrict': 'There is no such district: choose one of the list, or add it first.',
    'settings.sameCodeTwice': 'The file has the code “{code}” twice: nothing was changed. Mend the file and try again.',
    'journal.settings.changeProgramme': 'changed the settings of the programme',
    'journal.settings.saveDistrict': 'changed a district',
    'journal.settings.saveCatalogueItem': 'changed an entry of the catalogue',
    'journal.settings.saveTarget': 'changed an expected result',
    'journal.settings.moveMunicipality': 'moved a municipality to another district',
    'journal.settings.import': 'took a configuration in',
    'settings.legameBefore':
      'The version before holds from {day}: the new one cannot hold from an earlier day, so that figures already told stay as they are.',
    'settings.legameTwice': 'The same kind cannot bond and give access at once: choose one of the two.',
    'journal.settings.writeLegame': 'wrote what counts as a legame',
  },
)
