import type { DistrictKey } from './municipalities.ts'

export type BodyKind =
  | 'municipality'
  | 'districtCompany'
  | 'cooperative'
  | 'consortium'
  | 'odv'
  | 'aps'
  | 'parish'
  | 'foundation'
  | 'school'
  | 'firm'
  | 'union'
  | 'jobCentre'
  | 'youthInfo'
  | 'familyCounselling'
  | 'volunteeringCentre'

/** `can`: what the body does in a pact. `signs` writes and signs pacts, `hosts` receives people who give back time. */
export type BodyCan = 'signs' | 'hosts' | 'provides' | 'supports'
export type DemoBody = {
  readonly key: string
  readonly name: string
  readonly kind: BodyKind
  readonly district: DistrictKey
  /** ISTAT code. */
  readonly municipality: string
  readonly about: string
  readonly can: readonly BodyCan[]
  readonly sites: readonly { readonly name: string; readonly municipality: string; readonly address: string }[]
}

const kinds: Readonly<Record<string, BodyKind>> = {
  municipality: 'municipality',
  districtCompany: 'districtCompany',
  cooperative: 'cooperative',
  consortium: 'consortium',
  odv: 'odv',
  aps: 'aps',
  parish: 'parish',
  foundation: 'foundation',
  school: 'school',
  firm: 'firm',
  union: 'union',
  jobCentre: 'jobCentre',
  youthInfo: 'youthInfo',
  familyCounselling: 'familyCounselling',
  volunteeringCentre: 'volunteeringCentre',
}

const canByKind: Readonly<Record<BodyKind, readonly BodyCan[]>> = {
  municipality: ['signs', 'hosts', 'provides'],
  districtCompany: ['signs', 'provides'],
  cooperative: ['signs', 'hosts', 'provides', 'supports'],
  consortium: ['signs', 'provides'],
  odv: ['signs', 'hosts', 'supports'],
  aps: ['hosts', 'supports'],
  parish: ['hosts', 'supports'],
  foundation: ['provides', 'supports'],
  school: ['hosts', 'provides', 'supports'],
  firm: ['provides', 'supports'],
  union: ['provides', 'supports'],
  jobCentre: ['provides'],
  youthInfo: ['provides'],
  familyCounselling: ['provides'],
  volunteeringCentre: ['provides', 'supports'],
}

/** Key | name | kind | district | municipality | what they do | sites as 'name, address[, municipality]' divided by '+'. */
const rows = `
comune-crema|Comune di Crema|municipality|cremasco|019035|Servizio sociale, casa, scuola e quartieri|Sportello sociale, piazza Duomo 25+Casa di quartiere San Bernardino, via Brescia 40
comune-castelleone|Comune di Castelleone|municipality|cremasco|019025|Servizio sociale e biblioteca|Municipio, piazza Comune 3+Biblioteca, via Roma 58
comune-soncino|Comune di Soncino|municipality|cremasco|019097|Servizio sociale e cura del verde|Municipio, piazza Garibaldi 1
comune-pandino|Comune di Pandino|municipality|cremasco|019067|Servizio sociale e spazi per le associazioni|Municipio, via Castello 15
servizi-cremasco|Servizi alla Persona Cremasco|districtCompany|cremasco|019035|Azienda sociale dell’ambito: servizio sociale, inserimento lavorativo, educativa|Sede, via Manini 21+Sportello di Rivolta, piazza Vittorio 4, 019084
coop-filo|Cooperativa Il Filo Rosso|cooperative|cremasco|019035|Educativa, doposcuola e ciclofficina|Ciclofficina, via Mercato 12+Doposcuola, via Bottesini 4
coop-orto|Cooperativa Orto in Mezzo|cooperative|cremasco|019062|Lavoro nel verde per persone in difficoltà|Vivaio, via Cascina Nuova 8
consorzio-serio|Consorzio Sponde del Serio|consortium|cremasco|019035|Unisce undici cooperative: casa, lavoro, cura|Sede, viale De Gasperi 60
tavola-lunga|Tavola Lunga ODV|odv|cremasco|019035|Cene di quartiere e cucina insieme|Cucina di San Bernardino, via Brescia 42
mano-tesa|Mano Tesa ODV|odv|cremasco|019067|Trasporti e compagnia agli anziani|Sede, via Roma 12
aps-parole|Parole di Casa APS|aps|cremasco|019035|Italiano per tutti e gruppi di mamme|Aula, via Civerchi 9
parrocchia-ombriano|Parrocchia e oratorio di Ombriano|parish|cremasco|019035|Oratorio, doposcuola, bar, dispensa|Oratorio, piazza Benvenuti 2
oratorio-vergonzana|Oratorio di Vergonzana|parish|cremasco|019035|Oratorio e campo da gioco|Oratorio, via Albergoni 5
ic-crema|Istituto comprensivo Crema Sud|school|cremasco|019035|Scuole dell’infanzia, primarie e media|Primaria di Borgo San Pietro, via Borgo 7+Media, via Treviglio 1
panificio-bassi|Forno Bassi|firm|cremasco|019035|Pane e dolci, un laboratorio e tre negozi|Laboratorio, via Indipendenza 33
officine-adda|Officine dell’Adda srl|firm|cremasco|019102|Lavorazioni meccaniche|Stabilimento, via Industria 4
comune-cremona|Comune di Cremona|municipality|cremonese|019036|Servizio sociale, casa, scuola e quartieri|Polo sociale, corso Vittorio Emanuele 42+Spazio Zaist, via Fabio Filzi 35
comune-soresina|Comune di Soresina|municipality|cremonese|019098|Servizio sociale e biblioteca|Municipio, piazza Marconi 7
comune-vescovato|Comune di Vescovato|municipality|cremonese|019113|Servizio sociale|Municipio, piazza Roma 40
servizi-cremonese|Servizi alla Persona Cremonese|districtCompany|cremonese|019036|Azienda sociale dell’ambito: servizio sociale, inserimento lavorativo, educativa|Sede, via Sant’Antonio del Fuoco 9+Sportello di Pizzighettone, via Municipio 10, 019076
coop-ponte|Cooperativa Ponte Nuovo|cooperative|cremonese|019036|Educativa, casa e accompagnamento|Sede, via Bonomelli 81+Appartamenti ponte, via Cadore 14
coop-lavanda|Cooperativa Lavanda|cooperative|cremonese|019098|Lavanderia e sartoria che danno lavoro|Lavanderia, via Cairoli 3
consorzio-torrazzo|Consorzio All’Ombra del Torrazzo|consortium|cremonese|019036|Unisce nove cooperative: lavoro, cura, infanzia|Sede, via Mantova 25
dispensa-cremona|La Dispensa del Po ODV|odv|cremonese|019036|Raccolta e consegna di cibo|Magazzino, via del Macello 6
vicini-soresina|Vicini di Porta ODV|odv|cremonese|019098|Buon vicinato, spesa e compagnia|Sede, via Genala 18
aps-cortile|Il Cortile APS|aps|cremonese|019036|Cortili aperti, lettura, gioco|Cortile, via Platina 30
parrocchia-loreto|Parrocchia di Borgo Loreto|parish|cremonese|019036|Oratorio, doposcuola, ascolto|Oratorio, via Borgo Loreto 12
fondazione-corda|Fondazione La Corda|foundation|cremonese|019036|Contributi alle idee della comunità, in tutta la provincia|Sede, piazza Sant’Agata 3
ic-cremona|Istituto comprensivo Cremona Est|school|cremonese|019036|Scuole dell’infanzia, primarie e media|Primaria Monteverdi, via Massarotti 50
ic-soresina|Istituto comprensivo delle Ville|school|cremonese|019098|Scuole dell’infanzia, primarie e media|Media, via IV Novembre 9
latteria-piana|Latteria della Piana|firm|cremonese|019077|Formaggi e burro|Caseificio, via Latteria 1
cicli-moretti|Cicli Moretti|firm|cremonese|019036|Biciclette: vendita e riparazione|Negozio, via Brescia 118
lega-lavoro|Camera dei lavoratori insieme|union|cremonese|019036|Patronato, contratti, buste paga|Sede, via Mantova 27
cpi-cremona|Centro per l’impiego di Cremona|jobCentre|cremonese|019036|Colloqui, corsi, offerte di lavoro|Sede, via Massarotti 58
cpi-crema|Centro per l’impiego di Crema|jobCentre|cremasco|019035|Colloqui, corsi, offerte di lavoro|Sede, via De Chirico 9
giovani-info|Sportello Giovani Informa|youthInfo|cremonese|019036|Orientamento, curriculum, viaggi e studio|Sportello, via Palestro 17
giovani-crema|Orientagiovani Crema|youthInfo|cremasco|019035|Orientamento, curriculum, prime esperienze|Sportello, piazza Moro 2
consultorio-cremona|Consultorio La Soglia|familyCounselling|cremonese|019036|Ascolto di coppie, genitori e ragazzi|Sede, via Gioconda 5
consultorio-crema|Consultorio Insieme|familyCounselling|cremasco|019035|Ascolto di coppie, genitori e ragazzi|Sede, via Cadorna 14
volontari-provincia|Centro volontari della provincia|volunteeringCentre|cremonese|019036|Assicura, forma e collega i volontari|Sede, via San Bernardo 2
comune-casalmaggiore|Comune di Casalmaggiore|municipality|casalasco|019021|Servizio sociale, scuola e biblioteca|Municipio, piazza Garibaldi 26
comune-piadena|Comune di Piadena Drizzona|municipality|casalasco|019116|Servizio sociale|Municipio, piazza Garibaldi 3
servizi-casalasco|Servizi alla Persona Casalasco|districtCompany|casalasco|019021|Azienda sociale dell’ambito: servizio sociale, inserimento lavorativo, educativa|Sede, via Corsica 1+Sportello di Gussola, piazza Comaschi 1, 019052
coop-argine|Cooperativa L’Argine|cooperative|casalasco|019021|Educativa, verde e cura delle golene|Sede, via Azzo Porzio 20
rete-casalasca|Rete di Paese ODV|odv|casalasco|019052|Trasporti, spesa, telefonate agli anziani|Sede, via Marconi 11
aps-fiume|Voci di Fiume APS|aps|casalasco|019021|Musica, teatro e feste di paese|Sala prove, via Cairoli 44
parrocchia-vicobellignano|Parrocchia di Vicobellignano|parish|casalasco|019021|Oratorio e dispensa|Oratorio, piazza della Chiesa 1
ic-casalmaggiore|Istituto comprensivo Casalmaggiore Centro|school|casalasco|019021|Scuole dell’infanzia, primarie e media|Primaria, via De Gasperi 6
consultorio-casalmaggiore|Consultorio Il Pozzo|familyCounselling|casalasco|019021|Ascolto di coppie, genitori e ragazzi|Sede, via Favagrossa 8
falegnameria-po|Falegnameria Riva del Po|firm|casalasco|019052|Infissi e mobili|Laboratorio, via Artigiani 7
`

const siteOf =
  (municipality: string) =>
  (site: string): DemoBody['sites'][number] => {
    const [name = '', address = '', elsewhere] = site.split(', ')
    return { name, address, municipality: elsewhere ?? municipality }
  }

const districtOf = (text: string): DistrictKey => (text === 'cremasco' || text === 'cremonese' ? text : 'casalasco')

const bodyOf = (row: string): DemoBody[] => {
  const [key, name, kindName = '', district, municipality, about, sites] = row.split('|')
  const kind = kinds[kindName]
  if (!key || !name || !kind || !district || !municipality || !about || !sites) return []
  const can = canByKind[kind]
  const siteList = sites.split('+').map(siteOf(municipality))
  return [{ key, name, kind, district: districtOf(district), municipality, about, can, sites: siteList }]
}

/** The network of the demo: believable kinds, invented names (municipalities apart), invented addresses. */
export const demoBodies: readonly DemoBody[] = rows.split('\n').flatMap(bodyOf)

/** The body of that kind in the district, or, where there is none, one that serves the whole province. */
export const bodyOfKind = (kind: BodyKind, district: DistrictKey): DemoBody => {
  const ofKind = demoBodies.filter((body) => body.kind === kind)
  const found = ofKind.find((body) => body.district === district) ?? ofKind[0]
  if (!found) throw new Error(`demo: no body of kind ${kind}`)
  return found
}

export type AntennaKind =
  | 'parish'
  | 'bakery'
  | 'pharmacy'
  | 'school'
  | 'gp'
  | 'bar'
  | 'hairdresser'
  | 'association'
  | 'firm'
  | 'library'
  | 'postOffice'
export type DemoAntenna = {
  readonly key: string
  readonly name: string
  readonly kind: AntennaKind
  readonly district: DistrictKey
  readonly municipality: string
  /** Body of the network that the antenna belongs to, if any. */
  readonly body: string | null
}

/** People who see others every day, and report with their permission. */
export const demoAntennas: readonly DemoAntenna[] = [
  {
    key: 'forno-bassi',
    name: 'Forno Bassi',
    kind: 'bakery',
    district: 'cremasco',
    municipality: '019035',
    body: 'panificio-bassi',
  },
  {
    key: 'farmacia-sabbioni',
    name: 'Farmacia ai Sabbioni',
    kind: 'pharmacy',
    district: 'cremasco',
    municipality: '019035',
    body: null,
  },
  {
    key: 'parrocchia-ombriano',
    name: 'Parrocchia di Ombriano',
    kind: 'parish',
    district: 'cremasco',
    municipality: '019035',
    body: 'parrocchia-ombriano',
  },
  {
    key: 'ic-crema',
    name: 'Scuola primaria di Borgo San Pietro',
    kind: 'school',
    district: 'cremasco',
    municipality: '019035',
    body: 'ic-crema',
  },
  {
    key: 'medico-castelleone',
    name: 'Ambulatorio medico di Castelleone',
    kind: 'gp',
    district: 'cremasco',
    municipality: '019025',
    body: null,
  },
  {
    key: 'bar-soncino',
    name: 'Bar della Rocca',
    kind: 'bar',
    district: 'cremasco',
    municipality: '019097',
    body: null,
  },
  {
    key: 'mano-tesa',
    name: 'Mano Tesa ODV',
    kind: 'association',
    district: 'cremasco',
    municipality: '019067',
    body: 'mano-tesa',
  },
  {
    key: 'officine-adda',
    name: 'Officine dell’Adda, ufficio del personale',
    kind: 'firm',
    district: 'cremasco',
    municipality: '019102',
    body: 'officine-adda',
  },
  {
    key: 'parrocchia-loreto',
    name: 'Parrocchia di Borgo Loreto',
    kind: 'parish',
    district: 'cremonese',
    municipality: '019036',
    body: 'parrocchia-loreto',
  },
  {
    key: 'farmacia-zaist',
    name: 'Farmacia dello Zaist',
    kind: 'pharmacy',
    district: 'cremonese',
    municipality: '019036',
    body: null,
  },
  {
    key: 'parrucchiera-po',
    name: 'Parrucchiera Ornella',
    kind: 'hairdresser',
    district: 'cremonese',
    municipality: '019036',
    body: null,
  },
  {
    key: 'ic-cremona',
    name: 'Scuola primaria Monteverdi',
    kind: 'school',
    district: 'cremonese',
    municipality: '019036',
    body: 'ic-cremona',
  },
  {
    key: 'biblioteca-soresina',
    name: 'Biblioteca di Soresina',
    kind: 'library',
    district: 'cremonese',
    municipality: '019098',
    body: 'comune-soresina',
  },
  {
    key: 'medico-vescovato',
    name: 'Ambulatorio medico di Vescovato',
    kind: 'gp',
    district: 'cremonese',
    municipality: '019113',
    body: null,
  },
  {
    key: 'posta-pizzighettone',
    name: 'Sportello postale di Pizzighettone',
    kind: 'postOffice',
    district: 'cremonese',
    municipality: '019076',
    body: null,
  },
  {
    key: 'dispensa-cremona',
    name: 'La Dispensa del Po ODV',
    kind: 'association',
    district: 'cremonese',
    municipality: '019036',
    body: 'dispensa-cremona',
  },
  {
    key: 'panetteria-casalmaggiore',
    name: 'Panetteria del Listone',
    kind: 'bakery',
    district: 'casalasco',
    municipality: '019021',
    body: null,
  },
  {
    key: 'ic-casalmaggiore',
    name: 'Scuola primaria di Casalmaggiore',
    kind: 'school',
    district: 'casalasco',
    municipality: '019021',
    body: 'ic-casalmaggiore',
  },
  {
    key: 'farmacia-gussola',
    name: 'Farmacia di Gussola',
    kind: 'pharmacy',
    district: 'casalasco',
    municipality: '019052',
    body: null,
  },
  {
    key: 'parrocchia-vicobellignano',
    name: 'Parrocchia di Vicobellignano',
    kind: 'parish',
    district: 'casalasco',
    municipality: '019021',
    body: 'parrocchia-vicobellignano',
  },
]
