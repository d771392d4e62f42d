import type { ReactElement } from 'react'
import { useWords } from '../../platform/web/language.tsx'
import { networkPageWords } from '../core/drawing.page.words.ts'
import { type Network, NodeKind } from '../core/network.schema.ts'
import { nodeLooks } from './network.look.ts'
import { pointsOf } from './network.pen.ts'

const Form = ({ kind }: { kind: NodeKind }): ReactElement => {
  const { shape, side } = nodeLooks[kind]
  const points = pointsOf(shape, { x: 12, y: 12, radius: 7 })
  return (
    <svg className={`side-${side}`} viewBox="0 0 24 24" aria-hidden="true">
      {points === null ? (
        <circle cx="12" cy="12" r="7" className={kind === 'alter' ? 'is-empty' : undefined} />
      ) : (
        <polygon points={points} />
      )}
    </svg>
  )
}

/** Kinds that are in the network, in the order of the three sides. */
export const kindsIn = (network: Network): NodeKind[] =>
  NodeKind.options.filter((kind) => network.nodes.some((node) => node.kind === kind))

const lines = { new: 'l-new', old: 'l-old', lost: 'l-lost' } as const

/** What forms, colours and lines mean. */
export const NetworkLegend = ({ network }: { network: Network }): ReactElement => {
  const say = useWords(networkPageWords)
  return (
    <div className="net__legend">
      <h2 className="h3">{say('legend')}</h2>
      <ul>
        {kindsIn(network).map((kind) => (
          <li key={kind}>
            <Form kind={kind} />
            {say(`node.${kind}`)}
          </li>
        ))}
        <li>
          <svg className="side-persona" viewBox="0 0 24 24" aria-hidden="true">
            <circle cx="12" cy="12" r="7" className="is-empty" />
          </svg>
          {say('line.empty')}
        </li>
      </ul>
      <ul>
        {(['new', 'old', 'lost'] as const).map((state) => (
          <li key={state}>
            <svg className="map net__line" viewBox="0 0 40 24" aria-hidden="true">
              <path className={lines[state]} d="M2 12H38" />
              {state === 'new' && <circle cx="20" cy="12" r="6" className="net__bead" />}
            </svg>
            {say(`line.${state}`)}
          </li>
        ))}
      </ul>
    </div>
  )
}
