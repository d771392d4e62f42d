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

/** In the first person: it is the person who speaks. */
export const personCommitments: readonly CommitmentText[] = [
  one(
    'work',
    'any',
    'Io mi impegno a cercare lavoro due mattine a settimana con lo sportello.',
    'Due mattine a settimana',
  ),
  one(
    'work',
    'any',
    'Io mi impegno ad andare ai colloqui che troviamo insieme.',
    'Tutti i colloqui, o avviso il giorno prima',
  ),
  one('work', 'young', 'Io mi impegno a scrivere il mio piano di lavoro.', 'Una pagina', 45),
  one('work', 'young', 'Io mi impegno a fare le ore del tirocinio.', 'Venti ore a settimana'),
  one('work', 'any', 'Io mi impegno a preparare il curriculum.', 'Un curriculum', 30),
  one(
    'housing',
    'any',
    'Io mi impegno a portare i documenti per la domanda della casa.',
    'Tutti i documenti dell’elenco',
    40,
  ),
  one('housing', 'any', 'Io mi impegno a pagare la rata concordata dell’affitto.', 'Entro il {day} di ogni mese'),
  one(
    'housing',
    'family',
    'Io mi impegno a tenere in ordine la stanza dei compiti.',
    'Una volta a settimana con i figli',
  ),
  one('family', 'family', 'Io mi impegno a portare {child} a scuola ogni mattina.', 'Ogni giorno di scuola'),
  one('family', 'family', 'Io mi impegno a venire al gruppo dei genitori.', 'Un incontro ogni due settimane'),
  one('family', 'family', 'Io mi impegno a parlare con la maestra di {child}.', 'Una volta al mese'),
  one('family', 'any', 'Io mi impegno a prendermi tre ore per me ogni settimana.', 'Tre ore a settimana'),
  one('family', 'old', 'Io mi impegno a chiamare mia figlia ogni domenica.', 'Una chiamata a settimana'),
  one('relations', 'any', 'Io mi impegno ad andare al laboratorio del quartiere.', 'Due volte al mese'),
  one(
    'relations',
    'any',
    'Io mi impegno a uscire di casa almeno {times} volte a settimana.',
    '{times} volte a settimana',
  ),
  one('relations', 'old', 'Io mi impegno a venire al pomeriggio delle carte.', 'Ogni {weekday}'),
  one('relations', 'any', 'Io mi impegno a invitare a casa una persona nuova.', 'Una volta', 90),
  one('relations', 'young', 'Io mi impegno a rispondere ai messaggi della tutor.', 'Entro due giorni'),
  one('health', 'any', 'Io mi impegno a prenotare le visite che ho rimandato.', 'Tre visite', 60),
  one('health', 'any', 'Io mi impegno a camminare con il gruppo.', 'Una volta a settimana'),
  one('health', 'any', 'Io mi impegno a scegliere il medico di famiglia.', 'Fatto', 21),
  one('skills', 'any', 'Io mi impegno a venire al corso di italiano.', 'Due sere a settimana'),
  one('skills', 'young', 'Io mi impegno a finire il corso che ho scelto.', 'Otto lezioni su dieci', 150),
  one('skills', 'old', 'Io mi impegno a provare il computer con il volontario.', 'Sei incontri', 90),
  one('skills', 'any', 'Io mi impegno a insegnare a un’altra persona quello che so fare.', 'Tre incontri', 120),
  one('money', 'any', 'Io mi impegno a scrivere le spese sul quaderno.', 'Ogni settimana'),
  one('money', 'any', 'Io mi impegno a portare le bollette allo sportello.', 'Appena arrivano'),
  one('money', 'any', 'Io mi impegno a non fare altri prestiti senza parlarne prima.', 'Per tutto il patto'),
  one('money', 'any', 'Io mi impegno a fare l’ISEE.', 'Fatto', 30),
]

/** `{body}` is the body with its article: 'Il Comune', 'La cooperativa'. */
export const serviceCommitments: readonly CommitmentText[] = [
  one('work', 'any', '{body} si impegna a un colloquio di orientamento ogni due settimane.', 'Due incontri al mese'),
  one('work', 'young', '{body} si impegna a trovare un posto di tirocinio.', 'Un posto', 60),
  one('work', 'any', '{body} si impegna a presentare la persona ad almeno tre imprese.', 'Tre imprese', 90),
  one('work', 'young', '{body} si impegna a leggere il piano d’impresa con un esperto.', 'Tre incontri', 75),
  one('housing', 'any', '{body} si impegna ad accompagnare la domanda per la casa.', 'Domanda presentata', 60),
  one('housing', 'any', '{body} si impegna a parlare con il proprietario.', 'Un incontro', 30),
  one('housing', 'any', '{body} si impegna a pagare la caparra, come anticipo.', 'Fino a {euro} euro', 60),
  one('family', 'family', '{body} si impegna a pagare metà della mensa.', 'Ogni mese di scuola'),
  one('family', 'family', '{body} si impegna a tenere due posti al centro estivo.', 'Due settimane', 200),
  one('family', 'any', '{body} si impegna a mandare un’assistente per qualche ora.', '{times} ore a settimana'),
  one('family', 'family', '{body} si impegna a un incontro al mese con i genitori.', 'Un incontro al mese'),
  one('relations', 'any', '{body} si impegna a far conoscere il gruppo del quartiere.', 'Due uscite insieme', 45),
  one('relations', 'old', '{body} si impegna a una telefonata ogni settimana.', 'Una telefonata a settimana'),
  one('health', 'any', '{body} si impegna ad accompagnare alle visite.', 'Tre viaggi', 90),
  one('health', 'any', '{body} si impegna a tre incontri di ascolto.', 'Tre incontri', 90),
  one('health', 'any', '{body} si impegna a trovare un medico che parli la lingua della famiglia.', 'Fatto', 60),
  one('skills', 'any', '{body} si impegna a pagare il corso.', 'Fino a {euro} euro', 45),
  one('skills', 'any', '{body} si impegna a prestare un computer.', 'Per tutto il patto'),
  one('money', 'any', '{body} si impegna a leggere le bollette insieme.', 'Un incontro al mese'),
  one('money', 'any', '{body} si impegna a un aiuto per le spese della casa.', '{euro} euro in {times} volte', 120),
  one('money', 'any', '{body} si impegna a chiedere le rate per gli arretrati.', 'Accordo scritto', 40),
]

/** `{giver}` is a neighbour, a group, a parish, a firm: with its article. */
export const communityCommitments: readonly CommitmentText[] = [
  one('work', 'any', '{giver} offre due mattine di prova in laboratorio.', 'Due mattine', 60),
  one('work', 'young', '{giver} offre una visita e un colloquio finto.', 'Un pomeriggio', 45),
  one('work', 'any', '{giver} offre un passaggio fino al posto di lavoro.', 'Finché serve'),
  one('housing', 'any', '{giver} offre mobili usati in buono stato.', 'Un tavolo e due letti', 45),
  one('housing', 'any', '{giver} offre una giornata per imbiancare.', 'Una giornata', 60),
  one('family', 'family', '{giver} offre il doposcuola.', '{times} pomeriggi a settimana'),
  one('family', 'family', '{giver} offre di andare a prendere i bambini.', 'Quando c’è bisogno'),
  one('family', 'old', '{giver} offre un pranzo insieme la domenica.', 'Una domenica al mese'),
  one('relations', 'any', '{giver} offre un posto a tavola.', 'Quando vuole'),
  one('relations', 'any', '{giver} offre una persona che fa da guida nel quartiere.', 'Un mese'),
  one('relations', 'old', '{giver} offre compagnia in casa.', 'Un’ora a settimana'),
  one('health', 'any', '{giver} offre due passaggi in auto al mese.', 'Due viaggi al mese'),
  one('health', 'any', '{giver} offre il gruppo di cammino.', 'Ogni {weekday}'),
  one('skills', 'any', '{giver} offre conversazione in italiano.', 'Un’ora a settimana'),
  one('skills', 'any', '{giver} offre di insegnare a usare il telefono.', 'Quattro incontri', 60),
  one('skills', 'young', '{giver} offre un angolo per imparare a riparare.', 'Un sabato sì e uno no'),
  one('money', 'any', '{giver} offre la borsa della spesa.', 'Ogni due settimane'),
  one('money', 'any', '{giver} offre un aiuto con i conti di casa.', 'Un incontro al mese'),
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
