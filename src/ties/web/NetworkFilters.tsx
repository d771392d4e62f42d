import type { ReactElement } from 'react'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Select } from '../../platform/web/kit/Field.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { useFilters } from '../../platform/web/navigation.ts'
import { networkPageWords } from '../core/drawing.page.words.ts'
import { AgeBand, type Network, type NetworkTie, NodeKind } from '../core/network.schema.ts'
import { OriginKind } from '../core/tie.schema.ts'
import { tieWords } from '../core/tie.words.ts'

/** The kind of a tie in words. */
export const useTieKind = (): ((kind: NetworkTie['kind']) => string) => {
  const [say, words] = [useWords(networkPageWords), useWords(tieWords)]
  return (kind) => (kind === 'knows' || kind === 'together' ? say(`kind.${kind}`) : words(`ties.kind.${kind}`))
}

type Option = { value: string; label: string }
type Name = 'tie' | 'origin' | 'age' | 'who' | 'town'

/** Only what there is in this network can be chosen. */
const useOptions = (network: Network): Readonly<Record<Name, readonly Option[]>> => {
  const [say, words, kindOf] = [useWords(networkPageWords), useWords(tieWords), useTieKind()]
  const { ties, nodes, towns } = network
  const kinds = [...new Set(ties.map(({ kind }) => kind))]
  const origins = new Set(ties.map(({ origin }) => origin))
  const ages = new Set(nodes.map(({ age }) => age))
  const whos = new Set(nodes.map(({ kind }) => kind))
  return {
    tie: kinds.map((value) => ({ value, label: kindOf(value) })).sort((a, b) => a.label.localeCompare(b.label)),
    origin: OriginKind.options
      .filter((value) => origins.has(value))
      .map((value) => ({ value, label: words(`ties.origin.${value}`) })),
    age: AgeBand.options.flatMap((value) =>
      value !== '' && ages.has(value) ? [{ value, label: say(`age.${value}`) }] : [],
    ),
    who: NodeKind.options.filter((value) => whos.has(value)).map((value) => ({ value, label: say(`node.${value}`) })),
    town: towns.map(({ istatCode, name }) => ({ value: istatCode, label: name })),
  }
}

const names = ['who', 'tie', 'origin', 'age', 'town'] as const

/** What is left out of the drawing, kept in the address; each choice shows at once. */
export const NetworkFilters = ({ network }: { network: Network }): ReactElement => {
  const say = useWords(networkPageWords)
  const [filters, change] = useFilters()
  const options = useOptions(network)
  const isFiltered = [...names, 'legame' as const].some((name) => filters[name])
  const clear = Object.fromEntries([...names, 'legame', 'rows'].map((name) => [name, undefined]))
  return (
    <fieldset className="filters net__filters">
      <legend className="sr">{say('filters')}</legend>
      {names.map((name) => (
        <Select
          key={name}
          id={`filter-${name}`}
          label={say(`filter.${name}`)}
          value={filters[name] ?? ''}
          empty={say('all')}
          options={options[name]}
          onChange={(event) => change({ [name]: event.target.value, rows: undefined })}
        />
      ))}
      <Select
        id="filter-legame"
        label={say('filter.legame')}
        value={filters.legame ?? ''}
        options={[
          { value: '', label: say('legame.all') },
          { value: 'only', label: say('legame.only') },
        ]}
        onChange={(event) => change({ legame: event.target.value, rows: undefined })}
      />
      {isFiltered && (
        <Button look="quiet" icon="close" onClick={() => change(clear)}>
          {say('clear')}
        </Button>
      )}
    </fieldset>
  )
}
