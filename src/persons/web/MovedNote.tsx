import type { ReactElement } from 'react'
import { longDate } from '../../platform/core/words.ts'
import { Note } from '../../platform/web/kit/Card.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { useRead } from '../../platform/web/query.ts'
import { settingsApi } from '../../settings/core/settings.api.ts'
import { personDeskWords } from '../core/desk.words.ts'
import type { PersonBase } from '../core/sheet.schema.ts'

/** From which district the person came, or to which they went. */
export const MovedNote = ({ person }: { person: PersonBase }): ReactElement | null => {
  const [say, language] = [useWords(personDeskWords), useLanguage()]
  const { movedTo, movedOn, cameFrom } = person
  const found = useRead(settingsApi.districts, { enabled: movedTo !== null || cameFrom !== null })
  const nameOf = (id: string): string => found.data?.rows.find((one) => one.id === id)?.name ?? ''
  if (movedTo && movedOn)
    return (
      <Note icon="people">{say('one.movedTo', { district: nameOf(movedTo), day: longDate(language, movedOn) })}</Note>
    )
  return cameFrom ? <Note icon="people">{say('one.cameFrom', { district: nameOf(cameFrom) })}</Note> : null
}
