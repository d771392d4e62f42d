import { kitWords } from '../../core/kit.words.ts'
import { type Say, useWords } from '../language.tsx'

export type KitKey = keyof (typeof kitWords)['it'] & string

/** The kit's own words in the language around. */
export const useKitWords = (): Say<KitKey> => useWords<KitKey>(kitWords)

/** Joins class names, leaving out what is absent. */
export const classes = (...names: (string | false | undefined)[]): string => names.filter(Boolean).join(' ')
