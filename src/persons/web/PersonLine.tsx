import type { ReactElement, ReactNode } from 'react'
import { longDate } from '../../platform/core/words.ts'
import { Row } from '../../platform/web/kit/Rows.tsx'
import { Pill } from '../../platform/web/kit/State.tsx'
import { Who } from '../../platform/web/kit/Who.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { at } from '../../platform/web/navigation.ts'
import { personDeskWords } from '../core/desk.words.ts'
import type { Follower, PersonRow } from '../core/sheet.schema.ts'

export const nameOf = ({ givenName, familyName }: { givenName: string; familyName: string }): string =>
  `${givenName} ${familyName}`

/** 'Sara Tutora (Cooperativa Tavola Lunga)', several joined by commas. */
export const followersOf = (followers: readonly Follower[]): string =>
  followers.map(({ name, body }) => (body ? `${name} (${body})` : name)).join(', ')

type Born = {
  readonly birthDate: string | null
  readonly birthYear: number | null
  readonly municipality: string | null
}

/** 'nata il 21 settembre 1941, Crema'. */
export const useBorn = (): ((person: Born) => string) => {
  const [say, language] = [useWords(personDeskWords), useLanguage()]
  return ({ birthDate, birthYear, municipality }) => {
    const born = birthDate
      ? say('people.born', { day: longDate(language, birthDate) })
      : birthYear
        ? say('people.bornYear', { year: birthYear })
        : say('people.noBirth')
    return municipality ? `${born}, ${municipality}` : born
  }
}

/** One person of a list: name, birth, place; for somebody who is followed by others, whom to ask. */
export const PersonLine = (props: { row: PersonRow; more?: ReactNode; go?: ReactNode }): ReactElement => {
  const say = useWords(personDeskWords)
  const born = useBorn()
  const { row } = props
  const names = followersOf(row.followedBy)
  const closed = names ? say('people.askTo', { who: names }) : say('people.askNobody')
  return (
    <Row
      who={<Who name={nameOf(row)} />}
      title={nameOf(row)}
      href={at(`/persone/${row.id}`)}
      text={
        <>
          {born(row)}
          {props.more}
        </>
      }
      state={
        row.whole ? (
          row.followed && <Pill tone="done">{say('people.followed')}</Pill>
        ) : (
          <Pill tone="info" icon="lock">
            {closed}
          </Pill>
        )
      }
      go={props.go}
    />
  )
}
