import { wordsOf } from '../../platform/core/words.ts'

/** What is said of it in refusals and in the journal. */
export const surveyWords = wordsOf(
  {
    'ties.surveyYear': 'Il questionario di quest’anno c’è già: aprilo dall’elenco.',
    'ties.surveyPast': 'Il questionario deve chiudersi oggi o dopo.',
    'ties.surveyClosed': 'Questo questionario è chiuso.',
    'ties.surveyNobody': 'In questo ambito ci sono meno di tre enti attivi: aggiungili prima.',
    'journal.ties.askBodies': 'ha aperto il questionario tra gli enti',
    'journal.ties.surveyLink': 'ha preparato un nuovo link del questionario',
    'journal.ties.closeSurvey': 'ha chiuso il questionario tra gli enti',
    'journal.ties.saySurvey': 'ha risposto al questionario tra gli enti',
    'journal.ties.finishSurvey': 'ha finito il questionario tra gli enti',
  },
  {
    'ties.surveyYear': 'The survey of this year is there already: open it from the list.',
    'ties.surveyPast': 'The survey must close today or later.',
    'ties.surveyClosed': 'This survey is closed.',
    'ties.surveyNobody': 'There are fewer than three active organisations in this district: add them first.',
    'journal.ties.askBodies': 'opened the survey among organisations',
    'journal.ties.surveyLink': 'prepared a new link of the survey',
    'journal.ties.closeSurvey': 'closed the survey among organisations',
    'journal.ties.saySurvey': 'answered the survey among organisations',
    'journal.ties.finishSurvey': 'finished the survey among organisations',
  },
)
