import type { ReactElement } from 'react'
import type { CaseRow } from '../../cases/core/case.api.ts'
import { caseWords } from '../../cases/core/case.words.ts'
import type { OrganisationRow } from '../../organisations/core/organisation.schema.ts'
import { organisationWords } from '../../organisations/core/organisation.words.ts'
import type { PactRow } from '../../pacts/core/pact.api.ts'
import { pactWords } from '../../pacts/core/pact.words.ts'
import { personDeskWords } from '../../persons/core/desk.words.ts'
import type { PersonRow } from '../../persons/core/sheet.schema.ts'
import { longDate } from '../../platform/core/words.ts'
import { Row } from '../../platform/web/kit/Rows.tsx'
import { Pill, State } from '../../platform/web/kit/State.tsx'
import { Who } from '../../platform/web/kit/Who.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { at } from '../../platform/web/navigation.ts'

/** Whom to ask about somebody whose file stays shut. */
const Shut = ({ row }: { row: PersonRow }): ReactElement => {
  const say = useWords(personDeskWords)
  const who = row.followedBy.map(({ name, body }) => (body ? `${name} (${body})` : name)).join(', ')
  return (
    <Pill tone="info" icon="lock">
      {who ? say('people.askTo', { who }) : say('people.askNobody')}
    </Pill>
  )
}

/** A person; only the name of somebody whose file is not for this reader. */
export const FoundPerson = ({ row }: { row: PersonRow }): ReactElement => {
  const [say, language] = [useWords(personDeskWords), useLanguage()]
  const name = `${row.givenName} ${row.familyName}`
  const born = row.birthDate
    ? say('people.born', { day: longDate(language, row.birthDate) })
    : row.birthYear
      ? say('people.bornYear', { year: row.birthYear })
      : ''
  return (
    <Row
      who={<Who name={name} />}
      title={name}
      href={row.whole ? at(`/persone/${row.id}`) : undefined}
      text={[born, row.municipality].filter(Boolean).join(', ')}
      state={row.whole ? undefined : <Shut row={row} />}
    />
  )
}

export const FoundCase = ({ row }: { row: CaseRow }): ReactElement => {
  const say = useWords(caseWords)
  return (
    <Row
      who={<Who name={row.personLabel} />}
      title={row.personLabel}
      href={at(`/casi/${row.id}`)}
      text={[row.number, row.next?.title].filter(Boolean).join(' · ')}
      state={row.state === 'open' ? undefined : <State tone="calm">{say(`cases.state.${row.state}`)}</State>}
    />
  )
}

export const FoundPact = ({ row }: { row: PactRow }): ReactElement => {
  const say = useWords(pactWords)
  return (
    <Row
      who={<Who name={row.personLabel} />}
      title={row.personLabel}
      href={at(`/patti/${row.id}`)}
      text={[row.number, row.partnerName].filter(Boolean).join(' · ')}
      state={
        <State tone="info" icon="pact">
          {say(`pacts.state.${row.state}`)}
        </State>
      }
    />
  )
}

export const FoundOrganisation = ({ row }: { row: OrganisationRow }): ReactElement => {
  const say = useWords(organisationWords)
  return (
    <Row
      who={<Who name={row.name} tone="comunita" />}
      title={row.name}
      href={at(`/enti/${row.id}`)}
      text={[say(`organisations.kind.${row.kind}`), ...row.places.slice(0, 3)].join(' · ')}
    />
  )
}
