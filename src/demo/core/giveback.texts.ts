import type { BodyKind } from './bodies.ts'

export type LegalFormKey =
  | 'etsVolunteering'
  | 'civicVolunteering'
  | 'puc'
  | 'inclusionTraineeship'
  | 'neighbourHelp'
  | 'labInitiative'
  | 'civicCenterHelp'
  | 'skillSharing'
  | 'other'

/** What someone does for others, by legal form; `talents` say for whom it is natural, `hosts` where it is done. */
export type GiveBackText = {
  readonly form: LegalFormKey
  readonly task: string
  readonly benefits: string
  readonly schedule: string
  readonly talents: readonly string[]
  readonly hosts: readonly BodyKind[]
}

const give = (
  form: LegalFormKey,
  hosts: readonly BodyKind[],
  talents: string,
  task: string,
  benefits: string,
  schedule: string,
): GiveBackText => ({ form, hosts, talents: talents.split(' '), task, benefits, schedule })

export const giveBackTexts: readonly GiveBackText[] = [
  give(
    'etsVolunteering',
    ['odv'],
    'cucina accoglienza',
    'Cucinare per la cena di quartiere',
    'i vicini che la sera non escono più',
    'Un mercoledì sì e uno no',
  ),
  give(
    'etsVolunteering',
    ['odv'],
    'ordine magazzino',
    'Preparare le borse della spesa',
    'le famiglie che ricevono la borsa',
    'Il martedì mattina',
  ),
  give(
    'etsVolunteering',
    ['odv', 'aps'],
    'compagnia racconti ascolto',
    'Fare compagnia a chi vive da solo',
    'gli anziani della via',
    'Un’ora a settimana',
  ),
  give(
    'etsVolunteering',
    ['odv'],
    'cascina orto',
    'Guidare il furgone della raccolta insieme a un socio',
    'la dispensa del quartiere',
    'Il sabato mattina',
  ),
  give(
    'etsVolunteering',
    ['aps', 'parish'],
    'lingue sportelli',
    'Tradurre agli incontri dello sportello',
    'chi parla ancora poco italiano',
    'Due pomeriggi al mese',
  ),
  give(
    'etsVolunteering',
    ['parish'],
    'bambini gioco',
    'Aprire il campo e stare con i ragazzi',
    'i ragazzi dell’oratorio',
    'Il venerdì pomeriggio',
  ),
  give(
    'etsVolunteering',
    ['odv', 'aps'],
    'camminare',
    'Guidare il gruppo di cammino',
    'chi vuole tornare a muoversi',
    'Il giovedì mattina',
  ),
  give(
    'civicVolunteering',
    ['municipality'],
    'orto cascina',
    'Curare le aiuole della piazza',
    'tutti quelli che passano di lì',
    'Due mattine al mese',
  ),
  give(
    'civicVolunteering',
    ['municipality'],
    'ordine racconti',
    'Rimettere a posto i libri della biblioteca',
    'chi viene a leggere',
    'Il lunedì pomeriggio',
  ),
  give(
    'civicVolunteering',
    ['municipality'],
    'bambini accoglienza',
    'Accompagnare il piedibus',
    'gli alunni della primaria',
    'Tre mattine a settimana',
  ),
  give(
    'civicVolunteering',
    ['municipality'],
    'riparazioni',
    'Verniciare le panchine del parco',
    'le famiglie del parco',
    'Il sabato mattina',
  ),
  give(
    'puc',
    ['municipality'],
    'ordine conti',
    'Aiutare all’archivio del Comune',
    'gli uffici e chi chiede documenti',
    'Otto ore a settimana',
  ),
  give(
    'puc',
    ['municipality'],
    'orto riparazioni',
    'Tenere puliti i sentieri lungo il fiume',
    'chi cammina e chi pedala',
    'Otto ore a settimana',
  ),
  give(
    'puc',
    ['school', 'municipality'],
    'bambini cucina',
    'Dare una mano alla mensa della scuola',
    'gli alunni',
    'Dieci ore a settimana',
  ),
  give(
    'inclusionTraineeship',
    ['cooperative'],
    'sartoria ordine',
    'Lavorare in lavanderia con un tutor',
    'i clienti della lavanderia',
    'Venti ore a settimana',
  ),
  give(
    'inclusionTraineeship',
    ['cooperative'],
    'orto cascina',
    'Lavorare nel vivaio con un tutor',
    'le scuole che comprano le piante',
    'Venti ore a settimana',
  ),
  give(
    'inclusionTraineeship',
    ['cooperative'],
    'biciclette motori',
    'Riparare le biciclette della ciclofficina',
    'chi va al lavoro in bicicletta',
    'Quindici ore a settimana',
  ),
  give(
    'neighbourHelp',
    ['odv', 'aps'],
    'compagnia camminare',
    'Fare la spesa a due vicini',
    'due vicini che non guidano più',
    'Il giovedì',
  ),
  give(
    'neighbourHelp',
    ['odv', 'parish'],
    'riparazioni',
    'Fare piccole riparazioni in casa',
    'chi vive da solo nella via',
    'Quando chiamano',
  ),
  give(
    'neighbourHelp',
    ['odv', 'parish', 'aps'],
    'bambini',
    'Tenere due bambini dopo la scuola',
    'una mamma che lavora',
    'Due pomeriggi a settimana',
  ),
  give(
    'labInitiative',
    ['aps', 'cooperative'],
    'disegno accoglienza',
    'Preparare la festa del cortile',
    'le famiglie delle case popolari',
    'Nelle settimane della festa',
  ),
  give(
    'labInitiative',
    ['aps', 'odv'],
    'orto',
    'Curare l’orto condiviso',
    'il quartiere e la cucina comune',
    'Il sabato mattina',
  ),
  give(
    'labInitiative',
    ['cooperative', 'odv'],
    'biciclette',
    'Aggiustare bici per chi non può comprarle',
    'ragazzi e lavoratori del quartiere',
    'Un sabato sì e uno no',
  ),
  give(
    'civicCenterHelp',
    ['school', 'cooperative'],
    'bambini computer',
    'Aiutare nei compiti al doposcuola',
    'i bambini del doposcuola',
    'Due pomeriggi a settimana',
  ),
  give(
    'civicCenterHelp',
    ['school'],
    'maglia sartoria disegno',
    'Tenere un angolo di cucito con le mamme',
    'le mamme della scuola',
    'Il mercoledì mattina',
  ),
  give(
    'skillSharing',
    ['aps', 'odv', 'parish'],
    'lingue',
    'Insegnare la propria lingua a un piccolo gruppo',
    'volontari e vicini curiosi',
    'Un’ora a settimana',
  ),
  give(
    'skillSharing',
    ['aps', 'municipality'],
    'computer',
    'Insegnare a usare il telefono agli anziani',
    'gli anziani della biblioteca',
    'Il martedì pomeriggio',
  ),
  give(
    'skillSharing',
    ['aps', 'odv'],
    'cucina conti',
    'Insegnare a cucinare spendendo poco',
    'giovani che vivono da soli',
    'Due sere al mese',
  ),
  give(
    'skillSharing',
    ['aps', 'parish'],
    'maglia sartoria',
    'Insegnare a cucire e rammendare',
    'il gruppo delle sarte',
    'Il lunedì sera',
  ),
  give(
    'other',
    ['aps', 'parish'],
    'racconti',
    'Raccontare il paese di una volta ai bambini',
    'le classi della primaria',
    'Una volta al mese',
  ),
]

export const absenceReasons: readonly string[] = [
  'influenza',
  'visita medica',
  'il figlio era malato',
  'l’autobus non è passato',
  'colloquio di lavoro',
  'ha avvisato il giorno prima',
  'impegno di famiglia',
]
