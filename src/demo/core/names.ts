import type { Chance } from './chance.ts'
import type { Gender } from './fill.ts'

export type AgeBand = 'child' | 'young' | 'middle' | 'old'
export const ageBandOf = (age: number): AgeBand =>
  age < 19 ? 'child' : age < 40 ? 'young' : age < 65 ? 'middle' : 'old'

/** `country`: ISO 3166; `birthplace`: cadastral code of the state, as the codice fiscale wants it; `weight`: per thousand. */
export type Community = {
  readonly country: string
  readonly birthplace: string
  readonly stateName: string
  readonly language: string
  readonly weight: number
  readonly f: readonly string[]
  readonly m: readonly string[]
  readonly family: readonly string[] | { readonly f: readonly string[]; readonly m: readonly string[] }
}

const words = (text: string): string[] => text.split(' ')
const list = (text: string): string[] => text.split(', ')

const italianGiven: Record<AgeBand, Record<Gender, readonly string[]>> = {
  child: {
    f: words(
      'Sofia Aurora Giulia Emma Ginevra Alice Beatrice Vittoria Matilde Camilla Chiara Anna Sara Noemi Gaia Viola Rebecca Martina Greta Elisa',
    ),
    m: words(
      'Leonardo Francesco Tommaso Edoardo Lorenzo Alessandro Mattia Gabriele Riccardo Andrea Diego Pietro Davide Nicolò Filippo Samuele Jacopo Giacomo',
    ),
  },
  young: {
    f: words(
      'Giulia Martina Sara Chiara Francesca Federica Elisa Valentina Silvia Alessia Ilaria Elena Roberta Michela Laura Debora Jessica Erika Marta Veronica',
    ),
    m: words(
      'Andrea Luca Marco Matteo Davide Alessandro Simone Stefano Francesco Mattia Michele Daniele Fabio Nicola Cristian Paolo Mirko Ivan Omar Riccardo',
    ),
  },
  middle: {
    f: words(
      'Paola Laura Barbara Monica Cristina Daniela Sabrina Simona Patrizia Antonella Lorena Tiziana Nadia Manuela Stefania Emanuela Ornella Donatella Raffaella Marina',
    ),
    m: words(
      'Roberto Massimo Stefano Maurizio Fabrizio Claudio Giorgio Luigi Mauro Alberto Enrico Gianluca Walter Ivano Sergio Giuseppe Angelo Fausto Diego Ezio',
    ),
  },
  old: {
    f: words(
      'Maria Rosa Teresa Angela Carla Giuseppina Luigia Franca Lucia Agnese Ernestina Piera Giovanna Bruna Adele Santina Palmira Ines Caterina Luisa Emilia Bianca',
    ),
    m: words(
      'Giovanni Giuseppe Luigi Angelo Mario Pietro Battista Aldo Bruno Gino Renato Franco Agostino Ernesto Severino Primo Domenico Carlo Guido Achille Santo',
    ),
  },
}

/** Family names that are common in the province; combined at random with given names, so that nobody is meant. */
const italianFamily = words(
  'Rossi Ferrari Bianchi Galli Gatti Zanotti Bertoletti Ghidoni Bonetti Mazzolari Guerini Tosi Pedrini Cattaneo Lucchini Severgnini Barbieri Bolzoni Denti Ferri Ghisolfi Stanga Manfredini Marazzi Maffezzoni Feraboli Zucchi Soldi Sartori Rizzi Morandi Lanzi Grassi Fusari Franzini Fontana Donati Cremonesi Corbani Cavalli Carini Capelli Brambilla Boschi Benzoni Bassi Azzini Antoniazzi Arisi Aschedamini Bellani Bettinelli Bombelli Brugnoli Cabrini Campari Chiodelli Cerioli Cigognini Costa Dolci Doldi Fiorini Freri Gandelli Ginelli Guarneri Inzoli Lodigiani Lombardi Madeo Mainardi Merico Moroni Nolli Oneta Ogliari Parmigiani Passera Piacentini Pini Raimondi Ravanelli Regonini Riboldi Samarani Scaravaggi Somenzi Spinelli Tacchini Torriani Uggeri Valcarenghi Vailati Venturini Vezzini Zaniboni Esposito Russo Greco Caruso Romano Messina Conte',
)

const communities: readonly Community[] = [
  {
    country: 'RO',
    birthplace: 'Z129',
    stateName: 'Romania',
    language: 'ro',
    weight: 90,
    f: words('Elena Mihaela Andreea Ioana Cristina Gabriela Daniela Alina Raluca Simona Florentina Larisa'),
    m: words('Ionut Marius Adrian Cristian Florin Bogdan Vasile Gheorghe Alexandru Mihai Razvan Dumitru'),
    family: words('Popescu Ionescu Radu Stan Munteanu Dinu Matei Rusu Ciobanu Ungureanu Lupu Moldovan Toma Barbu'),
  },
  {
    country: 'MA',
    birthplace: 'Z330',
    stateName: 'Marocco',
    language: 'ar',
    weight: 65,
    f: words('Fatima Khadija Naima Amina Hanane Samira Zineb Malika Salma Imane Nadia Houda'),
    m: words('Mohamed Youssef Hassan Karim Rachid Abdelhak Said Omar Hamza Mustapha Khalid Anas'),
    family: list(
      'El Amrani, Benali, Haddad, Bennani, Chakir, El Idrissi, Naciri, Tahiri, Ouali, Rahmani, Zahraoui, Fassi',
    ),
  },
  {
    country: 'IN',
    birthplace: 'Z222',
    stateName: 'India',
    language: 'pa',
    weight: 75,
    f: words('Harpreet Manpreet Simran Jasleen Rupinder Navdeep Amandeep Kiran Baljit Gurleen'),
    m: words('Gurpreet Harjit Sukhdev Manjit Jaswinder Kuldeep Balwinder Arjan Ranjit Lovepreet'),
    family: {
      f: words('Kaur Kaur Kaur Gill Sandhu Dhillon Sidhu'),
      m: words('Singh Singh Singh Gill Sandhu Dhillon Sidhu'),
    },
  },
  {
    country: 'AL',
    birthplace: 'Z100',
    stateName: 'Albania',
    language: 'sq',
    weight: 40,
    f: words('Mirela Elona Ardita Valbona Anisa Entela Blerta Rovena'),
    m: words('Arben Ilir Dritan Altin Besnik Edmond Genti Klodian'),
    family: words('Hoxha Shehu Dervishi Leka Prifti Gjoni Kola Marku Bardhi'),
  },
  {
    country: 'EG',
    birthplace: 'Z336',
    stateName: 'Egitto',
    language: 'ar',
    weight: 38,
    f: words('Mona Heba Nour Amal Dina Rania Marwa Yasmin'),
    m: words('Ahmed Mahmoud Hany Tarek Sameh Mina Karim Ibrahim'),
    family: words('Mansour Hassan Farouk Salem Gaber Soliman Youssef Ramadan Saleh'),
  },
  {
    country: 'SN',
    birthplace: 'Z343',
    stateName: 'Senegal',
    language: 'fr',
    weight: 26,
    f: words('Aminata Fatou Awa Mariama Khady Ndeye Coumba Astou'),
    m: words('Moussa Cheikh Ibrahima Mamadou Ousmane Modou Abdoulaye Pape'),
    family: words('Diop Ndiaye Fall Sow Gueye Sarr Mbaye Faye Seck'),
  },
  {
    country: 'CN',
    birthplace: 'Z210',
    stateName: 'Cina',
    language: 'zh',
    weight: 18,
    f: words('Meiling Xiaoyan Lihua Yan Jing Fangfang'),
    m: words('Wei Jianguo Haoran Ming Zhiqiang Jun'),
    family: words('Chen Wang Hu Lin Zhang Zhou Xu'),
  },
  {
    country: 'UA',
    birthplace: 'Z138',
    stateName: 'Ucraina',
    language: 'uk',
    weight: 34,
    f: words('Oksana Olena Iryna Natalia Svitlana Halyna Tetiana Liudmyla Yuliia'),
    m: words('Andriy Serhiy Mykola Taras Vasyl Ivan Bohdan'),
    family: words('Kovalenko Shevchenko Bondarenko Melnyk Tkachenko Kravchuk Moroz Lysenko Boyko'),
  },
  {
    country: 'EC',
    birthplace: 'Z605',
    stateName: 'Ecuador',
    language: 'es',
    weight: 14,
    f: words('María Gladys Rosario Marisol Verónica Paola'),
    m: words('Luis Carlos Jorge Wilson Darwin Fernando'),
    family: list('Morales Vera, Zambrano Ruiz, Cedeño Mora, Vargas León, Paredes Cruz'),
  },
  {
    country: 'PE',
    birthplace: 'Z611',
    stateName: 'Perù',
    language: 'es',
    weight: 12,
    f: words('Milagros Rosa Carmen Yolanda Flor Pilar'),
    m: words('José Juan Víctor Miguel Percy César'),
    family: list('Quispe Rojas, Huamán Torres, Flores Díaz, Mendoza Ríos, Castillo Vega'),
  },
]

/** A community by its weight, or null for the Italian majority. */
export const drawCommunity = (chance: Chance): Community | null =>
  chance.weighted<Community | null>([
    [null, 1000 - communities.reduce((sum, community) => sum + community.weight, 0)],
    ...communities.map((community) => [community, community.weight] as const),
  ])

export const drawGiven = (chance: Chance, of: { community: Community | null; gender: Gender; age: number }): string => {
  // Many children of families from abroad, born here, carry a name of this place.
  const mixed = of.community !== null && of.age < 14 && chance.chance(0.25)
  return chance.pick(of.community && !mixed ? of.community[of.gender] : italianGiven[ageBandOf(of.age)][of.gender])
}

export const drawFamily = (chance: Chance, community: Community | null, gender: Gender): string => {
  if (!community) return chance.pick(italianFamily)
  const family = community.family
  return chance.pick('f' in family ? family[gender] : family)
}

const streets = list(
  'via Garibaldi, via Roma, via Mazzini, via Cavour, via Matteotti, via Dante, via Manzoni, via Verdi, via Marconi, via Kennedy, viale Europa, via della Repubblica, via IV Novembre, via XXV Aprile, via Don Bosco, via Papa Giovanni, via dei Mille, via Piave, via Monte Grappa, via dei Tigli, via delle Rose, via dei Gelsi, via Cascina Nuova, via del Mulino, via Fontanili, via Adda, via Serio, via Oglio, vicolo Chiuso, vicolo del Forno, piazza della Chiesa, via dell’Argine, via Po, via Stazione, via San Rocco, via Sant’Antonio, via Santa Maria, via San Giuseppe, via Puccini, via Monteverdi, via Stradivari, via Leopardi, via Gramsci, via De Gasperi, via Aldo Moro, via Turati',
)

/** Via, number, sometimes the stair: 'via Garibaldi 14'. */
export const drawStreet = (chance: Chance): string =>
  `${chance.pick(streets)} ${chance.int(1, 96)}${chance.chance(0.12) ? `/${chance.pick(['A', 'B', 'C'])}` : ''}`

const quarters: Readonly<Record<string, readonly string[]>> = {
  '019035': list(
    'Centro, Ombriano, Sabbioni, San Bernardino, Santa Maria, San Carlo, Castelnuovo, Vergonzana, Crema Nuova, Borgo San Pietro',
  ),
  '019036': list(
    'Centro, Borgo Loreto, Cambonino, Zaist, Cavatigozzi, Boschetto, San Felice, Quartiere Po, Maristella, Incrociatello, Picenengo',
  ),
  '019021': list('Centro, Vicomoscano, Casalbellotto, Vicobellignano, Quattrocase, Roncadello, Agoiolo'),
}
const villageQuarters = list('Centro, Stazione, Villaggio, Cascine, Borgo, Oltrefosso, Case Nuove')

export const drawQuarter = (chance: Chance, municipality: string): string =>
  chance.pick(quarters[municipality] ?? villageQuarters)
