import type { ReactElement } from 'react'
import { Answered } from '../../platform/web/Answered.tsx'
import { LinkButton } from '../../platform/web/kit/Button.tsx'
import { Select, TextInput } from '../../platform/web/kit/Field.tsx'
import { EmptyState, FilterBar } from '../../platform/web/kit/Lists.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { State } from '../../platform/web/kit/State.tsx'
import { Who } from '../../platform/web/kit/Who.tsx'
import { filtersOf, ListTail, rowsAsked } from '../../platform/web/ListTail.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { at, useFilters } from '../../platform/web/navigation.ts'
import { useRead } from '../../platform/web/query.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import { type AccountRow, AccountState } from '../core/account.schema.ts'
import { accountsApi } from '../core/accounts.api.ts'
import { adminWords } from '../core/admin.words.ts'
import { profileApi } from '../core/profile.api.ts'
import { stateTone, whereOf } from './account.parts.ts'

const Filters = (): ReactElement => {
  const [say, language, [filters, change]] = [useWords(adminWords), useLanguage(), useFilters()]
  const districts = useRead(profileApi.districts).data?.rows ?? []
  const roles = useRead(accountsApi.roles).data?.rows ?? []
  return (
    <FilterBar
      key={JSON.stringify(filters)}
      label={say('accounts.filters')}
      submit={say('search')}
      onSubmit={(form) => change(filtersOf(form))}
    >
      <TextInput id="search" name="search" type="search" label={say('nameOrMail')} defaultValue={filters.search} />
      <Select
        id="districtId"
        name="districtId"
        label={say('accounts.district')}
        empty={say('all')}
        defaultValue={filters.districtId}
        options={districts.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        id="role"
        name="role"
        label={say('accounts.role')}
        empty={say('all')}
        defaultValue={filters.role}
        options={roles.map(({ code, nameIt, nameEn }) => ({ value: code, label: language === 'en' ? nameEn : nameIt }))}
      />
      <Select
        id="state"
        name="state"
        label={say('accounts.state')}
        empty={say('all')}
        defaultValue={filters.state}
        options={AccountState.options.map((value) => ({ value, label: say(`state.${value}`) }))}
      />
    </FilterBar>
  )
}

const One = ({ account }: { account: AccountRow }): ReactElement => {
  const say = useWords(adminWords)
  const roles = account.grants.map((grant) => [grant.roleName, whereOf(grant)].filter(Boolean).join(', '))
  return (
    <Row
      who={<Who name={account.name} tone="servizi" />}
      title={account.name}
      href={at(`/amministrazione/persone/${account.id}`)}
      text={roles.join(' · ') || say('account.noRoles')}
      state={
        account.state === 'active' && account.secondFactor !== 'none' ? undefined : (
          <State tone={stateTone[account.state]}>
            {account.state === 'active' ? say('factor.none') : say(`state.${account.state}`)}
          </State>
        )
      }
    />
  )
}

/** The accounts of the programme. */
export const AccountsPage = (): ReactElement => {
  const [say, [filters]] = [useWords(adminWords), useFilters()]
  const { search, districtId, role, state, organisationId } = filters
  const known = AccountState.safeParse(state)
  const query = { search, districtId, role, organisationId, state: known.data, limit: rowsAsked(filters) }
  const found = useRead(accountsApi.list, { query })
  const isFiltered = [search, districtId, role, state, organisationId].some(Boolean)
  return (
    <Answered of={found}>
      {({ rows, total }) => (
        <div className="blocks">
          <Sentence>{weighed(say(isFiltered ? 'accounts.found' : 'accounts.sentence', { count: total }))}</Sentence>
          <div className="btns">
            <LinkButton look="main" icon="plus" href={at('/amministrazione/persone/nuova')}>
              {say('accounts.invite')}
            </LinkButton>
          </div>
          <Filters />
          {rows.length === 0 ? (
            <EmptyState icon="people" title={say('accounts.none')}>
              {say('accounts.noneHint')}
            </EmptyState>
          ) : (
            <Rows>
              {rows.map((account) => (
                <One key={account.id} account={account} />
              ))}
            </Rows>
          )}
          <ListTail shown={rows.length} total={total} />
        </div>
      )}
    </Answered>
  )
}
