import type { ReactElement } from 'react'
import { signInApi } from '../../access/core/signIn.api.ts'
import { Answered } from '../../platform/web/Answered.tsx'
import { LinkButton } from '../../platform/web/kit/Button.tsx'
import { Check } from '../../platform/web/kit/Choice.tsx'
import { Select, TextInput } from '../../platform/web/kit/Field.tsx'
import { EmptyState, FilterBar } from '../../platform/web/kit/Lists.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { State } from '../../platform/web/kit/State.tsx'
import { Who } from '../../platform/web/kit/Who.tsx'
import { ListTail, rowsAsked } from '../../platform/web/ListTail.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { at, useFilters } from '../../platform/web/navigation.ts'
import { useRead } from '../../platform/web/query.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import { settingsApi } from '../../settings/core/settings.api.ts'
import { organisationApi } from '../core/organisation.api.ts'
import { OrganisationKind, type OrganisationRow } from '../core/organisation.schema.ts'
import { organisationWebWords } from '../core/organisation.web.words.ts'
import { organisationWords } from '../core/organisation.words.ts'

const filterNames = ['q', 'kind', 'district', 'municipality'] as const

const Filters = (): ReactElement => {
  const [say, sayKind] = [useWords(organisationWebWords), useWords(organisationWords)]
  const [filters, change] = useFilters()
  const districts = useRead(settingsApi.districts).data?.rows ?? []
  const municipalities = useRead(settingsApi.municipalities).data?.rows ?? []
  const submit = (form: FormData): void =>
    change({
      ...Object.fromEntries([...filterNames, 'all'].map((name) => [name, String(form.get(name) ?? '')])),
      rows: undefined,
    })
  return (
    <FilterBar key={JSON.stringify(filters)} label={say('filters')} submit={say('find')} onSubmit={submit}>
      <TextInput id="q" name="q" type="search" label={say('q')} defaultValue={filters.q ?? ''} />
      <Select
        id="kind"
        name="kind"
        label={say('kind')}
        empty={say('anyKind')}
        defaultValue={filters.kind ?? ''}
        options={OrganisationKind.options.map((value) => ({ value, label: sayKind(`organisations.kind.${value}`) }))}
      />
      <Select
        key={`district-${districts.length}`}
        id="district"
        name="district"
        label={say('district')}
        empty={say('anyDistrict')}
        defaultValue={filters.district ?? ''}
        options={districts.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        key={`municipality-${municipalities.length}`}
        id="municipality"
        name="municipality"
        label={say('municipality')}
        empty={say('anyMunicipality')}
        defaultValue={filters.municipality ?? ''}
        options={municipalities.map(({ istatCode, name }) => ({ value: istatCode, label: name }))}
      />
      <Check name="all" value="yes" label={say('activeAny')} defaultChecked={filters.all === 'yes'} />
    </FilterBar>
  )
}

const OneOrganisation = ({ row }: { row: OrganisationRow }): ReactElement => {
  const [say, sayKind] = [useWords(organisationWebWords), useWords(organisationWords)]
  const places = row.places.length > 3 ? [...row.places.slice(0, 3), '…'] : row.places
  return (
    <Row
      who={<Who name={row.name} tone="comunita" />}
      title={row.name}
      href={at(`/enti/${row.id}`)}
      text={[sayKind(`organisations.kind.${row.kind}`), places.join(', ')].filter(Boolean).join(' · ')}
      state={row.active ? undefined : <State icon="pause">{say('off')}</State>}
    />
  )
}

const Nothing = ({ isFiltered }: { isFiltered: boolean }): ReactElement => {
  const say = useWords(organisationWebWords)
  return isFiltered ? (
    <EmptyState icon="search" title={say('none')}>
      {say('noneHint')}
    </EmptyState>
  ) : (
    <EmptyState icon="building" title={say('empty')}>
      {say('emptyHint')}
    </EmptyState>
  )
}

/** The bodies of the network. */
export const OrganisationsPage = (): ReactElement => {
  const say = useWords(organisationWebWords)
  const [filters] = useFilters()
  const me = useRead(signInApi.me).data?.account
  const active = filters.all === 'yes' ? {} : { active: 'yes' }
  const query = Object.fromEntries(filterNames.map((name) => [name, filters[name]]))
  const found = useRead(organisationApi.list, {
    query: { ...query, limit: rowsAsked(filters), ...active } as never,
  })
  const isFiltered = filterNames.some((name) => filters[name])
  return (
    <Answered of={found}>
      {({ rows, total }) => (
        <>
          <Sentence lead={say('lead')}>
            {weighed(say(isFiltered ? 'sentenceFound' : 'sentence', { count: total }))}
          </Sentence>
          {me?.permissions.includes('organisations.manage') && (
            <div className="btns mt">
              <LinkButton look="main" icon="plus" href={at('/enti/nuovo')}>
                {say('add')}
              </LinkButton>
            </div>
          )}
          <Filters />
          {rows.length === 0 ? (
            <Nothing isFiltered={isFiltered} />
          ) : (
            <section aria-label={say('list')}>
              <Rows>
                {rows.map((row) => (
                  <OneOrganisation key={row.id} row={row} />
                ))}
              </Rows>
            </section>
          )}
          <ListTail shown={rows.length} total={total} />
        </>
      )}
    </Answered>
  )
}
