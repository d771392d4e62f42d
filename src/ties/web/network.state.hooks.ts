import { useMemo } from 'react'
import { say } from '../../platform/core/words.ts'
import { useLanguage } from '../../platform/web/language.tsx'
import { useFilters } from '../../platform/web/navigation.ts'
import { networkPageWords } from '../core/drawing.page.words.ts'
import { egoSentence, networkSentence } from '../core/drawing.sentence.ts'
import { type Choice, momentsOf } from '../core/drawing.ts'
import type { Network, NodeKind } from '../core/network.schema.ts'
import { choiceIn, type Shown, useShown } from './network.hooks.ts'

/** Nodes by their names where the reader may see them, else by what they are and a number. */
const useNames = (network: Network): ((node: number) => string) => {
  const language = useLanguage()
  return useMemo(() => {
    const kindOf = (kind: NodeKind): string => say(networkPageWords, language, `node.${kind}`)
    const names = network.nodes.map(({ label, kind }, number) => label || `${kindOf(kind)} ${number + 1}`)
    return (node) => names[node] ?? ''
  }, [network, language])
}

export type State = {
  readonly choice: Choice
  readonly moments: readonly string[]
  readonly now: number
  readonly shown: Shown
  readonly nameOf: (node: number) => string
  readonly sentence: readonly [string, string]
}

/** What the address asks for, as it stands in this network. */
export const useNetworkState = (network: Network): State => {
  const [filters] = useFilters()
  const [language, nameOf] = [useLanguage(), useNames(network)]
  const choice = choiceIn(filters, network)
  const moments = useMemo(() => momentsOf(network), [network])
  const found = moments.indexOf(filters.day ?? '')
  const now = found < 0 ? moments.length - 1 : found
  const [first = network.day, day = network.day] = [moments[0], moments[now]]
  const shown = useShown(network, choice, { day, ask: filters.ask })
  const asked = { language, choice, from: first, day }
  const { ego } = choice
  const sentence =
    ego === null ? networkSentence(network, asked) : egoSentence(network, { ego, name: `<b>${nameOf(ego)}</b>` }, asked)
  return { choice, moments, now, shown, nameOf, sentence }
}
