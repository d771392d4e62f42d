import { type FormEvent, type ReactElement, useState } from 'react'
import type { Texts } from '../../platform/core/clash.ts'
import type { Refused } from '../../platform/web/call.ts'
import { type Fault, Faults, faultAt, faultsIn } from '../../platform/web/Faults.tsx'
import { partsOf, textsIn } from '../../platform/web/form.ts'
import { Button, TextLink } from '../../platform/web/kit/Button.tsx'
import { ChoiceGroup } from '../../platform/web/kit/Choice.tsx'
import { Form } from '../../platform/web/kit/ErrorSummary.tsx'
import { Fieldset, Select, TextArea, TextInput } from '../../platform/web/kit/Field.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { at } from '../../platform/web/navigation.ts'
import { useRead } from '../../platform/web/query.ts'
import { settingsApi } from '../../settings/core/settings.api.ts'
import { readOrganisation } from '../core/organisation.form.ts'
import { OrganisationKind } from '../core/organisation.schema.ts'
import { faultsOf } from '../core/organisation.ts'
import { organisationWebWords } from '../core/organisation.web.words.ts'
import { organisationWords } from '../core/organisation.words.ts'

type PartProps = { texts: Texts; faults: readonly Fault[] }

const codes = [
  { name: 'taxCode', hint: 'taxCodeHint' },
  { name: 'runtsNumber', hint: 'runtsHint' },
  { name: 'ipaCode', hint: 'ipaHint' },
  { name: 'schoolCode', hint: 'schoolHint' },
] as const

const Codes = ({ texts, faults }: PartProps): ReactElement => {
  const say = useWords(organisationWebWords)
  return (
    <Fieldset id="codes" legend={say('codes')} boxed>
      {codes.map(({ name, hint }) => (
        <TextInput
          key={name}
          id={name}
          name={name}
          label={say(name)}
          hint={say(hint)}
          optional
          defaultValue={texts[name] ?? ''}
          error={faultAt(faults, name)}
          autoComplete="off"
          spellCheck={false}
        />
      ))}
    </Fieldset>
  )
}

const Districts = ({ texts }: { texts: Texts }): ReactElement | null => {
  const say = useWords(organisationWebWords)
  const districts = useRead(settingsApi.districts).data?.rows
  if (!districts) return null
  return (
    <ChoiceGroup
      id="districtIds"
      name="districtIds"
      many
      label={say('districts')}
      hint={say('districtsHint')}
      defaultValue={partsOf(texts.districtIds)}
      options={districts.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}

const Names = ({
  texts,
  faults,
  onName,
}: PartProps & { onName?: ((name: string) => void) | undefined }): ReactElement => {
  const [say, sayKind] = [useWords(organisationWebWords), useWords(organisationWords)]
  return (
    <>
      <TextInput
        id="name"
        name="name"
        label={say('name')}
        defaultValue={texts.name ?? ''}
        error={faultAt(faults, 'name')}
        onBlur={(event) => onName?.(event.target.value)}
        autoComplete="off"
      />
      <Select
        id="kind"
        name="kind"
        label={say('kind')}
        empty={say('kindChoose')}
        defaultValue={texts.kind ?? ''}
        error={faultAt(faults, 'kind')}
        options={OrganisationKind.options.map((value) => ({ value, label: sayKind(`organisations.kind.${value}`) }))}
      />
    </>
  )
}

const Contacts = ({ texts, faults }: PartProps): ReactElement => {
  const say = useWords(organisationWebWords)
  return (
    <>
      <TextArea
        id="whatItBrings"
        name="whatItBrings"
        label={say('brings')}
        hint={say('bringsHint')}
        optional
        defaultValue={texts.whatItBrings ?? ''}
      />
      <TextInput
        id="email"
        name="email"
        type="email"
        label={say('email')}
        optional
        defaultValue={texts.email ?? ''}
        error={faultAt(faults, 'email')}
        autoComplete="off"
      />
      <TextInput
        id="phone"
        name="phone"
        type="tel"
        label={say('phone')}
        optional
        defaultValue={texts.phone ?? ''}
        autoComplete="off"
      />
    </>
  )
}

const Twin = ({ error }: { error: Refused | null }): ReactElement | null => {
  const say = useWords(organisationWebWords)
  const { code, about } = error?.problem ?? {}
  if (code !== 'organisations.sameTaxCode' || typeof about?.id !== 'string') return null
  return <TextLink href={at(`/enti/${about.id}`)}>{say('twin', { name: String(about.name) })}</TextLink>
}

/** The form of a body; `onSave` gets its texts when nothing is to be mended. */
export const OrganisationForm = (props: {
  texts: Texts
  go: string
  busy: boolean
  error: Refused | null
  onSave: (texts: Texts) => void
  onName?: (name: string) => void
  beside?: ReactElement | null
}): ReactElement => {
  const [say, sayFault] = [useWords(organisationWebWords), useWords(organisationWords)]
  const [own, setOwn] = useState<readonly Fault[]>([])
  const faults = own.length > 0 ? own : faultsIn(props.error)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const texts = textsIn(event.currentTarget)
    const draft = readOrganisation({ ...texts, kind: texts.kind || 'other' }, true)
    const found = draft
      ? faultsOf(draft).map(({ field, code }) => ({ field: field as string, message: sayFault(code) }))
      : []
    if (!texts.kind) found.splice(found[0]?.field === 'name' ? 1 : 0, 0, { field: 'kind', message: say('kindMissing') })
    setOwn(found)
    if (found.length === 0) props.onSave(texts)
  }
  return (
    <Form onSubmit={submit}>
      <Faults faults={faults} error={props.error} />
      <Twin error={props.error} />
      <Names texts={props.texts} faults={faults} onName={props.onName} />
      {props.beside}
      <Districts texts={props.texts} />
      <Contacts texts={props.texts} faults={faults} />
      <Codes texts={props.texts} faults={faults} />
      <div className="btns">
        <Button type="submit" look="main" busy={props.busy}>
          {props.go}
        </Button>
      </div>
    </Form>
  )
}
