import type { ReactElement } from 'react'
import { Answered } from '../../platform/web/Answered.tsx'
import { LinkButton } from '../../platform/web/kit/Button.tsx'
import { EmptyState, MayNot } from '../../platform/web/kit/Lists.tsx'
import { Skeleton } from '../../platform/web/kit/Waiting.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { useFilters } from '../../platform/web/navigation.ts'
import { useRead } from '../../platform/web/query.ts'
import { networkPageWords } from '../core/drawing.page.words.ts'
import { networkApi } from '../core/network.api.ts'
import type { Scope } from '../core/network.schema.ts'
import { NetworkFigure } from './NetworkFigure.tsx'
import { NetworkScope, useOwnScope } from './NetworkScope.tsx'
import { figuresAt, scopeIn } from './network.hooks.ts'

const FiguresInstead = ({ scope }: { scope: Scope }): ReactElement => {
  const say = useWords(networkPageWords)
  return (
    <MayNot level={1} title={say('mayNot')} act={<LinkButton href={figuresAt(scope)}>{say('figures')}</LinkButton>}>
      {say('mayNotHint')}
    </MayNot>
  )
}

const needsId = ({ kind, id }: Scope): boolean =>
  id === '' && (kind === 'district' || kind === 'town' || kind === 'occasion' || kind === 'person')

const Drawn = ({ scope }: { scope: Scope }): ReactElement => {
  const say = useWords(networkPageWords)
  const asksFirst = needsId(scope)
  const found = useRead(networkApi.show, {
    params: { kind: scope.kind },
    query: { id: scope.id },
    enabled: !asksFirst,
  })
  if (found.error?.problem.status === 403) return <FiguresInstead scope={scope} />
  if (asksFirst)
    return (
      <>
        <EmptyState level={1} icon="link" title={say('chooseFirst')}>
          {say('chooseHint')}
        </EmptyState>
        <NetworkScope scope={scope} />
      </>
    )
  return (
    <Answered of={found}>
      {(network) =>
        network.nodes.length === 0 ? (
          <>
            <EmptyState level={1} icon="link" title={say('none')}>
              {say('noneHint')}
            </EmptyState>
            <NetworkScope scope={scope} />
          </>
        ) : (
          <NetworkFigure key={`${network.scope.kind} ${network.scope.id}`} network={network} />
        )
      }
    </Answered>
  )
}

/** The networks of the programme: one sentence, the drawing with its filters and its days, the same as a table. */
export const NetworkPage = (): ReactElement => {
  const [say, [filters], own] = [useWords(networkPageWords), useFilters(), useOwnScope()]
  if (own === undefined || own === null) return <Skeleton label={say('laying')} />
  const scope = scopeIn(filters, own) ?? own
  return <Drawn key={`${scope.kind} ${scope.id}`} scope={scope} />
}
