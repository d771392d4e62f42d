import { type FormEvent, type ReactElement, useState } from 'react'
import { Answered } from '../../platform/web/Answered.tsx'
import { Faults, faultsIn } from '../../platform/web/Faults.tsx'
import { textsIn } from '../../platform/web/form.ts'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Note } from '../../platform/web/kit/Card.tsx'
import { Dialog } from '../../platform/web/kit/Dialog.tsx'
import { Form } from '../../platform/web/kit/ErrorSummary.tsx'
import { Crumbs, Section, Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { at, useParams } from '../../platform/web/navigation.ts'
import { useAct, useRead } from '../../platform/web/query.ts'
import { personDeskWords } from '../core/desk.words.ts'
import { householdApi } from '../core/household.api.ts'
import { personWords } from '../core/person.words.ts'
import type { HouseholdSheet } from '../core/sheet.schema.ts'
import { HouseholdFields, householdOf } from './HouseholdFields.tsx'
import { HouseholdMembers } from './HouseholdMembers.tsx'

const Change = ({ household }: { household: HouseholdSheet }): ReactElement => {
  const say = useWords(personDeskWords)
  const tell = useStatus()
  const [open, setOpen] = useState(false)
  const act = useAct(householdApi.change)
  const faults = faultsIn(act.error)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const body = { ...householdOf(textsIn(event.currentTarget)), version: household.version }
    const saved = (): void => {
      tell({ text: say('edit.saved') })
      setOpen(false)
    }
    act.mutate({ params: { id: household.id }, body }, { onSuccess: saved })
  }
  return (
    <>
      <Button icon="pencil" onClick={() => setOpen(true)}>
        {say('house.change')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={say('house.change')}>
        {open && (
          <Form onSubmit={submit}>
            <Faults faults={faults} error={act.error} />
            <HouseholdFields known={household} faults={faults} />
            <Button type="submit" look="main" busy={act.isPending}>
              {say('edit.save')}
            </Button>
          </Form>
        )}
      </Dialog>
    </>
  )
}

const Places = ({ household }: { household: HouseholdSheet }): ReactElement => {
  const [say, words] = [useWords(personDeskWords), useWords(personWords)]
  return (
    <Section id="luoghi-vita" title={say('house.places')}>
      {household.placesOfLife.length === 0 && <p className="soft">{say('house.noPlaces')}</p>}
      <ul>
        {household.placesOfLife.map(({ kind, name }) => (
          <li key={`${kind}${name}`}>
            {words(`persons.place.${kind}`)}: {name}
          </li>
        ))}
      </ul>
    </Section>
  )
}

const Shown = ({ household }: { household: HouseholdSheet }): ReactElement => {
  const say = useWords(personDeskWords)
  const address = [household.address, household.municipality].filter(Boolean).join(', ')
  const count = household.members.length
  return (
    <div className="blocks">
      <Sentence lead={address}>{say('house.sentence', { label: household.label, count })}</Sentence>
      {!household.whole && <Note icon="lock">{say('house.closed')}</Note>}
      <HouseholdMembers household={household} />
      {household.whole && <Places household={household} />}
      {household.mayChange && <Change household={household} />}
    </div>
  )
}

/** A household: who belongs, where they live, the places of their life. */
export const HouseholdPage = (): ReactElement => {
  const say = useWords(personDeskWords)
  const { householdId = '' } = useParams()
  const found = useRead(householdApi.open, { params: { id: householdId } })
  return (
    <Answered of={found}>
      {(household) => (
        <>
          <Crumbs
            label={say('one.back')}
            items={[{ label: say('one.back'), href: at('/persone') }, { label: household.label }]}
          />
          <Shown household={household} />
        </>
      )}
    </Answered>
  )
}
