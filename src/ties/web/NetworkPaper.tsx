import { type ReactElement, useMemo, useRef } from 'react'
import { Progress } from '../../platform/web/kit/Waiting.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { useFilters } from '../../platform/web/navigation.ts'
import { networkPageWords } from '../core/drawing.page.words.ts'
import { type Choice, type Drawing, livesOf } from '../core/drawing.ts'
import type { Network } from '../core/network.schema.ts'
import { useLayout } from './layout.hooks.ts'
import type { Places } from './layout.ts'
import { NetworkCanvas, type Seen } from './NetworkCanvas.tsx'
import { NetworkLegend } from './NetworkLegend.tsx'
import { NetworkSave } from './NetworkSave.tsx'
import { NetworkTime } from './NetworkTime.tsx'
import { aroundEgo, ringRadii } from './network.camera.ts'
import { type Shown, useMedia } from './network.hooks.ts'
import type { Scene } from './network.paint.ts'
import type { State } from './network.state.hooks.ts'

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

const plain = (sentence: readonly string[]): string =>
  sentence
    .join(' ')
    .replace(/<\/?b>/g, '')
    .trim()

const stillQuery = '(prefers-reduced-motion: reduce)'

/** The paper with what belongs to it: how far its layout is, its days, its legend, its files. */
export const NetworkPaper = ({ network, state }: { network: Network; state: State }): ReactElement => {
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
