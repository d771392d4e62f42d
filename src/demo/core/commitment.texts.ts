import type { Area, Who } from './need.texts.ts'

/** `days`: when it is typically due, from the start; `null` is "for the whole pact". `times`: how often it is counted. */
export type CommitmentText = {
  readonly area: Area
  readonly who: Who
  readonly text: string
  readonly measure: string
  readonly days: number | null
}

const one = (area: Area, who: Who, text: string, measure: string, days: number | null = null): CommitmentText => ({
  area,
  who,
  text,
  measure,
  days,
})

/** After 'Io mi impegno a': a verb, in the first person, for it is the person who speaks. */
export const personCommitments: readonly CommitmentText[] = [
  one('work', 'any', 'cercare lavoro due mattine a settimana con lo sportello', 'Due mattine a settimana'),
  one('work', 'any', 'andare ai colloqui che troviamo insieme', 'Tutti i colloqui, o avviso il giorno prima'),
  one('work', 'young', 'scrivere il mio piano di lavoro', 'Una pagina', 45),
  one('work', 'young', 'fare le ore del tirocinio', 'Venti ore a settimana'),
  one('work', 'any', 'preparare il curriculum', 'Un curriculum', 30),
  one('housing', 'any', 'portare i documenti per la domanda della casa', 'Tutti i documenti dell’elenco', 40),
  one('housing', 'any', 'pagare la rata concordata dell’affitto', 'Entro il {day} di ogni mese'),
  one('housing', 'family', 'tenere in ordine la stanza dei compiti', 'Una volta a settimana con i figli'),
  one('family', 'family', 'portare {child} a scuola ogni mattina', 'Ogni giorno di scuola'),
  one('family', 'family', 'venire al gruppo dei genitori', 'Un incontro ogni due settimane'),
  one('family', 'family', 'parlare con la maestra di {child}', 'Una volta al mese'),
  one('family', 'any', 'prendermi tre ore per me ogni settimana', 'Tre ore a settimana'),
  one('family', 'old', 'chiamare mia figlia ogni domenica', 'Una chiamata a settimana'),
  one('relations', 'any', 'andare al laboratorio del quartiere', 'Due volte al mese'),
  one('relations', 'any', 'uscire di casa almeno {times} volte a settimana', '{times} volte a settimana'),
  one('relations', 'old', 'venire al pomeriggio delle carte', 'Ogni {weekday}'),
  one('relations', 'any', 'invitare a casa una persona nuova', 'Una volta', 90),
  one('relations', 'young', 'rispondere ai messaggi della tutor', 'Entro due giorni'),
  one('health', 'any', 'prenotare le visite che ho rimandato', 'Tre visite', 60),
  one('health', 'any', 'camminare con il gruppo', 'Una volta a settimana'),
  one('health', 'any', 'scegliere il medico di famiglia', 'Fatto', 21),
  one('skills', 'any', 'venire al corso di italiano', 'Due sere a settimana'),
  one('skills', 'young', 'finire il corso che ho scelto', 'Otto lezioni su dieci', 150),
  one('skills', 'old', 'provare il computer con il volontario', 'Sei incontri', 90),
  one('skills', 'any', 'insegnare a un’altra persona quello che so fare', 'Tre incontri', 120),
  one('money', 'any', 'scrivere le spese sul quaderno', 'Ogni settimana'),
  one('money', 'any', 'portare le bollette allo sportello', 'Appena arrivano'),
  one('money', 'any', 'parlarne prima di fare altri prestiti', 'Per tutto il patto'),
  one('money', 'any', 'fare l’ISEE', 'Fatto', 30),
]

/** After 'Il Comune si impegna a': a verb. */
export const serviceCommitments: readonly CommitmentText[] = [
  one('work', 'any', 'fare un colloquio di orientamento ogni due settimane', 'Due incontri al mese'),
  one('work', 'young', 'trovare un posto di tirocinio', 'Un posto', 60),
  one('work', 'any', 'presentare la persona ad almeno tre imprese', 'Tre imprese', 90),
  one('work', 'young', 'leggere il piano d’impresa con un esperto', 'Tre incontri', 75),
  one('housing', 'any', 'accompagnare la domanda per la casa', 'Domanda presentata', 60),
  one('housing', 'any', 'parlare con il proprietario', 'Un incontro', 30),
  one('housing', 'any', 'pagare la caparra, come anticipo', 'Fino a {euro} euro', 60),
  one('family', 'family', 'pagare metà della mensa', 'Ogni mese di scuola'),
  one('family', 'family', 'tenere due posti al centro estivo', 'Due settimane', 200),
  one('family', 'any', 'mandare un’assistente per qualche ora', '{times} ore a settimana'),
  one('family', 'family', 'fare un incontro al mese con i genitori', 'Un incontro al mese'),
  one('relations', 'any', 'far conoscere il gruppo del quartiere', 'Due uscite insieme', 45),
  one('relations', 'old', 'fare una telefonata ogni settimana', 'Una telefonata a settimana'),
  one('health', 'any', 'accompagnare alle visite', 'Tre viaggi', 90),
  one('health', 'any', 'fare tre incontri di ascolto', 'Tre incontri', 90),
  one('health', 'any', 'trovare un medico che parli la lingua della famiglia', 'Fatto', 60),
  one('skills', 'any', 'pagare il corso', 'Fino a {euro} euro', 45),
  one('skills', 'any', 'prestare un computer', 'Per tutto il patto'),
  one('money', 'any', 'leggere le bollette insieme', 'Un incontro al mese'),
  one('money', 'any', 'dare un aiuto per le spese della casa', '{euro} euro in {times} volte', 120),
  one('money', 'any', 'chiedere le rate per gli arretrati', 'Accordo scritto', 40),
]

/** After 'La vicina offre': what is given. */
export const communityCommitments: readonly CommitmentText[] = [
  one('work', 'any', 'due mattine di prova in laboratorio', 'Due mattine', 60),
  one('work', 'young', 'una visita e un colloquio finto', 'Un pomeriggio', 45),
  one('work', 'any', 'un passaggio fino al posto di lavoro', 'Finché serve'),
  one('housing', 'any', 'mobili usati in buono stato', 'Un tavolo e due letti', 45),
  one('housing', 'any', 'una giornata per imbiancare', 'Una giornata', 60),
  one('family', 'family', 'il doposcuola', '{times} pomeriggi a settimana'),
  one('family', 'family', 'di andare a prendere i bambini', 'Quando c’è bisogno'),
  one('family', 'old', 'un pranzo insieme la domenica', 'Una domenica al mese'),
  one('relations', 'any', 'un posto a tavola', 'Quando vuole'),
  one('relations', 'any', 'una persona che fa da guida nel quartiere', 'Un mese'),
  one('relations', 'old', 'compagnia in casa', 'Un’ora a settimana'),
  one('health', 'any', 'due passaggi in auto al mese', 'Due viaggi al mese'),
  one('health', 'any', 'il gruppo di cammino', 'Ogni {weekday}'),
  one('skills', 'any', 'conversazione in italiano', 'Un’ora a settimana'),
  one('skills', 'any', 'di insegnare a usare il telefono', 'Quattro incontri', 60),
  one('skills', 'young', 'un angolo per imparare a riparare', 'Un sabato sì e uno no'),
  one('money', 'any', 'la borsa della spesa', 'Ogni due settimane'),
  one('money', 'any', 'un aiuto con i conti di casa', 'Un incontro al mese'),
]

export const neighbours: readonly string[] = [
  'la vicina del piano di sopra',
  'una mamma della classe',
  'un pensionato del quartiere',
  'la famiglia di fronte',
  'un gruppo di ragazzi dell’oratorio',
  'il gruppo delle sarte',
  'un ex collega',
  'la signora della cartoleria',
  'una coppia della via',
  'il gruppo di lettura',
]
export const weekdays: readonly string[] = ['lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato']
