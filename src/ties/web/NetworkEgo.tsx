import type { ReactElement } from 'react'
import { TextLink } from '../../platform/web/kit/Button.tsx'
import { Select } from '../../platform/web/kit/Field.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { at, useFilters } from '../../platform/web/navigation.ts'
import { networkPageWords } from '../core/drawing.page.words.ts'
import type { Choice } from '../core/drawing.ts'
import type { NetworkNode, Scope } from '../core/network.schema.ts'
import { useHref } from './NetworkTables.tsx'

/** Around one node: how far to look, the way to its file where it may be opened, and the way back. */
export const NetworkEgo = ({
  node,
  choice,
  scope,
}: {
  node: NetworkNode
  choice: Choice
  scope: Scope
}): ReactElement => {
  const [say, href] = [useWords(networkPageWords), useHref()]
  const [, change] = useFilters()
  return (
    <div className="filters net__ego">
      <Select
        id="steps"
        label={say('steps')}
        value={String(choice.steps)}
        options={(['1', '2'] as const).map((value) => ({ value, label: say(`steps.${value}`) }))}
        onChange={(event) => change({ steps: event.target.value === '2' ? '2' : undefined, rows: undefined })}
      />
      <p className="filters__tail">
        <TextLink
          href={href({ node: scope.kind === 'person' ? 'all' : undefined, steps: undefined, rows: undefined })}
          icon="back"
        >
          {say('wholeNet')}
        </TextLink>
        {node.caseId && (
          <TextLink href={at(`/casi/${node.caseId}/legami`)} icon="file">
            {say('openCase')}
          </TextLink>
        )}
      </p>
    </div>
  )
}
