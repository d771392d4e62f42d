import { type ReactElement, useEffect, useState } from 'react'
import { signInApi } from '../../access/core/signIn.api.ts'
import { Answered } from '../../platform/web/Answered.tsx'
import { LinkButton, TextLink } from '../../platform/web/kit/Button.tsx'
import { TextInput } from '../../platform/web/kit/Field.tsx'
import { EmptyState, FilterBar } from '../../platform/web/kit/Lists.tsx'
import { Rows } from '../../platform/web/kit/Rows.tsx'
import { Section, Sentence } from '../../platform/web/kit/Sentence.tsx'
import { ListTail, rowsAsked } from '../../platform/web/ListTail.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { at, useFilters } from '../../platform/web/navigation.ts'
import { useRead } from '../../platform/web/query.ts'
import { personDeskWords } from '../core/desk.words.ts'
import { personApi } from '../core/person.api.ts'
import type { PersonRow } from '../core/sheet.schema.ts'
import { AskFollowed } from './AskFollowed.tsx'
import { PersonLine } from './PersonLine.tsx'

/** Puts what is typed in the address 250 ms after the last letter. */
const useTyped = (): readonly [string, (text: string) => void] => {
  const [filters, change] = useFilters()
  const [text, setText] = useState(filters.q ?? '')
  useEffect(() => {
    if (text === (filters.q ?? '')) return
    const timer = setTimeout(() => change({ q: text, rows: undefined }), 250)
    return () => clearTimeout(timer)
  }, [text, filters.q, change])
  return [text, setText]
}

const Register = (): ReactElement | null => {
  const say = useWords(personDeskWords)
  const me = useRead(signInApi.me)
  if (!me.data?.account?.permissions.includes('persons.register')) return null
  return (
    <LinkButton look="main" icon="plus" href={at('/persone/nuova')}>
      {say('people.new')}
    </LinkButton>
  )
}

const Nobody = ({ q }: { q: string }): ReactElement => {
  const say = useWords(personDeskWords)
  return (
    <EmptyState title={say(q ? 'people.none' : 'people.empty')} icon="people">
      {say(q ? 'people.noneHint' : 'people.emptyHint')}
    </EmptyState>
  )
}

const Found = (props: { found: { rows: PersonRow[]; total: number }; q: string }): ReactElement => {
  const say = useWords(personDeskWords)
  const { rows, total } = props.found
  if (rows.length === 0) return <Nobody q={props.q} />
  return (
    <Section id="trovate" title={say(props.q ? 'people.results' : 'people.all')} count={total}>
      <Rows>
        {rows.map((row) => (
          <PersonLine key={row.id} row={row} />
        ))}
      </Rows>
      <ListTail shown={rows.length} total={total} />
    </Section>
  )
}

/** The search box first; below it who was found, or everybody the reader may see. */
export const PersonsPage = (): ReactElement => {
  const say = useWords(personDeskWords)
  const [text, setText] = useTyped()
  const [filters, change] = useFilters()
  const q = (filters.q ?? '').slice(0, 120)
  const limit = rowsAsked(filters)
  const found = useRead(personApi.search, { query: { q, limit } })
  return (
    <>
      <Sentence lead={say('people.lead')}>{say('people.title')}</Sentence>
      <FilterBar
        label={say('people.search')}
        submit={say('people.find')}
        onSubmit={() => change({ q: text, rows: undefined })}
        tail={<Register />}
      >
        <TextInput
          id="q"
          name="q"
          type="search"
          label={say('people.search')}
          value={text}
          maxLength={120}
          autoComplete="off"
          onChange={(event) => setText(event.target.value)}
        />
      </FilterBar>
      <Answered of={found}>{(data) => <Found found={data} q={q} />}</Answered>
      <AskFollowed />
      <p>
        <TextLink href={at('/persone/correzioni')} icon="pencil">
          {say('people.corrections')}
        </TextLink>
      </p>
    </>
  )
}
