export type Texts = Readonly<Record<string, string>>

/** Fields that both sides changed, each to something else. */
export type Clash = { readonly name: string; readonly mine: string; readonly theirs: string }

/**
 * Two people changed the same form, starting from `base`: a field that only one of them touched has that one's text, the
 * others clash. `together` has my text where they clash.
 */
export const mergeTexts = (base: Texts, mine: Texts, theirs: Texts): { together: Texts; clashes: readonly Clash[] } => {
  const names = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])]
  const of = (texts: Texts, name: string): string => texts[name] ?? ''
  const together = names.map((name) => [name, of(of(mine, name) === of(base, name) ? theirs : mine, name)] as const)
  const clashes = names
    .map((name) => ({ name, mine: of(mine, name), theirs: of(theirs, name) }))
    .filter(({ name, mine, theirs }) => mine !== theirs && mine !== of(base, name) && theirs !== of(base, name))
  return { together: Object.fromEntries(together), clashes }
}
