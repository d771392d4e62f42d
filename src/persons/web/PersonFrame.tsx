import type { ReactElement, ReactNode } from 'react'
import { Answered } from '../../platform/web/Answered.tsx'
import { Crumbs } from '../../platform/web/kit/Sentence.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { at, useParams } from '../../platform/web/navigation.ts'
import { useRead } from '../../platform/web/query.ts'
import { personDeskWords } from '../core/desk.words.ts'
import { personApi } from '../core/person.api.ts'
import type { PersonSheet } from '../core/sheet.schema.ts'
import { nameOf } from './PersonLine.tsx'

/** The person whom the address names, below the way back; `here` names a page of the person's own. */
export const PersonFrame = (props: {
  here?: string
  children: (sheet: PersonSheet) => ReactNode
}): ReactElement | null => {
  const say = useWords(personDeskWords)
  const { personId = '' } = useParams()
  const found = useRead(personApi.open, { params: { id: personId } })
  const back = { label: say('one.back'), href: at('/persone') }
  return (
    <Answered of={found}>
      {(sheet) => {
        const name = nameOf(sheet.person)
        const way = props.here
          ? [{ label: name, href: at(`/persone/${sheet.person.id}`) }, { label: props.here }]
          : [{ label: name }]
        return (
          <>
            <Crumbs label={say('one.back')} items={[back, ...way]} />
            {props.children(sheet)}
          </>
        )
      }}
    </Answered>
  )
}
