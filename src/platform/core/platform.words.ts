import { wordsOf } from './words.ts'

export const platformWords = wordsOf(
  {
    'platform.notFound': 'Non trovato. Forse non esiste, o non è tra le cose che puoi aprire.',
    'platform.malformed':
      'Qualcosa nel modulo è da correggere: guarda i campi indicati. Quello che hai scritto è ancora qui.',
    'platform.unreadable':
      'Quello che è arrivato non si legge: il testo è rovinato, o è scritto in un modo che qui non si usa. Nulla è stato cambiato.',
    'platform.fromOutside': 'La richiesta arriva da un altro sito e non è stata eseguita. Riprova da questa pagina.',
    'platform.keyUsed':
      'Questa richiesta è già stata usata per un’altra cosa. Ricarica la pagina: nulla è andato perso.',
    'platform.tooMany':
      'Troppe richieste in poco tempo. Aspetta un minuto e riprova: quello che hai scritto è ancora qui.',
    'platform.tooLarge': 'Il contenuto è troppo grande. Prova con un file più piccolo.',
    'platform.wrongMethod': 'Questo indirizzo c’è, ma non per quello che hai chiesto. Torna indietro e riprova.',
    'platform.broken':
      'Qualcosa si è rotto da parte nostra. Nulla è stato cambiato. Riprova; se succede ancora, dicci questo codice: {request}.',
    'platform.away':
      'Il servizio si sta riavviando. Aspetta qualche secondo e riprova: quello che hai scritto è ancora qui.',
    'platform.crossed':
      'Qualcun altro salvava le stesse cose nello stesso momento. Nulla è stato cambiato, e quello che hai scritto è ancora qui: riprova.',
    'platform.changedMeanwhile':
      'Nel frattempo qualcun altro ha cambiato questa pagina. Ricarica per vedere le due versioni: nulla è andato perso.',
    'platform.problemTitle': 'Qualcosa non va',
    'platform.backHome': 'Torna alla pagina iniziale',
    'journal.platform.sendMail': 'ha spedito una mail',
  },
  {
    'platform.notFound': 'Not found. It may not exist, or it is not among the things you may open.',
    'platform.malformed':
      'Something in the form needs mending: see the fields pointed out. What you wrote is still here.',
    'platform.unreadable':
      'What arrived cannot be read: the text is damaged, or written in a way that is not used here. Nothing was changed.',
    'platform.fromOutside': 'The request came from another site and was not carried out. Try again from this page.',
    'platform.keyUsed': 'This request was already used for something else. Reload the page: nothing is lost.',
    'platform.tooMany': 'Too many requests in a short time. Wait a minute and try again: what you wrote is still here.',
    'platform.tooLarge': 'This is too large. Try a smaller file.',
    'platform.wrongMethod': 'This address is there, but not for what you asked. Go back and try again.',
    'platform.broken':
      'Something broke on our side. Nothing was changed. Try again; if it happens again, tell us this code: {request}.',
    'platform.away': 'The service is restarting. Wait a few seconds and try again: what you wrote is still here.',
    'platform.crossed':
      'Somebody else was saving the same things at the same moment. Nothing was changed, and what you wrote is still here: try again.',
    'platform.changedMeanwhile':
      'Somebody else changed this page meanwhile. Reload to see both versions: nothing is lost.',
    'platform.problemTitle': 'Something is wrong',
    'platform.backHome': 'Back to the home page',
    'journal.platform.sendMail': 'sent a mail',
  },
)
