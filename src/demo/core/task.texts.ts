/** Small things that an equipe writes down so as not to forget them; no names in them. */
export const taskTitles: readonly string[] = [
  'Preparare la verifica con la persona',
  'Chiamare il Comune per l’impegno in ritardo',
  'Sentire l’ente ospitante sull’orario',
  'Controllare la data della copertura assicurativa',
  'Portare il patto in parole semplici',
  'Chiedere alla scuola quando riceve',
  'Telefonare per sapere com’è andata',
  'Stampare la nuova tessera',
  'Mandare i giorni liberi alla mediatrice',
  'Scrivere insieme il curriculum',
  'Fissare la riunione di équipe',
  'Raccogliere la firma che manca',
]
