import { wordsOf } from '../../platform/core/words.ts'

export const appWords = wordsOf(
  {
    'app.name': 'Fare Legami',
    'app.skip': 'Vai al contenuto',
    'app.nav': 'Principale',
    'app.search': 'Cerca una persona o un patto',
    'app.find': 'Cerca',
    'app.menu': 'Il tuo menu',
    'app.noPage': 'Questa pagina non c’è.',
    'app.noPageHint': 'Forse il collegamento è vecchio. Torna a Oggi: il tuo lavoro è lì.',
    'app.toDesk': 'Vai a Oggi',
    'app.broken': 'Questa pagina si è rotta.',
    'app.brokenHint': 'Quello che avevi salvato c’è ancora. Ricarica; se succede di nuovo, dillo a chi amministra.',
    'app.reload': 'Ricarica',
  },
  {
    'app.name': 'Fare Legami',
    'app.skip': 'Go to the content',
    'app.nav': 'Main',
    'app.search': 'Find a person or a pact',
    'app.find': 'Find',
    'app.menu': 'Your menu',
    'app.noPage': 'There is no such page.',
    'app.noPageHint': 'The link may be old. Go back to Today: your work is there.',
    'app.toDesk': 'Go to Today',
    'app.broken': 'This page broke.',
    'app.brokenHint': 'What you had saved is still there. Reload; if it happens again, tell your administrator.',
    'app.reload': 'Reload',
  },
)
