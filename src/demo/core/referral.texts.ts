import type { AntennaKind } from './bodies.ts'

export type Sign = 'isolation' | 'jobLoss' | 'careBurden' | 'housing' | 'debts' | 'school' | 'bereavement' | 'food'
/** `who`: of whom it is believable. Texts carry no names: the form asks for none. */
export type ReferralText = {
  readonly text: string
  readonly signs: readonly Sign[]
  readonly who: 'old' | 'family' | 'young' | 'any'
  readonly urgent?: true
}

/** What antennas write, by the place from which they see. */
export const antennaTexts: Readonly<Record<AntennaKind, readonly ReferralText[]>> = {
  bakery: [
    {
      text: 'Comprava il pane ogni giorno. Non {lo} vedo da dieci giorni.',
      signs: ['isolation'],
      who: 'old',
      urgent: true,
    },
    {
      text: 'Prima prendeva il pane per due. Da quando è rimast{o} sol{o} viene una volta a settimana e parla poco.',
      signs: ['bereavement', 'isolation'],
      who: 'old',
    },
    { text: 'Da un mese chiede di segnare sul conto. Si vergogna molto.', signs: ['debts', 'food'], who: 'family' },
    {
      text: 'Viene a chiedere il pane del giorno prima. Ha due bambini piccoli.',
      signs: ['food', 'jobLoss'],
      who: 'family',
    },
  ],
  pharmacy: [
    {
      text: 'Ritira le medicine per la madre e si addormenta in fila. Fa tutto da sol{o}.',
      signs: ['careBurden'],
      who: 'any',
    },
    {
      text: 'Chiede quale medicina può saltare questo mese per risparmiare.',
      signs: ['debts'],
      who: 'old',
      urgent: true,
    },
    {
      text: 'Viene ogni mattina, anche senza ricetta: ha voglia di parlare con qualcuno.',
      signs: ['isolation'],
      who: 'old',
    },
    {
      text: 'Mi ha detto che in casa non c’è più il riscaldamento.',
      signs: ['housing', 'debts'],
      who: 'any',
      urgent: true,
    },
  ],
  parish: [
    {
      text: 'Chiede la borsa della spesa da tre mesi. Prima veniva a portarla agli altri.',
      signs: ['food', 'jobLoss'],
      who: 'family',
    },
    {
      text: 'Da quando è rimast{o} sol{o} non viene più e non risponde al telefono.',
      signs: ['bereavement', 'isolation'],
      who: 'old',
    },
    {
      text: 'Ha perso il lavoro in cascina e con il lavoro la casa. Dorme da un amico.',
      signs: ['jobLoss', 'housing'],
      who: 'any',
      urgent: true,
    },
    {
      text: 'È arrivat{o} da poco in paese e non conosce nessuno. I bambini vengono in oratorio, {lui} aspetta fuori.',
      signs: ['isolation'],
      who: 'family',
    },
  ],
  school: [
    {
      text: 'Il bambino arriva tardi e senza merenda. La mamma lavora di notte e non ha nessuno vicino.',
      signs: ['school', 'careBurden'],
      who: 'family',
    },
    {
      text: 'La famiglia non paga la mensa da settembre. Il papà ha perso il posto.',
      signs: ['school', 'jobLoss'],
      who: 'family',
    },
    {
      text: 'La mamma non viene alle riunioni: dice che non capisce bene l’italiano.',
      signs: ['isolation', 'school'],
      who: 'family',
    },
    {
      text: 'La bambina salta la scuola per stare con il fratellino.',
      signs: ['school', 'careBurden'],
      who: 'family',
      urgent: true,
    },
  ],
  gp: [
    {
      text: 'Viene spesso in ambulatorio, ma il suo bisogno è di compagnia. Abita sol{o} in cascina.',
      signs: ['isolation'],
      who: 'old',
    },
    {
      text: 'Cura una persona cara da anni e non si riposa mai. Chiede se qualcuno può dare il cambio.',
      signs: ['careBurden'],
      who: 'old',
    },
    {
      text: 'Ha smesso di uscire dopo che ha perso il lavoro. È d’accordo a sentirvi.',
      signs: ['jobLoss', 'isolation'],
      who: 'young',
    },
  ],
  bar: [
    {
      text: 'Passa qui tutta la giornata. Dice che a casa non c’è nessuno ad aspettar{lo}.',
      signs: ['isolation'],
      who: 'any',
    },
    {
      text: 'Cerca lavoro da un anno. Sa fare di tutto, ma senza patente nessuno {lo} chiama.',
      signs: ['jobLoss'],
      who: 'young',
    },
  ],
  hairdresser: [
    { text: 'Mi ha raccontato che i figli sono lontani e che a Natale era sol{o}.', signs: ['isolation'], who: 'old' },
    {
      text: 'Si è separat{o} e deve lasciare la casa entro due mesi.',
      signs: ['housing'],
      who: 'family',
      urgent: true,
    },
  ],
  association: [
    {
      text: 'L’accompagniamo alle visite: è sempre sol{o} e la casa ha bisogno di piccoli lavori.',
      signs: ['isolation', 'housing'],
      who: 'old',
    },
    {
      text: 'Al corso di italiano è bravissim{o}, ma non parla con nessuno fuori da qui.',
      signs: ['isolation'],
      who: 'any',
    },
    { text: 'La famiglia vive in cinque in due stanze e il contratto finisce.', signs: ['housing'], who: 'family' },
  ],
  firm: [
    {
      text: 'Ci ha chiesto due anticipi in due mesi: ha una rata che non riesce a pagare.',
      signs: ['debts'],
      who: 'any',
    },
    {
      text: 'Non possiamo rinnovare il contratto. È in gamba e non deve restare sol{o}.',
      signs: ['jobLoss'],
      who: 'young',
    },
  ],
  library: [
    {
      text: 'Viene ogni mattina a scaldarsi e a leggere gli annunci di lavoro.',
      signs: ['housing', 'jobLoss'],
      who: 'any',
    },
    {
      text: 'Ha finito la scuola da due anni e non fa niente. Mi ha detto che vorrebbe cominciare da qualcosa.',
      signs: ['jobLoss', 'isolation'],
      who: 'young',
    },
  ],
  postOffice: [
    {
      text: 'Non capisce le bollette e ha paura di sbagliare. Nessuno {lo} aiuta.',
      signs: ['debts', 'isolation'],
      who: 'old',
    },
    { text: 'Ha tre avvisi non pagati e piangeva allo sportello.', signs: ['debts'], who: 'any', urgent: true },
  ],
}

/** What people write of themselves. */
export const selfTexts: readonly ReferralText[] = [
  { text: 'Mi sento sol{o} e ho perso il lavoro.', signs: ['isolation', 'jobLoss'], who: 'any' },
  { text: 'Cerco lavoro da otto mesi. Mando domande e nessuno risponde.', signs: ['jobLoss'], who: 'young' },
  {
    text: 'Ho due bambini e nessuno che me li tiene. Così non posso lavorare.',
    signs: ['careBurden', 'jobLoss'],
    who: 'family',
  },
  {
    text: 'Sono in ritardo con l’affitto di tre mesi. Vorrei parlarne prima che sia tardi.',
    signs: ['housing', 'debts'],
    who: 'family',
    urgent: true,
  },
  { text: 'Sono vedov{o} da un anno. Le giornate non passano mai.', signs: ['bereavement', 'isolation'], who: 'old' },
  { text: 'Vorrei rendermi utile. In pensione mi sento fuori da tutto.', signs: ['isolation'], who: 'old' },
  {
    text: 'Abito qui da poco e non conosco nessuno. Vorrei imparare meglio l’italiano.',
    signs: ['isolation'],
    who: 'any',
  },
  { text: 'Curo mia madre giorno e notte. Avrei bisogno di qualche ora per me.', signs: ['careBurden'], who: 'any' },
  { text: 'Ho finito la scuola e non so da dove cominciare.', signs: ['jobLoss'], who: 'young' },
  {
    text: 'Ho un’idea di lavoro mio, ma non so se sta in piedi. Mi serve qualcuno con cui ragionare.',
    signs: ['jobLoss'],
    who: 'young',
  },
  {
    text: 'Mio figlio ha bisogno di aiuto con i compiti e io non riesco ad aiutarlo.',
    signs: ['school'],
    who: 'family',
  },
  { text: 'Mi hanno tagliato le ore e non arrivo alla fine del mese.', signs: ['jobLoss', 'debts'], who: 'family' },
]

/** What neighbours and relatives write. */
export const neighbourTexts: readonly ReferralText[] = [
  {
    text: '{mioVicino} ha più di ottant’anni. Da quando è rimast{o} sol{o} non esce più. Dice che sta bene, ma non è vero.',
    signs: ['bereavement', 'isolation'],
    who: 'old',
  },
  {
    text: 'Sopra di noi vive una famiglia con tre bambini. Hanno staccato la luce due volte.',
    signs: ['debts', 'housing'],
    who: 'family',
    urgent: true,
  },
  {
    text: '{mioVicino} è rimast{o} sol{o} con un bambino piccolo. Si vede che è stanc{o}.',
    signs: ['isolation', 'careBurden'],
    who: 'family',
  },
  {
    text: '{mioNipote} non esce di casa da mesi. Con noi parla, con gli altri no.',
    signs: ['isolation'],
    who: 'young',
  },
  {
    text: '{mioZio} vive in una cascina isolata e non guida più. Nessuno passa di lì.',
    signs: ['isolation'],
    who: 'old',
  },
  {
    text: '{un} ex collega ha perso il lavoro e non risponde più a nessuno di noi.',
    signs: ['jobLoss', 'isolation'],
    who: 'any',
  },
  {
    text: '{ilSignore} del piano terra fa {il} badante. Il suo anziano è morto e a fine mese non ha più casa.',
    signs: ['housing', 'jobLoss'],
    who: 'any',
    urgent: true,
  },
]

/** Added by chance at the end, so that no two calls sound the same. */
export const referralTails: readonly string[] = [
  '',
  '',
  '',
  '',
  'Preferisce il mattino.',
  'Meglio telefonare dopo le cinque.',
  'È d’accordo a essere chiamat{o}.',
  'Ha detto sì, ma con un po’ di paura.',
  'Si fida di chi va di persona.',
  'Risponde meglio ai messaggi.',
  'Ha chiesto di non dirlo ai parenti.',
  'Parla poco italiano, ma capisce bene.',
]

export const triageNotes: readonly string[] = [
  'Chiamat{o} al telefono: ha voglia di parlarne di persona.',
  'Primo tentativo senza risposta, secondo riuscito.',
  'Incontro fissato allo sportello.',
  'Andiamo a casa, in due: uscire è difficile.',
  'Sentit{o} con l’aiuto della mediatrice.',
  'Chiede tempo: si risente tra una settimana.',
]

export const orientationNotes: readonly string[] = [
  'Accompagnat{o} al gruppo di cucina del mercoledì.',
  'Iscritt{o} al corso di italiano della sera.',
  'Va al laboratorio del quartiere con una vicina.',
  'Ha scelto il doposcuola e il gruppo dei genitori.',
  'Va allo sportello lavoro con il curriculum.',
  'Un volontario {lo} accompagna in biblioteca.',
]
