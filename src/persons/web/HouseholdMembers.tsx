import { type FormEvent, type ReactElement, useState } from 'react'
import { dayOf } from '../../platform/core/day.ts'
import { longDate } from '../../platform/core/words.ts'
import { Faults, faultAt, faultsIn } from '../../platform/web/Faults.tsx'
import { textsIn } from '../../platform/web/form.ts'
import { Button, Buttons } from '../../platform/web/kit/Button.tsx'
import { Combobox, type ComboOption } from '../../platform/web/kit/Combobox.tsx'
import { Dialog } from '../../platform/web/kit/Dialog.tsx'
import { Form } from '../../platform/web/kit/ErrorSummary.tsx'
import { DateInput, Select } from '../../platform/web/kit/Field.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { Who } from '../../platform/web/kit/Who.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { at } from '../../platform/web/navigation.ts'
import { useAct } from '../../platform/web/query.ts'
import { personDeskWords } from '../core/desk.words.ts'
import { householdApi } from '../core/household.api.ts'
import { HouseholdRole } from '../core/person.schema.ts'
import { personWords } from '../core/person.words.ts'
import type { HouseholdSheet, Member } from '../core/sheet.schema.ts'
import { usePeople } from './people.hooks.ts'

const today = (): string => dayOf(new Date().toISOString())

const End = ({ household, member }: { household: HouseholdSheet; member: Member }): ReactElement => {
  const say = useWords(personDeskWords)
  const tell = useStatus()
  const [open, setOpen] = useState(false)
  const act = useAct(householdApi.endMember)
  const faults = faultsIn(act.error)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const { to = '' } = textsIn(event.currentTarget)
    const params = { id: household.id, memberId: member.id }
    // the row is gone once they left, and callbacks of a component that is gone are not called
    void act.mutateAsync({ params, body: { to } }).then(
      () => tell({ text: say('house.ended') }),
      () => undefined,
    )
  }
  return (
    <>
      <Button about={member.name} onClick={() => setOpen(true)}>
        {say('house.end')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={`${member.name}: ${say('house.end')}`}>
        <Form onSubmit={submit}>
          <Faults faults={faults} error={act.error} />
          <DateInput
            id={`to-${member.id}`}
            name="to"
            label={say('house.endDay')}
            defaultValue={today()}
            error={faultAt(faults, 'to')}
          />
          <Button type="submit" look="main" busy={act.isPending}>
            {say('house.end')}
          </Button>
        </Form>
      </Dialog>
    </>
  )
}

const Add = ({ household }: { household: HouseholdSheet }): ReactElement => {
  const [say, words, tell] = [useWords(personDeskWords), useWords(personWords), useStatus()]
  const search = usePeople(
    household.districtId,
    household.members.map(({ personId }) => personId),
  )
  const [open, setOpen] = useState(false)
  const [who, setWho] = useState<ComboOption | null>(null)
  const act = useAct(householdApi.addMember)
  const faults = faultsIn(act.error)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const texts = textsIn(event.currentTarget)
    const body = {
      personId: who?.value ?? '',
      role: HouseholdRole.catch('cohabitant').parse(texts.role),
      from: texts.from ?? '',
    }
    const added = (): void => {
      tell({ text: say('house.added') })
      setOpen(false)
      setWho(null)
    }
    act.mutate({ params: { id: household.id }, body }, { onSuccess: added })
  }
  return (
    <>
      <Button icon="plus" onClick={() => setOpen(true)}>
        {say('house.add')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={say('house.add')}>
        <Form onSubmit={submit}>
          <Faults faults={faults} error={act.error} />
          <Combobox
            id="personId"
            label={say('house.addWho')}
            value={who}
            onChange={setWho}
            search={search}
            error={faultAt(faults, 'personId')}
          />
          <Select
            id="role"
            name="role"
            label={words('persons.field.role')}
            defaultValue="cohabitant"
            options={HouseholdRole.options.map((value) => ({ value, label: words(`persons.role.${value}`) }))}
          />
          <DateInput id="from" name="from" label={words('persons.field.from')} defaultValue={today()} />
          <Button type="submit" look="main" busy={act.isPending}>
            {say('house.add')}
          </Button>
        </Form>
      </Dialog>
    </>
  )
}

/** Who belongs to the household now, as people; who used to, below. */
export const HouseholdMembers = ({ household }: { household: HouseholdSheet }): ReactElement => {
  const [say, words, language] = [useWords(personDeskWords), useWords(personWords), useLanguage()]
  const line = (member: Member, key: 'house.since' | 'house.until', day: string): string =>
    say(key, { role: words(`persons.role.${member.role}`), day: longDate(language, day) })
  const row = (member: Member, text: string, go?: ReactElement): ReactElement => (
    <Row
      key={member.id}
      who={<Who name={member.name} />}
      title={member.name}
      href={at(`/persone/${member.personId}`)}
      text={text}
      go={go}
    />
  )
  return (
    <>
      <Section id="membri" title={say('house.members')} count={household.members.length}>
        <Rows>
          {household.members.map((member) =>
            row(
              member,
              line(member, 'house.since', member.from),
              household.mayChange ? <End household={household} member={member} /> : undefined,
            ),
          )}
        </Rows>
        {household.mayChange && (
          <Buttons>
            <Add household={household} />
          </Buttons>
        )}
      </Section>
      {household.former.length > 0 && (
        <Section id="usciti" title={say('house.former')} count={household.former.length}>
          <Rows>
            {household.former.map((member) => row(member, line(member, 'house.until', member.to ?? member.from)))}
          </Rows>
        </Section>
      )}
    </>
  )
}
