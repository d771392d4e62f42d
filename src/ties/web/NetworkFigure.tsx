import { type ReactElement, useMemo, useRef } from 'react'
import { figure, say } from '../../platform/core/words.ts'
import { TextLink } from '../../platform/web/kit/Button.tsx'
import { Callout, Note } from '../../platform/web/kit/Card.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { Progress } from '../../platform/web/kit/Waiting.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { useFilters } from '../../platform/web/navigation.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import { networkPageWords } from '../core/drawing.page.words.ts'
import { egoSentence, networkSentence } from '../core/drawing.sentence.ts'
import { type Choice, type Drawing, livesOf, momentsOf } from '../core/drawing.ts'
import type { Network, NodeKind } from '../core/network.schema.ts'
import { useLayout } from './layout.hooks.ts'
import type { Places } from './layout.ts'
import { NetworkAsks } from './NetworkAsks.tsx'
import { NetworkCanvas, type Seen } from './NetworkCanvas.tsx'
import { NetworkEgo } from './NetworkEgo.tsx'
import { NetworkFilters } from './NetworkFilters.tsx'
import { NetworkLegend } from './NetworkLegend.tsx'
import { NetworkSave } from './NetworkSave.tsx'
import { NetworkScope } from './NetworkScope.tsx'
import { NetworkTables } from './NetworkTables.tsx'
import { NetworkTime } from './NetworkTime.tsx'
import { aroundEgo, ringRadii } from './network.camera.ts'
import { choiceIn, figuresAt, type Shown, useMedia, useShown } from './network.hooks.ts'
import type { Scene } from './network.paint.ts'

/** Nodes by their names where the reader may see them, else by what they are and a number. */
const useNames = (network: Network): ((node: number) => string) => {
  const language = useLanguage()
  return useMemo(() => {
    const kindOf = (kind: NodeKind): string => say(networkPageWords, language, `node.${kind}`)
    const names = network.nodes.map(({ label, kind }, number) => label || `${kindOf(kind)} ${number + 1}`)
    return (node) => names[node] ?? ''
  }, [network, language])
}

/** Which ring around the middle each node stands on: those tied to it, then those tied to them. */
const ringsOf = (network: Network, drawing: Drawing, ego: number): number[][] => {
  const near = new Set<number>()
  for (const { tie } of drawing.ties) {
    const { from, to } = network.ties[tie] ?? {}
    if (from === ego && to !== undefined) near.add(to)
    if (to === ego && from !== undefined) near.add(from)
  }
  near.delete(ego)
  return [[...near], drawing.nodes.filter((node) => node !== ego && !near.has(node))]
}

type Placed = { readonly places: Places; readonly rings: readonly number[] }

/** Everybody's places, or the rings around one; null until they are known. */
const usePlaces = (network: Network, choice: Choice, shown: Shown, places: Places | null): Placed | null => {
  const { ego } = choice
  return useMemo(() => {
    if (places === null || ego === null) return places && { places, rings: [] }
    const rings = ringsOf(network, shown.drawing, ego)
    return { places: aroundEgo(places, ego, rings), rings: ringRadii(rings) }
  }, [places, ego, network, shown.drawing])
}

type State = {
  readonly choice: Choice
  readonly moments: readonly string[]
  readonly now: number
  readonly shown: Shown
  readonly nameOf: (node: number) => string
  readonly sentence: readonly [string, string]
}

/** What the address asks for, as it stands in this network. */
const useNetworkState = (network: Network): State => {
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

const plain = (sentence: readonly string[]): string =>
  sentence
    .join(' ')
    .replace(/<\/?b>/g, '')
    .trim()

const stillQuery = '(prefers-reduced-motion: reduce)'

/** The paper with what belongs to it: how far its layout is, its days, its legend, its files. */
const Paper = ({ network, state }: { network: Network; state: State }): ReactElement => {
  const words = useWords(networkPageWords)
  const [, change] = useFilters()
  const still = useMedia(stillQuery)
  const { choice, shown, nameOf, moments, now, sentence } = state
  const layout = useLayout(network, still)
  const placed = usePlaces(network, choice, shown, layout.places)
  const seen = useRef<(() => Seen) | null>(null)
  const { drawing, lit, litTies } = shown
  const scene = useMemo<Scene | null>(
    () => placed && { network, drawing, ...placed, lit, litTies, chosen: choice.ego, nameOf },
    [network, drawing, placed, lit, litTies, choice.ego, nameOf],
  )
  const key = JSON.stringify({ ...choice, legame: false })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a choice is its words
  const lives = useMemo(() => livesOf(network, choice, moments), [network, key, moments])
  const move = (moment: number): void => change({ day: moment === moments.length - 1 ? undefined : moments[moment] })
  const pick = (node: number | null): void => {
    if (node !== null) change({ node: network.nodes[node]?.key, rows: undefined })
  }
  const share = Math.round(layout.share * 100)
  return (
    <div className="net">
      <div className="net__main">
        {scene ? (
          <NetworkCanvas scene={scene} label={plain(sentence)} fit={key} onPick={pick} seen={seen} />
        ) : (
          <div className="net__paper" />
        )}
        {!layout.done && (
          <div className="net__laying">
            <Progress label={words('laying')} value={share} max={100} say={words('share', { n: share })} />
          </div>
        )}
        {moments.length > 1 && <NetworkTime moments={moments} lives={lives} now={now} still={still} onMove={move} />}
      </div>
      <div className="net__side">
        <NetworkLegend network={network} />
        {scene && layout.done && (
          <NetworkSave
            network={network}
            choice={choice}
            day={drawing.day}
            scene={scene}
            sentence={[plain([sentence[0]]), plain([sentence[1]])]}
            seen={seen}
          />
        )}
      </div>
    </div>
  )
}

/** A network: what it says, what to begin with, the drawing, the filters and the same as a table. */
export const NetworkFigure = ({ network }: { network: Network }): ReactElement => {
  const [words, language] = [useWords(networkPageWords), useLanguage()]
  const state = useNetworkState(network)
  const { choice, shown, nameOf, sentence } = state
  const ego = choice.ego === null ? undefined : network.nodes[choice.ego]
  return (
    <>
      <Sentence eyebrow={network.name} lead={weighed(sentence[1])} wide>
        {weighed(sentence[0])}
      </Sentence>
      {network.cut && (
        <Callout tone="calm">
          {words('cut', { n: figure(language, network.nodes.length) })}{' '}
          <TextLink href={figuresAt(network.scope)}>{words('figures')}</TextLink>
        </Callout>
      )}
      {ego ? <NetworkEgo node={ego} choice={choice} scope={network.scope} /> : <NetworkScope scope={network.scope} />}
      {!ego && <NetworkAsks shown={shown} />}
      <Paper network={network} state={state} />
      <NetworkFilters network={network} />
      <NetworkTables network={network} drawing={shown.drawing} nameOf={nameOf} lit={shown.lit} />
      <p>
        <TextLink href={figuresAt(network.scope)} icon="chart">
          {words('theFigures')}
        </TextLink>
      </p>
      <Note icon="info">
        {words('definition', { version: network.definition.version, text: network.definition.text })}
      </Note>
    </>
  )
}
