import type { TieKind } from '../../ties/core/tie.schema.ts'
import type { Who } from './need.texts.ts'

export type TieKindKey = 'kin' | 'friend' | 'neighbour' | 'colleague' | 'helper' | 'group' | 'employer'
export type OriginKey = 'before' | 'giveBack' | 'pact' | 'lab' | 'center' | 'firm' | 'school'
/** Which shape of social capital it is: among alike, among unlike, or across unequal power. */
export type Capital = 'bonding' | 'bridging' | 'linking'
export type TieText = {
  readonly kind: TieKindKey
  readonly label: string
  readonly setting: string
  readonly origin: OriginKey
  readonly capital: Capital
  readonly who: Who
}

const tie = (
  kind: TieKindKey,
  label: string,
  setting: string,
  origin: OriginKey,
  capital: Capital,
  who: Who = 'any',
): TieText => ({ kind, label, setting, origin, capital, who })

export const tieTexts: readonly TieText[] = [
  tie('kin', 'figlia', 'la domenica al telefono', 'before', 'bonding', 'old'),
  tie('kin', 'figlio', 'abita lontano', 'before', 'bonding', 'old'),
  tie('kin', 'sorella', 'si aiutano con i bambini', 'before', 'bonding', 'family'),
  tie('kin', 'madre', 'vive due vie più in là', 'before', 'bonding', 'young'),
  tie('kin', 'fratello', 'si sentono poco', 'before', 'bonding'),
  tie('kin', 'cugina', 'arrivata prima in paese', 'before', 'bonding'),
  tie('neighbour', 'vicino di casa', 'sul pianerottolo', 'before', 'bridging'),
  tie('neighbour', 'vicina di casa', 'in cortile, la sera', 'before', 'bridging'),
  tie('colleague', 'ex collega', 'dai tempi della fabbrica', 'before', 'bonding'),
  tie('friend', 'amico di sempre', 'al bar della piazza', 'before', 'bonding'),
  tie('friend', 'amica del Paese di origine', 'si vedono al mercato', 'before', 'bonding'),
  tie('friend', 'amica', 'alla cena di quartiere', 'lab', 'bridging'),
  tie('group', 'compagno di tavola', 'alla cena di quartiere', 'lab', 'bridging'),
  tie('friend', 'compagna di corso', 'al corso di italiano della sera', 'pact', 'bridging'),
  tie('friend', 'un’altra mamma', 'al cancello della scuola', 'school', 'bridging', 'family'),
  tie('friend', 'un altro papà', 'alla festa della classe', 'school', 'bridging', 'family'),
  tie('helper', 'volontaria', 'alle borse della spesa', 'giveBack', 'bridging'),
  tie('helper', 'maestro di mestiere', 'in ciclofficina', 'giveBack', 'bridging'),
  tie('group', 'ragazzo dell’oratorio', 'al campo, il venerdì', 'giveBack', 'bridging'),
  tie('group', 'compagna di orto', 'nell’orto condiviso', 'lab', 'bridging'),
  tie('group', 'compagno di cammino', 'nel gruppo del giovedì', 'giveBack', 'bridging', 'old'),
  tie('group', 'compagno di carte', 'al pomeriggio in biblioteca', 'center', 'bonding', 'old'),
  tie('helper', 'educatrice', 'al doposcuola', 'center', 'linking', 'family'),
  tie('employer', 'titolare', 'durante la prova in negozio', 'firm', 'linking'),
  tie('employer', 'capo officina', 'alla giornata delle imprese', 'firm', 'linking', 'young'),
  tie('helper', 'operatrice dello sportello', 'preparando i colloqui', 'pact', 'linking', 'young'),
  tie('helper', 'maestra', 'alla riunione di classe', 'school', 'linking', 'family'),
  tie('neighbour', 'vicina che dà passaggi', 'un sabato, andando al mercato', 'pact', 'bridging'),
  tie('neighbour', 'anziano a cui porta la spesa', 'portando la spesa', 'giveBack', 'bridging'),
  tie('friend', 'ragazza che impara a cucire', 'il lunedì sera', 'giveBack', 'bridging'),
]

const kinds: Readonly<Record<TieKindKey, TieKind>> = {
  kin: 'kin',
  friend: 'friend',
  neighbour: 'neighbour',
  colleague: 'colleague',
  helper: 'volunteer',
  group: 'association',
  employer: 'professional',
}

/** Whoever is paid to be there is a professional, whatever they are called. */
export const tieKinds = ({ kind, capital }: TieText): TieKind => (capital === 'linking' ? 'professional' : kinds[kind])
