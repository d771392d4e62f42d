import type { Gender } from './fill.ts'

export type Area = 'work' | 'housing' | 'family' | 'relations' | 'health' | 'skills' | 'money'
export type Who = 'old' | 'family' | 'young' | 'any'
/** A need and, beside it, what the person can bring in the same domain of life. */
export type NeedText = {
  readonly need: string
  readonly brings: string
  readonly talent: string
  readonly who: Who
  readonly only?: Gender
}

export const needTexts: Readonly<Record<Area, readonly NeedText[]>> = {
  work: [
    {
      need: 'Ha lavorato a chiamata e da {months} mesi è ferm{o}.',
      brings: 'È puntuale e i colleghi di prima {lo} ricordano bene.',
      talent: 'magazzino',
      who: 'any',
    },
    {
      need: 'Cerca lavoro al mattino, quando i figli sono a scuola.',
      brings: 'Sa cucinare per molte persone.',
      talent: 'cucina',
      who: 'family',
    },
    {
      need: 'Ha finito la scuola e non ha mai fatto un colloquio.',
      brings: 'Impara in fretta e sa usare bene il computer.',
      talent: 'computer',
      who: 'young',
    },
    {
      need: 'Senza patente i turni in cascina e in fabbrica restano fuori portata.',
      brings: 'Ha esperienza con gli animali e non si spaventa della fatica.',
      talent: 'cascina',
      who: 'young',
    },
    {
      need: 'Ha un’idea per un lavoro in proprio, ma non sa fare i conti di partenza.',
      brings: 'Sa cucire e ha già qualche cliente tra i vicini.',
      talent: 'sartoria',
      who: 'young',
    },
    {
      need: 'Il suo diploma, preso in un altro Paese, qui non è riconosciuto.',
      brings: 'Ha lavorato in ospedale nel suo Paese e parla tre lingue.',
      talent: 'lingue',
      who: 'any',
    },
  ],
  housing: [
    {
      need: 'Il contratto d’affitto finisce tra {months} mesi.',
      brings: 'Ha sempre pagato con ordine finché ha potuto.',
      talent: 'ordine',
      who: 'any',
    },
    {
      need: 'La casa è umida e fredda, d’inverno vive in una stanza.',
      brings: 'Sa fare piccoli lavori di muratura.',
      talent: 'riparazioni',
      who: 'any',
    },
    {
      need: 'Vivono in {people} in due stanze.',
      brings: 'La famiglia è unita e si aiuta.',
      talent: 'accoglienza',
      who: 'family',
    },
    {
      need: 'Abita in una cascina lontana dalla fermata.',
      brings: 'Ha un orto grande e regala verdura ai vicini.',
      talent: 'orto',
      who: 'old',
    },
  ],
  family: [
    {
      need: 'Cresce i figli da sol{o} e non ha parenti vicini.',
      brings: 'Con i bambini ha pazienza, e anche gli altri bambini {lo} cercano.',
      talent: 'bambini',
      who: 'family',
    },
    {
      need: 'Cura un genitore anziano e non riposa mai.',
      brings: 'Sa stare accanto a chi è fragile.',
      talent: 'compagnia',
      who: 'any',
    },
    {
      need: 'Con il figlio adolescente parla poco e litiga spesso.',
      brings: 'Vuole provare strade nuove e chiede consiglio.',
      talent: 'ascolto',
      who: 'family',
    },
    {
      need: 'I figli vivono lontano e si sentono di rado.',
      brings: 'Racconta bene le storie del paese.',
      talent: 'racconti',
      who: 'old',
    },
    {
      need: 'Vive ancora con i genitori e vorrebbe una strada sua.',
      brings: 'Aiuta i nonni ogni settimana.',
      talent: 'compagnia',
      who: 'young',
    },
  ],
  relations: [
    {
      need: 'Fuori di casa non ha nessuno da chiamare se sta male.',
      brings: 'Saluta tutti e si ricorda i nomi.',
      talent: 'accoglienza',
      who: 'any',
    },
    {
      need: 'Da quando è sol{o} esce solo per la spesa.',
      brings: 'Sa giocare a carte e lo insegna volentieri.',
      talent: 'gioco',
      who: 'old',
    },
    {
      need: 'Conosce solo persone del suo Paese.',
      brings: 'Fa da ponte tra le lingue in cortile.',
      talent: 'lingue',
      who: 'any',
    },
    {
      need: 'Ha perso gli amici con il lavoro.',
      brings: 'Ripara biciclette per gli altri senza chiedere niente.',
      talent: 'biciclette',
      who: 'any',
    },
    {
      need: 'Passa molte ore da sol{o} in camera.',
      brings: 'Disegna e monta video molto bene.',
      talent: 'disegno',
      who: 'young',
    },
  ],
  health: [
    {
      need: 'Ha bisogno di qualcuno che {lo} accompagni alle visite.',
      brings: 'Cammina ogni giorno quando ha compagnia.',
      talent: 'camminare',
      who: 'old',
    },
    {
      need: 'Dorme poco e si sente sempre stanc{o}.',
      brings: 'Ha accettato di parlarne con una persona di fiducia.',
      talent: 'ascolto',
      who: 'any',
    },
    {
      need: 'Rimanda da tempo le visite per sé.',
      brings: 'È molto precis{o} con le cure degli altri.',
      talent: 'ordine',
      who: 'any',
    },
    {
      need: 'Non ha ancora scelto il medico di famiglia.',
      brings: 'Ha imparato da sol{o} a usare gli sportelli.',
      talent: 'sportelli',
      who: 'any',
    },
  ],
  skills: [
    {
      need: 'Parla bene ma scrive con fatica in italiano.',
      brings: 'Parla {languages} lingue e traduce per i vicini.',
      talent: 'lingue',
      who: 'any',
    },
    {
      need: 'Non sa usare il computer e dipende dagli altri per ogni domanda.',
      brings: 'Sa lavorare a maglia e vuole insegnarlo.',
      talent: 'maglia',
      who: 'old',
    },
    {
      need: 'Ha lasciato la scuola a un anno dal diploma.',
      brings: 'È brav{o} con i motori.',
      talent: 'motori',
      who: 'young',
    },
    {
      need: 'I suoi attestati di sicurezza sono scaduti.',
      brings: 'Ha anni di esperienza in magazzino.',
      talent: 'magazzino',
      who: 'any',
    },
  ],
  money: [
    {
      need: 'Ha bollette arretrate per circa {sum} euro.',
      brings: 'Tiene un quaderno delle spese.',
      talent: 'conti',
      who: 'any',
    },
    {
      need: 'Ha una rata che pesa troppo e non sa a chi chiedere.',
      brings: 'Vuole capire e non nasconde niente.',
      talent: 'ordine',
      who: 'any',
    },
    {
      need: 'Non ha mai chiesto gli aiuti a cui ha diritto.',
      brings: 'Sa risparmiare e lo spiega bene agli altri.',
      talent: 'conti',
      who: 'old',
    },
    {
      need: 'Vive con un solo stipendio a ore ridotte.',
      brings: 'Divide volentieri quello che cucina.',
      talent: 'cucina',
      who: 'family',
    },
  ],
}

export const summaries: readonly string[] = [
  'Conosce bene i suoi punti forti. Chiede di non essere lasciat{o} sol{o} nei primi passi.',
  'Situazione stabile, con poca rete attorno. C’è voglia di fare.',
  'Il bisogno più forte è una persona di fiducia. Si parte da lì.',
  'Ha già provato da sol{o} diverse strade: ora serve metterle in fila.',
  'La famiglia ha risorse che non vede. Il patto può partire da queste.',
  'Momento di passaggio: con un aiuto breve e preciso può ripartire.',
]
