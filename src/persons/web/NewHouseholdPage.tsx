import type { FormEvent, ReactElement } from 'react'
import { dayOf } from '../../platform/core/day.ts'
import { Faults, faultsIn } from '../../platform/web/Faults.tsx'
import { textsIn } from '../../platform/web/form.ts'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Form } from '../../platform/web/kit/ErrorSummary.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { useGo } from '../../platform/web/navigation.ts'
import { useAct } from '../../platform/web/query.ts'
import { personDeskWords } from '../core/desk.words.ts'
import { householdApi } from '../core/household.api.ts'
import type { PersonSheet } from '../core/sheet.schema.ts'
import { HouseholdFields, householdOf } from './HouseholdFields.tsx'
import { PersonFrame } from './PersonFrame.tsx'
import { nameOf } from './PersonLine.tsx'

const Make = ({ sheet }: { sheet: PersonSheet }): ReactElement => {
  const say = useWords(personDeskWords)
  const [tell, go] = [useStatus(), useGo()]
  const act = useAct(householdApi.create)
  const faults = faultsIn(act.error)
  const { person } = sheet
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const from = dayOf(new Date().toISOString())
    const members = [{ personId: person.id, role: 'referencePerson' as const, from }]
    const body = { ...householdOf(textsIn(event.currentTarget)), districtId: person.districtId, members }
    const made = ({ id }: { id: string }): void => {
      tell({ text: say('house.made') })
      go(`/nuclei/${id}`)
    }
    act.mutate({ body }, { onSuccess: made })
  }
  return (
    <Form onSubmit={submit}>
      <Faults faults={faults} error={act.error} />
      <HouseholdFields faults={faults} label={person.familyName} />
      <Button type="submit" look="main" busy={act.isPending}>
        {say('house.make')}
      </Button>
    </Form>
  )
}

/** A household around a person, who is its reference person. */
export const NewHouseholdPage = (): ReactElement => {
  const say = useWords(personDeskWords)
  return (
    <PersonFrame here={say('one.makeHousehold')}>
      {(sheet) => (
        <>
          <Sentence>{say('house.makeTitle', { name: nameOf(sheet.person) })}</Sentence>
          <Make sheet={sheet} />
        </>
      )}
    </PersonFrame>
  )
}
