import { type FormEvent, type ReactElement, useMemo, useState } from 'react'
import { signInApi } from '../../access/core/signIn.api.ts'
import type { Texts } from '../../platform/core/clash.ts'
import { Faults, faultAt, faultsIn } from '../../platform/web/Faults.tsx'
import { textsIn } from '../../platform/web/form.ts'
import { Button, Buttons, LinkButton } from '../../platform/web/kit/Button.tsx'
import { ChoiceGroup } from '../../platform/web/kit/Choice.tsx'
import { Form } from '../../platform/web/kit/ErrorSummary.tsx'
import { Fieldset, Select } from '../../platform/web/kit/Field.tsx'
import { Crumbs, Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { at, useFilters, useGo } from '../../platform/web/navigation.ts'
import { useAct, useRead } from '../../platform/web/query.ts'
import { personDeskWords } from '../core/desk.words.ts'
import { personApi } from '../core/person.api.ts'
import { entryOf } from '../core/person.form.ts'
import { ContactPermission } from '../core/sheet.schema.ts'
import { GroundFields, groundOf } from './GroundFields.tsx'
import { ContactFields, MoreFields, NameFields } from './PersonFields.tsx'
import { TwinsPanel } from './TwinsPanel.tsx'
import { useTwins } from './twins.hooks.ts'

type District = { value: string; label: string }

/** The districts in which the reader holds a role, for the registrar of more than one. */
const useMyDistricts = (): District[] => {
  const me = useRead(signInApi.me)
  const grants = me.data?.account?.grants ?? []
  const named = grants.flatMap(({ districtId, districtName }) =>
    districtId ? [[districtId, districtName ?? districtId] as const] : [],
  )
  return [...new Map(named)].map(([value, label]) => ({ value, label }))
}

const Permission = ({ error }: { error: string | undefined }): ReactElement => {
  const say = useWords(personDeskWords)
  return (
    <ChoiceGroup
      id="contactPermission"
      name="contactPermission"
      label={say('new.permission')}
      hint={say('new.permissionHint')}
      error={error}
      columns={1}
      options={ContactPermission.options.map((value) => ({ value, label: say(`new.permission.${value}`) }))}
    />
  )
}

/** A new person, with whoever resembles them beside the form. */
export const RegisterPage = (): ReactElement => {
  const say = useWords(personDeskWords)
  const [tell, go] = [useStatus(), useGo()]
  const [filters] = useFilters()
  const districts = useMyDistricts()
  const key = useMemo(() => crypto.randomUUID(), [])
  const act = useAct(personApi.register)
  const [texts, setTexts] = useState<Texts>({})
  const districtId = texts.districtId || districts[0]?.value || ''
  const twins = useTwins(texts, districtId)
  const faults = faultsIn(act.error)
  const notGiven = act.error?.problem.code === 'persons.noPermission' ? act.error.problem.title : undefined
  const existing = act.error?.problem.about?.personId
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const said = textsIn(event.currentTarget)
    const contactPermission = ContactPermission.catch('notAsked').parse(said.contactPermission)
    const body = { ...entryOf(said), districtId, contactPermission, ground: groundOf({ ...said, purpose: 'contact' }) }
    const done = ({ id }: { id: string }): void => {
      tell({ text: say('new.saved') })
      go(`/persone/${id}`)
    }
    act.mutate({ body: filters.nucleo ? { ...body, householdId: filters.nucleo } : body, key }, { onSuccess: done })
  }
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
          if (form) setTimeout(() => setTexts(textsIn(form)))
        }}
      >
        <Form onSubmit={submit}>
          <Faults faults={faults} error={act.error} />
          {typeof existing === 'string' && (
            <Buttons>
              <LinkButton href={at(`/persone/${existing}`)}>{say('new.openExisting')}</LinkButton>
            </Buttons>
          )}
          <Fieldset id="chi" legend={say('new.who')} boxed>
            {districts.length > 1 && (
              <Select id="districtId" name="districtId" label={say('new.district')} options={districts} />
            )}
            <NameFields faults={faults} />
          </Fieldset>
          <TwinsPanel twins={twins} />
          <Fieldset id="altro" legend={say('new.more')} boxed>
            <MoreFields faults={faults} />
          </Fieldset>
          <Fieldset id="contatti" legend={say('new.contact')} boxed>
            <Permission error={notGiven ?? faultAt(faults, 'contactPermission')} />
            <ContactFields faults={faults} />
          </Fieldset>
          <Fieldset id="basi" legend={say('new.why')} boxed>
            <GroundFields faults={faults} />
          </Fieldset>
          <Button type="submit" look="main" icon="check" busy={act.isPending}>
            {say('new.save')}
          </Button>
        </Form>
      </div>
    </>
  )
}
