export type Gender = 'f' | 'm'
export type Slots = Readonly<Record<string, string | number>>

/** Endings and little words that agree with the person: `sol{o}`, `{lui}`, `lavora{tore}`. */
const agreements: Record<Gender, Slots> = {
  f: {
    o: 'a',
    lui: 'lei',
    lo: 'la',
    il: 'la',
    gli: 'le',
    un: 'una',
    tore: 'trice',
    Il: 'La',
    signore: 'signora',
    uomo: 'donna',
  },
  m: {
    o: 'o',
    lui: 'lui',
    lo: 'lo',
    il: 'il',
    gli: 'gli',
    un: 'un',
    tore: 'tore',
    Il: 'Il',
    signore: 'signore',
    uomo: 'uomo',
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
