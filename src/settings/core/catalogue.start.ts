import type { CatalogueItem, CatalogueKind } from './settings.schema.ts'

type Said = readonly [it: string, en: string]

/** What a programme finds in its lists before anybody edits them; an entry saved under the same code takes the place of this one. */
const start = {
  referralChannel: {
    self: ['Da solo o da sola', 'By themselves'],
    neighbour: ['Un vicino o un parente', 'A neighbour or relative'],
    antenna: ['Un’antenna', 'An antenna'],
    socialService: ['Servizio sociale', 'Social services'],
    jobCentre: ['Centro per l’impiego', 'Job centre'],
    youthInfo: ['Sportello giovani', 'Youth information'],
    school: ['Scuola', 'School'],
    parish: ['Parrocchia', 'Parish'],
    association: ['Associazione', 'Association'],
    healthService: ['Medico o servizio sanitario', 'Doctor or health service'],
    other: ['Altro', 'Other'],
  },
  referralClosing: {
    declined: ['Ha detto di no', 'Said no'],
    unreachable: ['Non si riesce a sentire', 'Cannot be reached'],
    outOfScope: ['Serve un altro aiuto', 'Needs another kind of help'],
    duplicate: ['Già segnalata', 'Already reported'],
  },
  observedSign: {
    isolation: ['È molto sola, o molto solo', 'Very much alone'],
    jobLoss: ['Ha perso il lavoro', 'Lost their job'],
    careBurden: ['Si occupa di qualcuno giorno e notte', 'Looks after somebody day and night'],
    housing: ['Problemi di casa', 'Housing trouble'],
    debts: ['Debiti, bollette', 'Debts, bills'],
    school: ['Problemi a scuola', 'Trouble at school'],
    bereavement: ['Ha perso una persona cara', 'Lost a loved one'],
    food: ['Fa fatica a fare la spesa', 'Struggles to buy food'],
    newHere: ['È qui da poco', 'New to the area'],
  },
} as const satisfies Partial<Record<CatalogueKind, Readonly<Record<string, Said>>>>

const kinds = Object.keys(start) as (keyof typeof start)[]

const entries: readonly CatalogueItem[] = kinds.flatMap((kind, list) =>
  Object.entries<Said>(start[kind]).map(([code, [labelIt, labelEn]], place) => ({
    id: `00000000-0000-4000-8000-${String((list + 1) * 1000 + place).padStart(12, '0')}`,
    kind,
    code,
    labelIt,
    labelEn,
    data: {},
    position: (place + 1) * 10,
    active: true,
  })),
)

const byPlace = (one: CatalogueItem, other: CatalogueItem): number =>
  one.kind.localeCompare(other.kind) || one.position - other.position || (one.code < other.code ? -1 : 1)

/** What was saved, and the entries that a programme starts with where nobody saved one of that code. */
export const withStart = (saved: readonly CatalogueItem[], kind?: CatalogueKind): CatalogueItem[] => {
  const known = new Set(saved.map((one) => `${one.kind} ${one.code}`))
  const rest = entries.filter((one) => (!kind || one.kind === kind) && !known.has(`${one.kind} ${one.code}`))
  return [...saved, ...rest].sort(byPlace)
}
