import { type FormEvent, type ReactElement, useState } from 'react'
import type { Texts } from '../../platform/core/clash.ts'
import type { Refused } from '../../platform/web/call.ts'
import { type Fault, Faults, faultAt, faultsIn } from '../../platform/web/Faults.tsx'
import { textsIn } from '../../platform/web/form.ts'
import { Button, Buttons, LinkButton } from '../../platform/web/kit/Button.tsx'
import { ChoiceGroup } from '../../platform/web/kit/Choice.tsx'
import { Form } from '../../platform/web/kit/ErrorSummary.tsx'
import { Fieldset, Select } from '../../platform/web/kit/Field.tsx'
import { Crumbs, Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { at } from '../../platform/web/navigation.ts'
import { personDeskWords } from '../core/desk.words.ts'
import { ContactPermission } from '../core/sheet.schema.ts'
import { GroundFields } from './GroundFields.tsx'
import { ContactFields, MoreFields, NameFields } from './PersonFields.tsx'
import { useMyDistricts, useRegistering } from './register.hooks.ts'
import { TwinsPanel } from './TwinsPanel.tsx'
import { useTwins } from './twins.hooks.ts'

const Permission = ({ faults }: { faults: readonly Fault[] }): ReactElement => {
  const say = useWords(personDeskWords)
  return (
    <ChoiceGroup
      id="contactPermission"
      name="contactPermission"
      label={say('new.permission')}
      hint={say('new.permissionHint')}
      error={faultAt(faults, 'contactPermission')}
      columns={1}
      options={ContactPermission.options.map((value) => ({ value, label: say(`new.permission.${value}`) }))}
    />
  )
}

/** What the server turned down; for a codice fiscale that is taken, the way to whose it is. */
const Turned = ({ error }: { error: Refused | null }): ReactElement => {
  const say = useWords(personDeskWords)
  const existing = error?.problem.about?.personId
  return (
    <>
      <Faults faults={faultsIn(error)} error={error} />
      {typeof existing === 'string' && (
        <Buttons>
          <LinkButton href={at(`/persone/${existing}`)}>{say('new.openExisting')}</LinkButton>
        </Buttons>
      )}
    </>
  )
}

/** The parts of the form after the names. */
const Rest = ({ faults }: { faults: readonly Fault[] }): ReactElement => {
  const say = useWords(personDeskWords)
  return (
    <>
      <Fieldset id="altro" legend={say('new.more')} boxed>
        <MoreFields faults={faults} />
      </Fieldset>
      <Fieldset id="contatti" legend={say('new.contact')} boxed>
        <Permission faults={faults} />
        <ContactFields faults={faults} />
      </Fieldset>
      <Fieldset id="basi" legend={say('new.why')} boxed>
        <GroundFields faults={faults} />
      </Fieldset>
    </>
  )
}

const RegisterForm = ({ onTyped, typed }: { typed: Texts; onTyped: (texts: Texts) => void }): ReactElement => {
  const say = useWords(personDeskWords)
  const districts = useMyDistricts()
  const { isPending, error, register } = useRegistering()
  const districtId = typed.districtId || districts[0]?.value || ''
  const twins = useTwins(typed, districtId)
  const faults = faultsIn(error)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const said = textsIn(event.currentTarget)
    onTyped(said)
    register(said, districtId)
  }
  return (
    <Form onSubmit={submit}>
      <Turned error={error} />
      <Fieldset id="chi" legend={say('new.who')} boxed>
        {districts.length > 1 && (
          <Select id="districtId" name="districtId" label={say('new.district')} options={districts} />
        )}
        <NameFields faults={faults} />
      </Fieldset>
      <TwinsPanel twins={twins} />
      <Rest faults={faults} />
      <Button type="submit" look="main" icon="check" busy={isPending}>
        {say('new.save')}
      </Button>
    </Form>
  )
}

/** A new person; below the names stands whoever resembles them. */
export const RegisterPage = (): ReactElement => {
  const say = useWords(personDeskWords)
  const [typed, setTyped] = useState<Texts>({})
  return (
    <>
      <Crumbs
        label={say('one.back')}
        items={[{ label: say('one.back'), href: at('/persone') }, { label: say('people.new') }]}
      />
      <Sentence lead={say('new.lead')}>{say('new.title')}</Sentence>
      <div
        onChange={(event) => {
          const form = (event.target as HTMLElement).closest('form')
          if (form) setTimeout(() => setTyped(textsIn(form)))
        }}
      >
        <RegisterForm typed={typed} onTyped={setTyped} />
      </div>
    </>
  )
}
