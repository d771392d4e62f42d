import type { ReactElement } from 'react'
import { dateAndTime, figure } from '../../platform/core/words.ts'
import { Answered } from '../../platform/web/Answered.tsx'
import { fileAddress } from '../../platform/web/call.ts'
import { Button, LinkButton } from '../../platform/web/kit/Button.tsx'
import { Callout, Note } from '../../platform/web/kit/Card.tsx'
import { DateInput, Select, TextInput } from '../../platform/web/kit/Field.tsx'
import { EmptyState, FilterBar } from '../../platform/web/kit/Lists.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { type Column, Table } from '../../platform/web/kit/Table.tsx'
import { filtersOf, ListTail, rowsAsked } from '../../platform/web/ListTail.tsx'
import { type Say, useLanguage, useWords } from '../../platform/web/language.tsx'
import { useFilters } from '../../platform/web/navigation.ts'
import { useAct, useRead } from '../../platform/web/query.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import { adminWords } from '../core/admin.words.ts'
import { type JournalRow, journalApi, linesInFile } from '../core/journal.api.ts'
import { profileApi } from '../core/profile.api.ts'
import { Turned } from './Ask.tsx'

type AdminSay = Say<keyof (typeof adminWords)['it'] & string>

const actorOf = (say: AdminSay, row: JournalRow): string =>
  row.actorName || say(row.actorKind === 'system' ? 'journal.system' : 'journal.nobody')

/** Whoever checks follows one person through the journal without learning a name. */
const SamePerson = ({ row, onChoose }: { row: JournalRow; onChoose: () => void }): ReactElement | null => {
  const [say, language] = [useWords(adminWords), useLanguage()]
  if (row.personId === null) return null
  return (
    <Button look="quiet" about={dateAndTime(language, row.at)} onClick={onChoose}>
      {say('journal.samePerson')}
    </Button>
  )
}

const useColumns = (): readonly Column<JournalRow>[] => {
  const [say, language, [, change]] = [useWords(adminWords), useLanguage(), useFilters()]
  return [
    { key: 'when', head: say('journal.when'), cell: ({ at }) => dateAndTime(language, at) },
    {
      key: 'who',
      head: say('journal.who'),
      cell: (row) => [actorOf(say, row), row.organisationName].filter(Boolean).join(', '),
    },
    {
      key: 'what',
      head: say('journal.what'),
      cell: ({ sentence, reason }) => [sentence, reason].filter(Boolean).join(': '),
    },
    {
      key: 'about',
      head: say('journal.about'),
      cell: (row) => <SamePerson row={row} onChoose={() => change({ personId: row.personId ?? undefined })} />,
    },
    { key: 'fields', head: say('journal.fields'), cell: ({ fields }) => fields.join(', ') },
  ]
}

const Filters = (): ReactElement => {
  const [say, [filters, change]] = [useWords(adminWords), useFilters()]
  const districts = useRead(profileApi.districts).data?.rows ?? []
  return (
    <FilterBar
      key={JSON.stringify(filters)}
      label={say('journal.filters')}
      submit={say('search')}
      onSubmit={(form) => change(filtersOf(form))}
    >
      <TextInput id="actor" name="actor" type="search" label={say('journal.actor')} defaultValue={filters.actor} />
      <DateInput id="from" name="from" label={say('journal.from')} defaultValue={filters.from} />
      <DateInput id="to" name="to" label={say('journal.to')} defaultValue={filters.to} />
      <Select
        id="districtId"
        name="districtId"
        label={say('accounts.district')}
        empty={say('all')}
        defaultValue={filters.districtId}
        options={districts.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </FilterBar>
  )
}

const Verify = (): ReactElement => {
  const say = useWords(adminWords)
  const act = useAct(journalApi.verify, [])
  const verdict = act.data
  return (
    <div className="stack">
      <Turned act={act} field="verify" />
      <Button id="verify" icon="checked" busy={act.isPending} onClick={() => act.mutate({})}>
        {say('journal.verify')}
      </Button>
      <div role="status">
        {verdict?.brokenNo != null && (
          <Callout tone="late">{say('journal.brokenAt', { no: verdict.brokenNo })}</Callout>
        )}
        {verdict && verdict.stray > 0 && (
          <Callout tone="late">{say('journal.stray', { stray: verdict.stray })}</Callout>
        )}
        {verdict && verdict.brokenNo === null && verdict.stray === 0 && (
          <Callout tone="done">{say('journal.sound', { held: verdict.held, waiting: verdict.waiting })}</Callout>
        )}
      </div>
    </div>
  )
}

/** Who did what, for a district's auditor and coordinator. */
export const JournalPage = (): ReactElement => {
  const [say, language, [filters, change]] = [useWords(adminWords), useLanguage(), useFilters()]
  const { actor, actorId, act, personId, districtId, from, to } = filters
  const asked = { actor, actorId, act, personId, districtId, from, to }
  const query = { ...asked, limit: rowsAsked(filters) }
  const columns = useColumns()
  return (
    <Answered of={useRead(journalApi.list, { query })}>
      {({ rows, total }) => (
        <div className="blocks">
          <Sentence wide>{weighed(say('journal.sentence', { count: total, n: figure(language, total) }))}</Sentence>
          <Verify />
          <Filters />
          {personId && (
            <Callout tone="calm">
              {say('journal.personId')}{' '}
              <Button look="quiet" onClick={() => change({ personId: undefined })}>
                {say('journal.clear')}
              </Button>
            </Callout>
          )}
          {rows.length === 0 ? (
            <EmptyState icon="list" title={say('journal.none')}>
              {say('journal.noneHint')}
            </EmptyState>
          ) : (
            <Table caption={say('journal.filters')} columns={columns} rows={rows} rowKey={(row) => row.id} />
          )}
          {rows.length > 0 && <Note>{say('journal.fieldsHint')}</Note>}
          <ListTail shown={rows.length} total={total} />
          {total > 0 && total <= linesInFile && (
            <p>
              <LinkButton icon="download" href={fileAddress(journalApi.take, { query: asked })} download>
                {say('journal.take')}
              </LinkButton>
            </p>
          )}
        </div>
      )}
    </Answered>
  )
}
