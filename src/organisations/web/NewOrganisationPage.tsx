import { type ReactElement, useState } from 'react'
import type { Texts } from '../../platform/core/clash.ts'
import { useIntention } from '../../platform/web/intention.hooks.ts'
import { TextLink } from '../../platform/web/kit/Button.tsx'
import { Callout } from '../../platform/web/kit/Card.tsx'
import { Crumbs, Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { at, useGo } from '../../platform/web/navigation.ts'
import { useAct, useRead } from '../../platform/web/query.ts'
import { organisationApi } from '../core/organisation.api.ts'
import { readOrganisation } from '../core/organisation.form.ts'
import { organisationWebWords } from '../core/organisation.web.words.ts'
import { OrganisationForm } from './OrganisationForm.tsx'

const fromLetters = 4

/** Bodies of a like name, before somebody writes the same one twice. */
const Similar = ({ name }: { name: string }): ReactElement | null => {
  const say = useWords(organisationWebWords)
  const q = name.trim().slice(0, 80)
  const { data } = useRead(organisationApi.choices, { query: { q }, enabled: q.length >= fromLetters })
  if (q.length < fromLetters || !data || data.rows.length === 0) return null
  return (
    <Callout>
      <p>{say('similar')}</p>
      <ul>
        {data.rows.slice(0, 3).map((row) => (
          <li key={row.id}>
            <TextLink href={at(`/enti/${row.id}`)}>{row.name}</TextLink>
          </li>
        ))}
      </ul>
    </Callout>
  )
}

/** Adds a body to the network. */
export const NewOrganisationPage = (): ReactElement => {
  const say = useWords(organisationWebWords)
  const [tell, go] = [useStatus(), useGo()]
  const [name, setName] = useState('')
  const keyOf = useIntention()
  const act = useAct(organisationApi.create, ['organisations'])
  const save = (texts: Texts): void => {
    const draft = readOrganisation(texts, true)
    if (!draft) return
    act.mutate(
      { body: draft, key: keyOf(draft) },
      {
        onSuccess: ({ id }) => {
          tell({ text: say('saved', { name: draft.name }) })
          go(`/enti/${id}`)
        },
      },
    )
  }
  return (
    <>
      <Crumbs label={say('here')} items={[{ label: say('title'), href: at('/enti') }, { label: say('add') }]} />
      <Sentence lead={say('newLead')}>{say('newSentence')}</Sentence>
      <OrganisationForm
        texts={{}}
        go={say('saveNew')}
        busy={act.isPending}
        error={act.error}
        onSave={save}
        onName={setName}
        beside={<Similar name={name} />}
      />
    </>
  )
}
