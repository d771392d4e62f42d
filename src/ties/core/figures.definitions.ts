/** Where a measure stands on the page: how many, how close, who with whom, where born, what lasts, what is fragile, what changed. */
export type FigureGroup = 'many' | 'close' | 'with' | 'born' | 'lasts' | 'fragile' | 'change'

/** What a measure means, in both languages, with its formula, where it comes from and the values that it may take. */
export type FigureDefinition = {
  readonly code: string
  readonly group: FigureGroup
  readonly unit: 'count' | 'number' | 'share'
  readonly formula: string
  readonly source: string
  readonly range: string
  readonly it: { readonly name: string; readonly means: string }
  readonly en: { readonly name: string; readonly means: string }
}

/** Every measure of the page. What is not counted is not here, and what is not here is not shown. */
export const figureDefinitions: readonly FigureDefinition[] = [
  {
    code: 'size',
    group: 'many',
    unit: 'count',
    formula: 'n = Σ nodi / nodes',
    source: 'Wasserman & Faust 1994, §4.1',
    range: '0 – ∞',
    it: {
      name: 'Chi c’è nella rete',
      means:
        'Persone seguite, enti, scuole, aziende e altre persone che hanno almeno un legame oggi. Le altre persone si contano, ma non hanno nome.',
    },
    en: {
      name: 'Who is in the network',
      means:
        'People followed, bodies, schools, firms and other people with at least one tie on the day. Other people are counted and have no name.',
    },
  },
  {
    code: 'ties',
    group: 'many',
    unit: 'count',
    formula: 'm = Σ {i,j}',
    source: 'Wasserman & Faust 1994, §4.1',
    range: '0 – n (n − 1) / 2',
    it: {
      name: 'Legami',
      means:
        'Relazioni vive nel giorno scelto che contano come legame. Fra le stesse due persone si conta una volta sola.',
    },
    en: {
      name: 'Ties',
      means: 'Relations alive on the day that count as a tie. Between the same two people one is counted.',
    },
  },
  {
    code: 'young',
    group: 'many',
    unit: 'count',
    formula: 'm′ = Σ {i,j : vivo, non ancora legame}',
    source: 'Fare Legami',
    range: '0 – ∞',
    it: {
      name: 'Relazioni giovani',
      means: 'Relazioni vive che non hanno ancora i mesi che servono per contare come legame.',
    },
    en: {
      name: 'Young relations',
      means: 'Relations that are alive and have not yet lived the months that a tie takes.',
    },
  },
  {
    code: 'apart',
    group: 'many',
    unit: 'count',
    formula: 'm″ = Σ {i,j : operatore}',
    source: 'Szreter & Woolcock 2004',
    range: '0 – ∞',
    it: { name: 'Relazioni con operatori', means: 'Relazioni con chi è pagato per esserci. Si contano a parte.' },
    en: { name: 'Relations with workers', means: 'Relations with somebody paid to be there. They are counted apart.' },
  },
  {
    code: 'meanDegree',
    group: 'many',
    unit: 'number',
    formula: 'd̄ = Σ d(i) / n',
    source: 'Freeman 1978',
    range: '0 – n − 1',
    it: { name: 'Legami per persona', means: 'Quanti legami ha una persona, in media.' },
    en: { name: 'Ties per person', means: 'How many ties a person has, on average.' },
  },
  {
    code: 'degree',
    group: 'many',
    unit: 'count',
    formula: 'P(d) = #{i : d(i) = d}',
    source: 'Newman 2003',
    range: '0 – n',
    it: {
      name: 'Quanti legami hanno le persone',
      means: 'Quante persone hanno pochi o tanti legami. Chi ne ha nessuno o uno solo è isolato.',
    },
    en: {
      name: 'How many ties people have',
      means: 'How many people have few or many ties. Whoever has one or none is isolated.',
    },
  },
  {
    code: 'density',
    group: 'close',
    unit: 'share',
    formula: '2m / (n (n − 1))',
    source: 'Wasserman & Faust 1994, §4.1.1',
    range: '0 – 1',
    it: { name: 'Densità', means: 'Di tutti i legami possibili, quanti ci sono davvero.' },
    en: { name: 'Density', means: 'Of all the ties that could be, how many there are.' },
  },
  {
    code: 'reciprocity',
    group: 'close',
    unit: 'share',
    formula: '2 M / (2 M + A)',
    source: 'Wasserman & Faust 1994, §13.3',
    range: '0 – 1',
    it: { name: 'Reciprocità', means: 'Quante relazioni vanno nei due sensi: si dà e si riceve.' },
    en: { name: 'Reciprocity', means: 'How many relations go both ways: giving and receiving.' },
  },
  {
    code: 'components',
    group: 'close',
    unit: 'count',
    formula: 'c = #{componenti}',
    source: 'Tarjan & van Leeuwen 1984',
    range: '0 – n',
    it: {
      name: 'Parti separate',
      means: 'In quante parti è divisa la rete: fra una parte e l’altra non c’è nessun legame.',
    },
    en: { name: 'Separate parts', means: 'How many parts the network falls into: no tie joins one to another.' },
  },
  {
    code: 'largestShare',
    group: 'close',
    unit: 'share',
    formula: 'max |C| / n',
    source: 'Wasserman & Faust 1994, §4.2',
    range: '0 – 1',
    it: { name: 'Parte più grande', means: 'Quanta parte della rete sta nella parte più grande.' },
    en: { name: 'Largest part', means: 'How much of the network stands in its largest part.' },
  },
  {
    code: 'transitivity',
    group: 'close',
    unit: 'share',
    formula: '3 · triangoli / terne',
    source: 'Newman, Watts & Strogatz 2002',
    range: '0 – 1',
    it: {
      name: 'Transitività',
      means: 'Se due persone conoscono la stessa terza, quante volte si conoscono anche fra loro.',
    },
    en: { name: 'Transitivity', means: 'When two people know the same third one, how often they know each other too.' },
  },
  {
    code: 'clustering',
    group: 'close',
    unit: 'share',
    formula: 'Σ 2 t(i) / (d(i) (d(i) − 1)) / n',
    source: 'Watts & Strogatz 1998',
    range: '0 – 1',
    it: {
      name: 'Vicinanza attorno a ciascuno',
      means: 'Quanto si conoscono fra loro quelli che conosco. Chi ha meno di due legami conta zero.',
    },
    en: {
      name: 'Closeness around each one',
      means: 'How far those whom I know, know each other. Whoever has fewer than two ties counts zero.',
    },
  },
  {
    code: 'kCore',
    group: 'close',
    unit: 'count',
    formula: 'max k : d(i) ≥ k in H',
    source: 'Seidman 1983; Batagelj & Zaveršnik 2003',
    range: '0 – n − 1',
    it: {
      name: 'Nucleo',
      means: 'Nel gruppo più stretto ognuno ha almeno questo numero di legami con gli altri del gruppo.',
    },
    en: {
      name: 'Core',
      means: 'In the tightest group everybody has at least this many ties with the others of the group.',
    },
  },
  {
    code: 'communities',
    group: 'close',
    unit: 'count',
    formula: 'max Q',
    source: 'Traag, Waltman & van Eck 2019 (Leiden)',
    range: '1 – n',
    it: { name: 'Comunità', means: 'Gruppi che hanno più legami dentro che fuori.' },
    en: { name: 'Communities', means: 'Groups with more ties inside than outside.' },
  },
  {
    code: 'modularity',
    group: 'close',
    unit: 'number',
    formula: 'Q = Σ [e(c) / m − (d(c) / 2m)²]',
    source: 'Newman & Girvan 2004',
    range: '−½ – 1',
    it: {
      name: 'Quanto sono separate le comunità',
      means: 'Vicino a 1: comunità ben divise. Vicino a 0: come per caso.',
    },
    en: { name: 'How separate the communities are', means: 'Near 1: communities well apart. Near 0: as if by chance.' },
  },
  {
    code: 'largestCommunity',
    group: 'close',
    unit: 'count',
    formula: 'max |c|',
    source: 'Traag, Waltman & van Eck 2019',
    range: '1 – n',
    it: { name: 'Comunità più grande', means: 'Quanti stanno nella comunità più grande.' },
    en: { name: 'Largest community', means: 'How many stand in the largest community.' },
  },
  {
    code: 'betweenness',
    group: 'close',
    unit: 'share',
    formula: 'max Σ σ(s,t|i) / σ(s,t) : (n−1)(n−2)/2',
    source: 'Freeman 1977; Brandes 2001',
    range: '0 – 1',
    it: {
      name: 'Chi sta in mezzo',
      means:
        'Quante delle strade più corte fra due altri passano da chi sta più in mezzo. Conto esatto fino a 10.000 persone in una parte; oltre, a campione.',
    },
    en: {
      name: 'Who stands between',
      means:
        'How many of the shortest ways between two others pass through the one most in between. Exact up to 10,000 people in one part; sampled beyond.',
    },
  },
  {
    code: 'betweennessError',
    group: 'close',
    unit: 'share',
    formula: '√(ln(2n/α) / 2k)',
    source: 'Hoeffding 1963',
    range: '0 – 1',
    it: {
      name: 'Errore del conto a campione',
      means: 'Al massimo di quanto può sbagliare il numero qui sopra, 95 volte su 100. Zero: il conto è esatto.',
    },
    en: {
      name: 'Error of the sample',
      means: 'How far the number above may be wrong at most, 95 times in 100. Zero: the count is exact.',
    },
  },
  {
    code: 'centralisation',
    group: 'close',
    unit: 'share',
    formula: 'Σ (max b − b(i)) / ((n−1)²(n−2)/2)',
    source: 'Freeman 1979',
    range: '0 – 1',
    it: {
      name: 'Quanto dipende da uno solo',
      means: '1: tutte le strade passano da una persona. 0: nessuno sta più in mezzo degli altri.',
    },
    en: {
      name: 'How much hangs on one',
      means: '1: every way passes through one person. 0: nobody is more in between than the others.',
    },
  },
  {
    code: 'egoSize',
    group: 'close',
    unit: 'number',
    formula: 'd̄ con le terze persone',
    source: 'Burt 1992',
    range: '0 – ∞',
    it: {
      name: 'Rete attorno a una persona',
      means: 'Quante relazioni ha attorno una persona, in media, con le altre persone che ha nominato.',
    },
    en: {
      name: 'Network around a person',
      means: 'How many stand around a person, on average, with the other people whom they named.',
    },
  },
  {
    code: 'effectiveSize',
    group: 'close',
    unit: 'number',
    formula: 'Σj [1 − Σq p(i,q) m(j,q)]',
    source: 'Burt 1992, cap. 2',
    range: '1 – d(i)',
    it: {
      name: 'Ampiezza effettiva',
      means: 'Quanti mondi diversi tocca una persona: chi si conosce già fra sé conta meno.',
    },
    en: {
      name: 'Effective size',
      means: 'How many different worlds a person touches: those who know each other already count less.',
    },
  },
  {
    code: 'constraint',
    group: 'close',
    unit: 'number',
    formula: 'Σj [p(i,j) + Σq p(i,q) p(q,j)]²',
    source: 'Burt 1992, cap. 2',
    range: '0 – 9/8',
    it: { name: 'Vincolo', means: 'Alto: la persona dipende da pochi che si conoscono tutti. Basso: ha vie diverse.' },
    en: {
      name: 'Constraint',
      means: 'High: the person depends on few who all know each other. Low: there are different ways.',
    },
  },
  {
    code: 'mixing.sector',
    group: 'with',
    unit: 'count',
    formula: 'e(a,b)',
    source: 'Newman 2003',
    range: '0 – m',
    it: {
      name: 'Chi è legato con chi: persone, enti, aziende',
      means: 'Quanti legami uniscono persone, enti, scuole e aziende.',
    },
    en: {
      name: 'Who is tied with whom: people, bodies, firms',
      means: 'How many ties join people, bodies, schools and firms.',
    },
  },
  {
    code: 'mixing.age',
    group: 'with',
    unit: 'count',
    formula: 'e(a,b)',
    source: 'Newman 2003',
    range: '0 – m',
    it: { name: 'Chi è legato con chi: età', means: 'Quanti legami uniscono persone di età vicine o lontane.' },
    en: { name: 'Who is tied with whom: ages', means: 'How many ties join people of near or far ages.' },
  },
  {
    code: 'mixing.town',
    group: 'with',
    unit: 'count',
    formula: 'e(a,b)',
    source: 'Newman 2003',
    range: '0 – m',
    it: {
      name: 'Chi è legato con chi: comuni',
      means: 'Quanti legami uniscono persone dello stesso comune o di comuni diversi.',
    },
    en: {
      name: 'Who is tied with whom: towns',
      means: 'How many ties join people of the same town or of different ones.',
    },
  },
  {
    code: 'blau.sector',
    group: 'with',
    unit: 'share',
    formula: '1 − Σ p²',
    source: 'Blau 1977',
    range: '0 – 1 − 1/k',
    it: {
      name: 'Varietà per settore',
      means: 'Prese due persone o enti a caso nella rete, quante volte sono di gruppi diversi.',
    },
    en: {
      name: 'Variety by sector',
      means: 'Of two people or bodies drawn from the network, how often they are of different groups.',
    },
  },
  {
    code: 'alters.sector',
    group: 'with',
    unit: 'share',
    formula: 'Σ (1 − Σ p²) / n',
    source: 'Blau 1977; Burt 1983',
    range: '0 – 1 − 1/k',
    it: {
      name: 'Varietà attorno a ciascuno, per settore',
      means: 'Quanto sono diversi fra loro quelli a cui una persona è legata.',
    },
    en: {
      name: 'Variety around each one, by sector',
      means: 'How different from each other those are to whom a person is tied.',
    },
  },
  {
    code: 'ei.sector',
    group: 'with',
    unit: 'number',
    formula: '(E − I) / (E + I)',
    source: 'Krackhardt & Stern 1988',
    range: '−1 – 1',
    it: { name: 'Dentro o fuori, per settore', means: '−1: tutti i legami restano nel gruppo. 1: vanno tutti fuori.' },
    en: { name: 'Within or across, by sector', means: '−1: every tie stays within the group. 1: all go across.' },
  },
  {
    code: 'assortativity.sector',
    group: 'with',
    unit: 'number',
    formula: '(Σ e(a,a) − Σ a·b) / (1 − Σ a·b)',
    source: 'Newman 2003',
    range: '−1 – 1',
    it: {
      name: 'Simile con simile, per settore',
      means: '1: ognuno è legato a chi gli somiglia. 0: come per caso. Sotto zero: ci si lega fra diversi.',
    },
    en: {
      name: 'Like with like, by sector',
      means: '1: everybody is tied to those like them. 0: as if by chance. Below zero: to those unlike.',
    },
  },
  {
    code: 'blau.age',
    group: 'with',
    unit: 'share',
    formula: '1 − Σ p²',
    source: 'Blau 1977',
    range: '0 – 1 − 1/k',
    it: {
      name: 'Varietà per età',
      means: 'Prese due persone o enti a caso nella rete, quante volte sono di gruppi diversi.',
    },
    en: {
      name: 'Variety by age',
      means: 'Of two people or bodies drawn from the network, how often they are of different groups.',
    },
  },
  {
    code: 'alters.age',
    group: 'with',
    unit: 'share',
    formula: 'Σ (1 − Σ p²) / n',
    source: 'Blau 1977; Burt 1983',
    range: '0 – 1 − 1/k',
    it: {
      name: 'Varietà attorno a ciascuno, per età',
      means: 'Quanto sono diversi fra loro quelli a cui una persona è legata.',
    },
    en: {
      name: 'Variety around each one, by age',
      means: 'How different from each other those are to whom a person is tied.',
    },
  },
  {
    code: 'ei.age',
    group: 'with',
    unit: 'number',
    formula: '(E − I) / (E + I)',
    source: 'Krackhardt & Stern 1988',
    range: '−1 – 1',
    it: { name: 'Dentro o fuori, per età', means: '−1: tutti i legami restano nel gruppo. 1: vanno tutti fuori.' },
    en: { name: 'Within or across, by age', means: '−1: every tie stays within the group. 1: all go across.' },
  },
  {
    code: 'assortativity.age',
    group: 'with',
    unit: 'number',
    formula: '(Σ e(a,a) − Σ a·b) / (1 − Σ a·b)',
    source: 'Newman 2003',
    range: '−1 – 1',
    it: {
      name: 'Simile con simile, per età',
      means: '1: ognuno è legato a chi gli somiglia. 0: come per caso. Sotto zero: ci si lega fra diversi.',
    },
    en: {
      name: 'Like with like, by age',
      means: '1: everybody is tied to those like them. 0: as if by chance. Below zero: to those unlike.',
    },
  },
  {
    code: 'blau.town',
    group: 'with',
    unit: 'share',
    formula: '1 − Σ p²',
    source: 'Blau 1977',
    range: '0 – 1 − 1/k',
    it: {
      name: 'Varietà per comune',
      means: 'Prese due persone o enti a caso nella rete, quante volte sono di gruppi diversi.',
    },
    en: {
      name: 'Variety by town',
      means: 'Of two people or bodies drawn from the network, how often they are of different groups.',
    },
  },
  {
    code: 'alters.town',
    group: 'with',
    unit: 'share',
    formula: 'Σ (1 − Σ p²) / n',
    source: 'Blau 1977; Burt 1983',
    range: '0 – 1 − 1/k',
    it: {
      name: 'Varietà attorno a ciascuno, per comune',
      means: 'Quanto sono diversi fra loro quelli a cui una persona è legata.',
    },
    en: {
      name: 'Variety around each one, by town',
      means: 'How different from each other those are to whom a person is tied.',
    },
  },
  {
    code: 'ei.town',
    group: 'with',
    unit: 'number',
    formula: '(E − I) / (E + I)',
    source: 'Krackhardt & Stern 1988',
    range: '−1 – 1',
    it: { name: 'Dentro o fuori, per comune', means: '−1: tutti i legami restano nel gruppo. 1: vanno tutti fuori.' },
    en: { name: 'Within or across, by town', means: '−1: every tie stays within the group. 1: all go across.' },
  },
  {
    code: 'assortativity.town',
    group: 'with',
    unit: 'number',
    formula: '(Σ e(a,a) − Σ a·b) / (1 − Σ a·b)',
    source: 'Newman 2003',
    range: '−1 – 1',
    it: {
      name: 'Simile con simile, per comune',
      means: '1: ognuno è legato a chi gli somiglia. 0: come per caso. Sotto zero: ci si lega fra diversi.',
    },
    en: {
      name: 'Like with like, by town',
      means: '1: everybody is tied to those like them. 0: as if by chance. Below zero: to those unlike.',
    },
  },
  {
    code: 'capital',
    group: 'with',
    unit: 'count',
    formula: 'Σ {i,j : categoria}',
    source: 'Szreter & Woolcock 2004; Putnam 2000',
    range: '0 – m',
    it: {
      name: 'Legami che stringono, che fanno ponte, che danno accesso',
      means:
        'Un legame con chi è come noi stringe, con chi è di un altro gruppo fa ponte, con chi ha qualcosa da aprire dà accesso. Quali, lo dice la definizione scritta.',
    },
    en: {
      name: 'Ties that bond, that bridge, that link',
      means:
        'A tie with people like us bonds, with people of another group bridges, with those who can open something gives access. Which ones, the written definition says.',
    },
  },
  {
    code: 'socialProfit',
    group: 'with',
    unit: 'count',
    formula: 'Σ {azienda – persona, famiglia, terzo settore}',
    source: 'Fare Legami',
    range: '0 – m',
    it: {
      name: 'Ponti fra sociale e profit',
      means: 'Legami fra un’azienda e una persona, una famiglia o il terzo settore.',
    },
    en: {
      name: 'Bridges between social and profit',
      means: 'Ties between a firm and a person, a household or the third sector.',
    },
  },
  {
    code: 'born',
    group: 'born',
    unit: 'count',
    formula: 'Σ {i,j : origine}',
    source: 'Fare Legami',
    range: '0 – m',
    it: { name: 'Dove sono nati i legami', means: 'In quale occasione è nato ogni legame vivo oggi.' },
    en: { name: 'Where the ties were born', means: 'The occasion on which every tie alive on the day was born.' },
  },
  {
    code: 'blau.origin',
    group: 'born',
    unit: 'share',
    formula: '1 − Σ p²',
    source: 'Blau 1977',
    range: '0 – 1 − 1/k',
    it: { name: 'Varietà delle origini', means: 'Alta: i legami nascono in tante occasioni diverse.' },
    en: { name: 'Variety of origins', means: 'High: ties are born on many different occasions.' },
  },
  {
    code: 'new',
    group: 'born',
    unit: 'count',
    formula: 'since > t₀, vivo in t₁',
    source: 'Fare Legami',
    range: '0 – ∞',
    it: {
      name: 'Relazioni nuove',
      means: 'Cominciate nel periodo e vive alla fine, anche se non contano ancora come legame.',
    },
    en: {
      name: 'New relations',
      means: 'Begun in the period and alive at its end, even if they do not count as a tie yet.',
    },
  },
  {
    code: 'lost',
    group: 'born',
    unit: 'count',
    formula: 'viva in t₀, until ≤ t₁',
    source: 'Fare Legami',
    range: '0 – ∞',
    it: { name: 'Relazioni finite', means: 'Vive all’inizio del periodo e finite prima della fine.' },
    en: { name: 'Lost relations', means: 'Alive when the period began and ended before its end.' },
  },
  {
    code: 'stronger',
    group: 'born',
    unit: 'count',
    formula: 'w(t₁) > w(t₀)',
    source: 'Fare Legami',
    range: '0 – ∞',
    it: { name: 'Relazioni più strette', means: 'Nell’ultimo colloquio la persona le ha messe più vicine a sé.' },
    en: { name: 'Stronger relations', means: 'Placed closer by the person in the latest conversation.' },
  },
  {
    code: 'weaker',
    group: 'born',
    unit: 'count',
    formula: 'w(t₁) < w(t₀)',
    source: 'Fare Legami',
    range: '0 – ∞',
    it: { name: 'Relazioni più lontane', means: 'Nell’ultimo colloquio la persona le ha messe più lontane da sé.' },
    en: { name: 'Weaker relations', means: 'Placed farther by the person in the latest conversation.' },
  },
  {
    code: 'survival',
    group: 'lasts',
    unit: 'share',
    formula: 'S(t) = Π (1 − d(i) / n(i))',
    source: 'Kaplan & Meier 1958; Greenwood 1926',
    range: '0 – 1',
    it: {
      name: 'Quanto durano',
      means:
        'Di 100 relazioni nate, quante sono ancora vive dopo ogni mese. Quelle di prima del programma si seguono dal giorno in cui sono state scritte.',
    },
    en: {
      name: 'How long they last',
      means:
        'Of 100 relations born, how many still live after each month. Those from before the programme are followed from the day they were written down.',
    },
  },
  {
    code: 'bridges',
    group: 'fragile',
    unit: 'count',
    formula: '{i,j} : c(G − ij) > c(G)',
    source: 'Hopcroft & Tarjan 1973',
    range: '0 – n − 1',
    it: { name: 'Legami fragili', means: 'Se uno di questi legami finisce, la rete si spezza.' },
    en: { name: 'Fragile ties', means: 'When one of these ties ends, the network splits.' },
  },
  {
    code: 'linchpins',
    group: 'fragile',
    unit: 'count',
    formula: 'i : c(G − i) > c(G)',
    source: 'Hopcroft & Tarjan 1973',
    range: '0 – n − 2',
    it: { name: 'Chi tiene insieme la rete', means: 'Se una di queste persone se ne va, la rete si spezza.' },
    en: { name: 'Who holds the network together', means: 'When one of these people leaves, the network splits.' },
  },
  {
    code: 'mostCut',
    group: 'fragile',
    unit: 'count',
    formula: 'max taglio',
    source: 'Tarjan 1974',
    range: '0 – n / 2',
    it: { name: 'Quanti resterebbero staccati', means: 'Nel caso peggiore, quanti si staccano dal resto.' },
    en: { name: 'How many would be cut off', means: 'In the worst case, how many come off from the rest.' },
  },
  {
    code: 'change.size',
    group: 'change',
    unit: 'number',
    formula: 'Δ = Σ (x₁ − x₀) / n',
    source: 'Efron 1979 (bootstrap, 2.000, 95 %)',
    range: '−∞ – ∞',
    it: { name: 'Quante relazioni', means: 'Quante persone ha nominato, operatori esclusi.' },
    en: { name: 'How many relations', means: 'How many people were named, workers left out.' },
  },
  {
    code: 'change.diversity',
    group: 'change',
    unit: 'number',
    formula: '1 − Σ p²',
    source: 'Blau 1977; Efron 1979',
    range: '−1 – 1',
    it: { name: 'Quanto sono diverse', means: 'Quanti tipi diversi di relazione: parenti, amici, vicini e così via.' },
    en: {
      name: 'How different they are',
      means: 'How many different kinds of relation: kin, friends, neighbours and so on.',
    },
  },
  {
    code: 'change.legami',
    group: 'change',
    unit: 'share',
    formula: 'legami / relazioni',
    source: 'Fare Legami; Efron 1979',
    range: '−1 – 1',
    it: { name: 'Parte che conta come legame', means: 'Quante delle relazioni hanno già i mesi che servono.' },
    en: { name: 'Share that counts as a tie', means: 'How many of the relations have lived the months it takes.' },
  },
  {
    code: 'change.resources',
    group: 'change',
    unit: 'share',
    formula: 'avute / chieste',
    source: 'Van der Gaag & Snijders 2005; Efron 1979',
    range: '−1 – 1',
    it: { name: 'Su chi può contare', means: 'Delle cose chieste nel colloquio, per quante c’è qualcuno.' },
    en: {
      name: 'Whom one can count on',
      means: 'Of what was asked in the conversation, for how much there is somebody.',
    },
  },
  {
    code: 'change.isolated',
    group: 'change',
    unit: 'share',
    formula: '#{x ≤ 1} / n',
    source: 'Fare Legami; Efron 1979',
    range: '−1 – 1',
    it: { name: 'Persone isolate', means: 'Quante persone hanno nominato una sola persona o nessuna.' },
    en: { name: 'Isolated people', means: 'How many people named one person only or none.' },
  },
]

const byCode = new Map(figureDefinitions.map((one) => [one.code, one]))

export const definitionOf = (code: string): FigureDefinition | undefined => byCode.get(code)

const ofPeople = ['meanDegree', 'degree', 'egoSize', 'effectiveSize', 'constraint', 'apart', 'stronger', 'weaker']

/** What can be said of bodies among themselves: they have no age, no town and no conversation to be asked in. */
export const isOfBodies = ({ code, group }: Pick<FigureDefinition, 'code' | 'group'>): boolean =>
  group !== 'change' && !ofPeople.includes(code) && !/\.(age|town)$/.test(code)

/** The measures that stand open on the page: what whoever coordinates asks first. The others are one press away. */
const front: ReadonlySet<string> = new Set(
  'size ties young apart meanDegree degree density reciprocity components largestShare mixing.sector capital socialProfit born new lost bridges linchpins mostCut change.size change.isolated'.split(
    ' ',
  ),
)
export const standsInFront = (code: string): boolean => front.has(code)
