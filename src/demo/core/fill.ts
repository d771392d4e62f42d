export type Gender = 'f' | 'm'
export type Slots = Readonly<Record<string, string | number>>

const feminine = 'o:a lui:lei lo:la il:la un:una tore:trice'
const masculine = 'o:o lui:lui lo:lo il:il un:un tore:tore'
const pairs = (text: string): Slots => Object.fromEntries(text.split(' ').map((pair) => pair.split(':')))

/** Endings and little words that agree with the person: `sol{o}`, `{lui}`, `lavora{tore}`. */
const agreements: Record<Gender, Slots> = {
  f: {
    ...pairs(feminine),
    ilSignore: 'la signora',
    mioVicino: 'la mia vicina',
    mioNipote: 'mia nipote',
    mioZio: 'mia zia',
  },
  m: {
    ...pairs(masculine),
    ilSignore: 'il signore',
    mioVicino: 'il mio vicino',
    mioNipote: 'mio nipote',
    mioZio: 'mio zio',
  },
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Fills `{name}` from the slots and the agreements of the gender; a slot nobody filled is a mistake of ours. */
export const fill = (template: string, gender: Gender, slots: Slots = {}): string =>
  capital(
    template.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const found = slots[name] ?? agreements[gender][name]
      if (found === undefined) throw new Error(`fill: ${whole} in "${template}"`)
      return String(found)
    }),
  )
