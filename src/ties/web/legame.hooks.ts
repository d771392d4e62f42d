import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { networkPageWords } from '../core/drawing.page.words.ts'
import type { Brings } from '../core/legame.ts'
import { legamePageWords } from '../core/legame.words.ts'
import { TieKind } from '../core/tie.schema.ts'
import { tieWords } from '../core/tie.words.ts'

/** Kinds of body that a definition may name. */
export const bodyKinds = ['public', 'thirdSector', 'firm', 'school', 'other'] as const

/** Which ties bond, bridge and give access by a definition, in words. */
export const useBrings = (): ((one: Brings) => string) => {
  const [say, words, node] = [useWords(legamePageWords), useWords(tieWords), useWords(networkPageWords)]
  const language = useLanguage()
  const listed = (names: readonly string[]): string =>
    names.length === 0 ? say('bringsNone') : names.join(', ').toLocaleLowerCase(language)
  const kindsIn = (codes: readonly string[]): string[] =>
    TieKind.options.filter((kind) => codes.includes(kind)).map((kind) => words(`ties.kind.${kind}`))
  return ({ bonding, linking, linkingBodies }) => {
    const bodies = bodyKinds.filter((kind) => linkingBodies.includes(kind)).map((kind) => node(`node.${kind}`))
    const linked = [...kindsIn(linking), ...(bodies.length > 0 ? [say('withBodies', { bodies: listed(bodies) })] : [])]
    return say('brings', { bonding: listed(kindsIn(bonding)), linking: listed(linked) })
  }
}
