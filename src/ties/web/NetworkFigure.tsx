import type { ReactElement } from 'react'
import { figure } from '../../platform/core/words.ts'
import { TextLink } from '../../platform/web/kit/Button.tsx'
import { Callout, Note } from '../../platform/web/kit/Card.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { weighed } from '../../platform/web/weighed.tsx'
import { networkPageWords } from '../core/drawing.page.words.ts'
import type { Network } from '../core/network.schema.ts'
import { NetworkAsks } from './NetworkAsks.tsx'
import { NetworkEgo } from './NetworkEgo.tsx'
import { NetworkFilters } from './NetworkFilters.tsx'
import { NetworkPaper } from './NetworkPaper.tsx'
import { NetworkScope } from './NetworkScope.tsx'
import { NetworkTables } from './NetworkTables.tsx'
import { figuresAt } from './network.hooks.ts'
import { useNetworkState } from './network.state.hooks.ts'
import { WhichCount } from './WhichCount.tsx'

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
      {!ego && <WhichCount scope={network.scope} />}
      {network.cut && (
        <Callout tone="calm">
          {words('cut', { n: figure(language, network.nodes.length) })}{' '}
          <TextLink href={figuresAt(network.scope)}>{words('figures')}</TextLink>
        </Callout>
      )}
      {ego ? <NetworkEgo node={ego} choice={choice} scope={network.scope} /> : <NetworkScope scope={network.scope} />}
      {!ego && <NetworkAsks shown={shown} />}
      <NetworkPaper network={network} state={state} />
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
