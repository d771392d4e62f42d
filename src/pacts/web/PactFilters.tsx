import type { ReactElement } from 'react'
import { LinkButton } from '../../platform/web/kit/Button.tsx'
import { Select, TextInput } from '../../platform/web/kit/Field.tsx'
import { FilterBar } from '../../platform/web/kit/Lists.tsx'
import { useLanguage } from '../../platform/web/language.tsx'
import { at, useGo } from '../../platform/web/navigation.ts'
import { useRead } from '../../platform/web/query.ts'
import { settingsApi } from '../../settings/core/settings.api.ts'
import { PactState } from '../core/pact.schema.ts'
import { type PactKey, useCatalogue, usePactWords } from './pact.hooks.ts'

type Options = { value: string; label: string }[]

/** The municipalities of the programme, by name. */
const useTowns = (): Options => {
  const { data } = useRead(settingsApi.municipalities)
  return (data?.rows ?? [])
    .filter(({ districtId }) => districtId !== null)
    .map(({ istatCode, name }) => ({ value: istatCode, label: name }))
    .sort((a, b) => a.label.localeCompare(b.label, 'it'))
}

const useKinds = (): Options => {
  const { rows } = useCatalogue('pactKind')
  const language = useLanguage()
  const say = usePactWords()
  if (rows.length > 0)
    return rows.map((row) => ({ value: row.code, label: language === 'it' ? row.labelIt : row.labelEn }))
  return (['inclusion', 'autonomy'] as const).map((kind) => ({ value: kind, label: say(`pacts.kind.${kind}`) }))
}

type Choice = { name: string; label: PactKey; any: PactKey; options: Options }

/** The filters of the list of pacts, kept in the address. */
export const PactFilters = ({ filters }: { filters: Readonly<Record<string, string>> }): ReactElement => {
  const say = usePactWords()
  const go = useGo()
  const kinds = useKinds()
  const towns = useTowns()
  const choices: Choice[] = [
    {
      name: 'mine',
      label: 'pacts.list.tutor',
      any: 'pacts.list.everybody',
      options: [{ value: 'yes', label: say('pacts.list.mine') }],
    },
    {
      name: 'state',
      label: 'pacts.list.state',
      any: 'pacts.list.anyState',
      options: PactState.options.map((state) => ({ value: state, label: say(`pacts.state.${state}`) })),
    },
    { name: 'kind', label: 'pacts.list.kind', any: 'pacts.list.anyKind', options: kinds },
    {
      name: 'due',
      label: 'pacts.list.due',
      any: 'pacts.list.anyDue',
      options: [
        { value: 'due', label: say('pacts.list.dueSoon') },
        { value: 'late', label: say('pacts.list.dueLate') },
      ],
    },
    { name: 'municipality', label: 'pacts.list.municipality', any: 'pacts.list.anyMunicipality', options: towns },
  ]
  const submit = (form: FormData): void => {
    const kept = [...form.entries()].filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
    )
    if (filters.caseId) kept.push(['case', filters.caseId])
    if (filters.personId) kept.push(['persona', filters.personId])
    go(`/patti?${new URLSearchParams(kept)}`)
  }
  const some = Object.keys(filters).length > 0
  return (
    <FilterBar
      key={JSON.stringify(filters)}
      label={say('pacts.list.filters')}
      submit={say('pacts.list.filter')}
      action={at('/patti')}
      onSubmit={submit}
      tail={
        some && (
          <LinkButton look="quiet" icon="close" href={at('/patti')}>
            {say('pacts.list.clear')}
          </LinkButton>
        )
      }
    >
      <TextInput id="filter-q" name="q" type="search" label={say('pacts.list.q')} defaultValue={filters.q ?? ''} />
      {choices.map(({ name, label, any, options }) => (
        <Select
          key={`${name}${options.length}`}
          id={`filter-${name}`}
          name={name}
          label={say(label)}
          empty={say(any)}
          options={options}
          defaultValue={filters[name] ?? ''}
        />
      ))}
    </FilterBar>
  )
}
