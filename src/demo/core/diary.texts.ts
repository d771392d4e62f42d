/** Notes that the person reads too, in words said to them. */
export const sharedNotes: readonly string[] = [
  'Oggi abbiamo riletto insieme gli obiettivi. Il secondo è quasi raggiunto.',
  'Abbiamo spostato l’incontro: va meglio il {weekday} mattina.',
  'Hai raccontato la prima sera al gruppo: ci torni la settimana prossima.',
  'Abbiamo scritto il curriculum. Lo porti allo sportello entro venerdì.',
  'Il Comune è in ritardo su un impegno: ce ne scusiamo e lo chiediamo di nuovo.',
  'Hai detto che {n} volte a settimana sono troppe. Proviamo con una in meno.',
  'Abbiamo chiamato insieme la scuola. La maestra ti aspetta {weekday}.',
  'Hai portato le bollette: due si pagano a rate.',
  'Sei content{o} di come va con i vicini. Abbiamo parlato di un posto più vicino.',
  'Hai chiesto di cambiare una parola nel patto. La cambiamo alla prossima verifica.',
  'Il colloquio è andato bene. Ti fanno sapere entro {n} giorni.',
  'Abbiamo festeggiato: un impegno mantenuto per {n} settimane di fila.',
]

/** Notes for the equipe. */
export const professionalNotes: readonly string[] = [
  'Telefonata con la scuola: presenze regolari nelle ultime {n} settimane.',
  'Équipe: si conferma la strada, si rivede il carico degli impegni.',
  'Visita a casa. Ambiente più ordinato, clima disteso.',
  'Non si è presentat{o}. Richiamat{o} nel pomeriggio: aveva sbagliato giorno.',
  'Contatto con lo sportello lavoro: due offerte adatte, una senza auto.',
  'Sentito l’ospite: presenza buona, chiede un orario più corto.',
  'Da chiarire chi paga il trasporto. Ne parlo con il Comune.',
  'Verificata la copertura assicurativa con il Centro volontari.',
  'Il servizio è in ritardo di {n} giorni sull’impegno: sollecitato.',
  'La persona chiede più tempo prima di fare altri passi. D’accordo.',
  'Passaggio con il consultorio: prossimo incontro fissato.',
  'Mediatrice presente. Molte cose si sono chiarite.',
]

/** Kept to author and supervisor; the demo's are deliberately empty of facts. */
export const sealedNotes: readonly string[] = [
  'Dubbio mio da portare in supervisione: sto facendo troppo al posto suo?',
  'Colloquio delicato. Ne parlo con chi mi supervisiona prima di scrivere altro.',
  'Devo stare attenta alla distanza: rivedere con il supervisore.',
  'Prossima supervisione: come dire che un impegno del servizio non arriverà.',
]

export const reviewVoices = {
  personGood: [
    'Sono content{o}. Adesso c’è qualcuno che mi saluta per strada.',
    'È stata dura all’inizio, poi ho visto che ce la faccio.',
    'La cosa più bella è che mi hanno chiesto aiuto loro.',
    'Ho imparato a dire quando non posso.',
    'I miei figli vedono che ci provo.',
    'Mi piace avere un giorno in cui so dove andare.',
  ],
  personMixed: [
    'Due cose vanno bene, una no: l’orario è troppo presto.',
    'Vorrei andare più piano.',
    'Aspetto ancora quello che il Comune aveva promesso.',
    'Il gruppo mi piace, il corso è difficile.',
    'Mi sento ancora sol{o} la domenica.',
  ],
  workerGood: [
    'Ha mantenuto gli impegni e ne ha proposto uno nuovo.',
    'La rete attorno è più larga di tre mesi fa.',
    'Da qui in avanti serve meno di noi: è un buon segno.',
    'Il gruppo ospite {lo} considera uno di loro.',
  ],
  workerMixed: [
    'Alcuni impegni sono fermi, due per ritardi nostri.',
    'Il primo obiettivo era troppo grande: lo dividiamo in due.',
    'La salute ha chiesto una pausa. Riprendiamo con calma.',
    'Serve una persona della comunità che faccia da riferimento.',
  ],
  decisions: [
    'Si va avanti così.',
    'Si cambia un impegno.',
    'Si allunga di qualche settimana un passo.',
    'Si aggiunge una persona della comunità.',
    'Si prepara la chiusura.',
  ],
} as const

export const closingWords = {
  reached: [
    'Adesso cammino da sol{o}, ma so a chi telefonare.',
    'Prima chiedevo aiuto, adesso lo do.',
    'Ho un lavoro e un tavolo dove mi aspettano.',
    'Non pensavo di avere qualcosa da insegnare.',
  ],
  partly: [
    'Non tutto, ma le cose importanti sì.',
    'Il lavoro non è arrivato. Le persone sì.',
    'Ho capito che cosa posso fare e che cosa no.',
  ],
  notReached: [
    'Non era il momento giusto. La porta però è rimasta aperta.',
    'Avrei avuto bisogno di più tempo.',
    'Mi serviva un’altra strada, e adesso so quale.',
  ],
} as const

export const suspensionReasons: readonly string[] = [
  'Un ricovero breve',
  'Un viaggio nel Paese di origine per la famiglia',
  'La nascita di un figlio',
  'Un lavoro stagionale di due mesi',
  'La cura di un genitore',
  'Il trasloco',
]
export const changeReasons: readonly string[] = [
  'Il corso passa alla sera: le prove di lavoro sono al mattino.',
  'Un impegno era troppo pesante.',
  'È arrivato un aiuto nuovo dalla comunità.',
  'Il fornitore è cambiato.',
  'La persona ha scelto un altro obiettivo.',
  'Gli orari della scuola sono cambiati.',
]
export const withdrawReasons: readonly string[] = [
  'Ha trovato la sua strada altrove.',
  'In questo momento preferisce fermarsi.',
  'Si trasferisce da un parente.',
  'Ha chiesto un aiuto di altro tipo.',
]
export const interruptReasons: readonly string[] = [
  'Da tre mesi non ci si riesce a incontrare; la porta resta aperta.',
  'La persona segue ora un progetto del servizio specialistico.',
  'L’ente non ha più il posto previsto: si cerca un’altra strada.',
]
export const transferReasons: readonly string[] = [
  'La famiglia cambia casa e passa a un altro ambito.',
  'Ha trovato casa vicino al lavoro, fuori dall’ambito.',
]
export const refusalReasons: readonly string[] = [
  'Il bisogno chiede un’altra misura: si passa al servizio sociale.',
  'Gli impegni sono solo della persona: manca il lato dei servizi.',
  'Esiste già un progetto con gli stessi obiettivi.',
]
export const sendBackReasons: readonly string[] = [
  'Mettere una data all’impegno del Comune.',
  'Chiarire chi paga il corso.',
  'Riscrivere il primo obiettivo con le parole della persona.',
  'Aggiungere un impegno della comunità.',
]
export const panelMinutes: readonly string[] = [
  'Letti obiettivi e impegni. Equilibrio buono tra le tre colonne. Approvato.',
  'Il gruppo chiede una verifica dopo {n} settimane. Approvato.',
  'Si apprezza che l’ospite sia stato scelto dalla persona. Approvato.',
  'Spesa entro il limite. Approvato con la nota di cercare un aiuto della comunità.',
  'Discusso il carico di impegni: adatto al momento. Approvato.',
]
export const extensionReasons: readonly string[] = [
  'Manca poco al secondo obiettivo.',
  'Il corso finisce due mesi dopo.',
  'La sospensione ha tolto tempo.',
]
export const appointmentPlaces: readonly string[] = [
  'Sportello sociale, stanza 2',
  'Casa di quartiere',
  'A casa della persona',
  'Biblioteca, saletta',
  'Oratorio, sala verde',
  'Sede della cooperativa',
  'Bar della piazza',
  'Al telefono',
  'Scuola, ufficio dei colloqui',
]
export const appointmentTitles: readonly string[] = [
  'Come va il patto',
  'Documenti e domande',
  'Incontro con l’ospite',
  'Colloquio di orientamento',
  'Visita a casa',
  'Incontro con la scuola',
  'Preparare la verifica',
  'Conti e bollette',
]
export const glassReasons: readonly string[] = [
  'Chiamata urgente della scuola: la tutor è assente e il bambino aspetta.',
  'La persona è allo sportello senza casa per questa notte, il suo riferimento è in ferie.',
  'Il medico chiede chi segue la persona: serve rispondere oggi.',
  'Controllo chiesto dalla persona stessa sui propri documenti.',
]
