import type { ReactElement, RefObject } from 'react'
import type { Day } from '../../platform/core/day.ts'
import { longDate } from '../../platform/core/words.ts'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { lettersOfPage } from '../../platform/web/picture.ts'
import { SaveButtons } from '../../platform/web/SavePicture.tsx'
import { networkPageWords } from '../core/drawing.page.words.ts'
import type { Choice } from '../core/drawing.ts'
import type { Network } from '../core/network.schema.ts'
import { tieWords } from '../core/tie.words.ts'
import type { Seen } from './NetworkCanvas.tsx'
import { useTieKind } from './NetworkFilters.tsx'
import { kindsIn } from './NetworkLegend.tsx'
import { lookAt } from './network.look.ts'
import type { Scene } from './network.paint.ts'
import { type Caption, pngOf, svgOf } from './network.picture.ts'

type Props = {
  network: Network
  choice: Choice
  day: Day
  scene: Scene
  sentence: readonly [string, string]
  seen: RefObject<(() => Seen) | null>
}

/** What was left out, in words. */
const useFilterWords = (): ((network: Network, choice: Choice) => string) => {
  const [say, words, kindOf] = [useWords(networkPageWords), useWords(tieWords), useTieKind()]
  return (network, { tie, origin, age, node, town, legame }) => {
    const chosen = [
      node && `${say('filter.who')}: ${say(`node.${node}`)}`,
      tie && `${say('filter.tie')}: ${kindOf(tie)}`,
      origin && words(`ties.origin.${origin}`),
      age && `${say('filter.age')}: ${say(`age.${age}`)}`,
      town && `${say('filter.town')}: ${network.towns.find(({ istatCode }) => istatCode === town)?.name ?? town}`,
      legame && say('legame.only'),
    ].filter(Boolean)
    return chosen.length > 0 ? `${say('filters')}: ${chosen.join('; ')}` : ''
  }
}

/** A third party in the middle is told, not named. */
const useUnnamed = ({ network, choice }: Props): ((text: string) => string) => {
  const say = useWords(networkPageWords)
  const middle = choice.ego === null ? undefined : network.nodes[choice.ego]
  return (text) => (middle?.kind === 'alter' && middle.label ? text.replaceAll(middle.label, say('node.alter')) : text)
}

const useCaption = (props: Props): Caption => {
  const { network, choice, day, sentence } = props
  const unnamed = useUnnamed(props)

  const [say, language, filtersOf] = [useWords(networkPageWords), useLanguage(), useFilterWords()]
  return {
    title: say('title', { name: network.name }),
    sentence: unnamed(sentence[0]),
    more: sentence[1],
    filters: filtersOf(network, choice),
    legend: kindsIn(network).map((kind) => ({ kind, label: say(`node.${kind}`) })),
    lines: { new: say('line.new'), old: say('line.old'), lost: say('line.lost'), empty: say('line.empty') },
    source: say('source', { day: longDate(language, day) }),
  }
}

/** What is seen, as a file: with its filters, its day, its legend and its sentence. */
export const NetworkSave = (props: Props): ReactElement => {
  const [say, caption] = [useWords(networkPageWords), useCaption(props)]
  const make = async (kind: 'svg' | 'png'): Promise<Blob | null> => {
    const seen = props.seen.current?.()
    if (!seen) return null
    const picture = { scene: props.scene, seen, look: lookAt(document.documentElement), caption }
    return kind === 'png'
      ? pngOf(picture)
      : new Blob([svgOf(picture, await lettersOfPage())], { type: 'image/svg+xml' })
  }
  return <SaveButtons name={`${say('fileName')} ${props.network.name} ${props.day}`} make={make} />
}
