import { wordsOf } from '../../platform/core/words.ts'

/** What the page of a district's tasks says. */
export const oversightWords = wordsOf(
  {
    'oversee.link': 'Compiti dell’ambito, per operatore',
    'oversee.sentence': {
      one: 'Qui c’è <b>una cosa</b> da fare.',
      other: 'Qui ci sono <b>{count} cose</b> da fare.',
      many: 'Qui ci sono <b>{count} cose</b> da fare.',
    },
    'oversee.filter': 'Scegli i compiti',
    'oversee.go': 'Mostra',
    'oversee.who': 'Chi se ne occupa',
    'oversee.everybody': 'Chiunque',
    'oversee.nobody': 'Tutta l’equipe, nessuno in particolare',
    'oversee.worker': '{name}: {open}, in ritardo {overdue}',
    'oversee.when': 'Scadenza',
    'oversee.always': 'Tutte',
    'oversee.late': 'In ritardo',
    'oversee.by': 'Entro il {day}, {who}',
    'oversee.was': 'Era per il {day}, {who}',
    'oversee.none': 'Niente da fare, così.',
    'oversee.noneHint': 'Prova con un’altra persona o con tutte le scadenze.',
  },
  {
    'oversee.link': 'Tasks of the district, by worker',
    'oversee.sentence': {
      one: 'Here is <b>one thing</b> to do.',
      other: 'Here are <b>{count} things</b> to do.',
    },
    'oversee.filter': 'Choose tasks',
    'oversee.go': 'Show',
    'oversee.who': 'Who takes care of it',
    'oversee.everybody': 'Anybody',
    'oversee.nobody': 'The whole equipe, nobody in particular',
    'oversee.worker': '{name}: {open}, late {overdue}',
    'oversee.when': 'Due',
    'oversee.always': 'At any time',
    'oversee.late': 'Late',
    'oversee.by': 'By {day}, {who}',
    'oversee.was': 'Was due on {day}, {who}',
    'oversee.none': 'Nothing to do here.',
    'oversee.noneHint': 'Try another worker, or any due day.',
  },
)
