import type { ReactElement, RefObject } from 'react'
import type { Day } from '../../platform/core/day.ts'
import { longDate } from '../../platform/core/words.ts'
import { download, fileNameOf } from '../../platform/web/download.ts'
import { Button, Buttons } from '../../platform/web/kit/Button.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { networkPageWords } from '../core/drawing.page.words.ts'
import type { Choice } from '../core/drawing.ts'
import type { Network } from '../core/network.schema.ts'
import { tieWords } from '../core/tie.words.ts'
import type { Seen } from './NetworkCanvas.tsx'
import { useTieKind } from './NetworkFilters.tsx'
import { kindsIn } from './NetworkLegend.tsx'
import { lookAt } from './network.look.ts'
import type { Scene } from './network.paint.ts'
import { type Caption, type Picture, pngOf, svgOf } from './network.picture.ts'

type Props = {
  network: Network
  choice: Choice
  day: Day
  scene: Scene
  sentence: string
  seen: RefObject<(() => Seen) | null>
}

/** What was left out, in words. */
const useFilterWords = (): ((network: Network, choice: Choice) => string) => {
  const [say, words, kindOf] = [useWords(networkPageWords), useWords(tieWords), useTieKind()]
  return (network, { tie, origin, age, node, town, legame }) =>
    [
      node && `${say('filter.who')}: ${say(`node.${node}`)}`,
      tie && `${say('filter.tie')}: ${kindOf(tie)}`,
      origin && words(`ties.origin.${origin}`),
      age && `${say('filter.age')}: ${say(`age.${age}`)}`,
      town && `${say('filter.town')}: ${network.towns.find(({ istatCode }) => istatCode === town)?.name ?? town}`,
      legame && say('legame.only'),
    ]
      .filter(Boolean)
      .join('. ')
}

const useCaption = ({ network, choice, day, sentence }: Props): Caption => {
  const [say, language, filtersOf] = [useWords(networkPageWords), useLanguage(), useFilterWords()]
  return {
    title: say('title', { name: network.name }),
    sentence,
    filters: filtersOf(network, choice),
    legend: kindsIn(network).map((kind) => ({ kind, label: say(`node.${kind}`) })),
    lines: { new: say('line.new'), old: say('line.old'), lost: say('line.lost') },
    source: say('source', { day: longDate(language, day) }),
  }
}

/** What is seen, as a file: with its filters, its day, its legend and its sentence. */
export const NetworkSave = (props: Props): ReactElement => {
  const [say, tell, caption] = [useWords(networkPageWords), useStatus(), useCaption(props)]
  const name = fileNameOf(`${say('fileName')} ${props.network.name} ${props.day}`)
  const pictureNow = (): Picture | null => {
    const seen = props.seen.current?.()
    return seen ? { scene: props.scene, seen, look: lookAt(document.documentElement), caption } : null
  }
  const save = async (kind: 'svg' | 'png'): Promise<void> => {
    const picture = pictureNow()
    if (!picture) return
    const file = kind === 'png' ? await pngOf(picture) : new Blob([svgOf(picture)], { type: 'image/svg+xml' })
    download(file, `${name}.${kind}`)
    tell({ text: say('saved') })
  }
  return (
    <Buttons>
      <Button icon="download" onClick={() => void save('svg')}>
        {say('saveSvg')}
      </Button>
      <Button icon="download" onClick={() => void save('png')}>
        {say('savePng')}
      </Button>
    </Buttons>
  )
}
