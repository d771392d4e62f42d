import { type ReactElement, useState } from 'react'
import type { EquipePerson, OpenedCase } from '../../cases/core/case.api.ts'
import { householdApi } from '../../persons/core/household.api.ts'
import { personApi } from '../../persons/core/person.api.ts'
import { Callout, Note } from '../../platform/web/kit/Card.tsx'
import { ChoiceGroup, type ChoiceOption } from '../../platform/web/kit/Choice.tsx'
import { DateInput, Select } from '../../platform/web/kit/Field.tsx'
import { useLanguage } from '../../platform/web/language.tsx'
import { useRead } from '../../platform/web/query.ts'
import { settingsApi } from '../../settings/core/settings.api.ts'
import { ageWarning, defaultPactSettings } from '../core/pact.settings.ts'
import type { FormState } from './form.hooks.ts'
import { useCatalogue, usePactWords, useToday, useWhy } from './pact.hooks.ts'

const usual = ['inclusion', 'autonomy'] as const

/** The kinds of the programme, or the usual two, each explained in plain words. */
const useKinds = (): { options: ChoiceOption[]; ages: typeof defaultPactSettings.expectedAges } => {
  const say = usePactWords()
  const language = useLanguage()
  const { rows } = useCatalogue('pactKind')
  const known = usual.map((kind) => ({
    value: kind,
    label: say(`pacts.kind.${kind}`),
    detail: say(`pacts.begin.kind.${kind}`),
  }))
  if (rows.length === 0) return { options: known, ages: defaultPactSettings.expectedAges }
  const options = rows.map(({ code, labelIt, labelEn }) => ({
    value: code,
    label: language === 'it' ? labelIt : labelEn,
    detail: known.find(({ value }) => value === code)?.detail,
  }))
  const ages = rows.flatMap(({ code, data: { from, to } }) =>
    typeof from === 'number' && typeof to === 'number' ? [[code, { from, to }] as const] : [],
  )
  return { options, ages: { ...defaultPactSettings.expectedAges, ...Object.fromEntries(ages) } }
}

/** Which kind of pact; an age outside what the kind expects is said, and stops nobody. */
export const KindChoice = (props: { personId: string; error?: string | undefined }): ReactElement => {
  const say = usePactWords()
  const sayWhy = useWhy()
  const today = useToday()
  const { options, ages } = useKinds()
  const [kind, setKind] = useState('')
  const person = useRead(personApi.open, { params: { id: props.personId } })
  const birthDate = person.data?.person.birthDate ?? null
  const warning = ageWarning(kind, birthDate, { settings: { ...defaultPactSettings, expectedAges: ages }, today })
  return (
    <div className="stack">
      <ChoiceGroup
        id="kind"
        name="kind"
        columns={1}
        label={say('pacts.begin.kind')}
        error={props.error}
        options={options}
        value={[kind]}
        input={{ onChange: (event) => setKind(event.target.value) }}
      />
      <div role="status">{warning && <Callout>{sayWhy(warning)}</Callout>}</div>
    </div>
  )
}

/** The body that signs and the tutor, both out of the equipe of the case. */
export const PartiesChoice = ({ equipe, form }: { equipe: readonly EquipePerson[]; form: FormState }): ReactElement => {
  const say = usePactWords()
  const today = useToday()
  const programme = useRead(settingsApi.programme)
  const bodies = new Map(
    equipe.flatMap(({ organisationId, body }) => (organisationId ? [[organisationId, body] as const] : [])),
  )
  const tutors = new Map(
    equipe
      .filter(({ role }) => role === 'tutor' || role === 'caseManager')
      .map(({ accountId, name, body }) => [accountId, [name, body].filter(Boolean).join(', ')]),
  )
  const options = (found: Map<string, string>): { value: string; label: string }[] =>
    [...found].map(([value, label]) => ({ value, label }))
  const first = (found: Map<string, string>): string => (found.size === 1 ? ([...found.keys()][0] ?? '') : '')
  return (
    <>
      <Select
        id="partnerOrganisationId"
        name="partnerOrganisationId"
        label={say('pacts.begin.partner')}
        hint={say(bodies.size === 0 ? 'pacts.begin.noBodies' : 'pacts.begin.partnerHint')}
        empty={say('pacts.begin.partnerNone')}
        options={options(bodies)}
        defaultValue={first(bodies)}
        error={form.errorOf('partnerOrganisationId')}
      />
      <Select
        id="tutorId"
        name="tutorId"
        label={say('pacts.begin.tutor')}
        hint={say(tutors.size === 0 ? 'pacts.begin.noTutors' : 'pacts.begin.tutorHint')}
        empty={say('pacts.begin.tutorNone')}
        options={options(tutors)}
        defaultValue={first(tutors)}
        error={form.errorOf('tutorId')}
      />
      <DateInput
        id="interviewedOn"
        name="interviewedOn"
        optional
        max={today}
        label={say('pacts.begin.interviewed')}
        hint={say('pacts.begin.interviewedHint', {
          days: programme.data?.deadlines.signWithinDays ?? defaultPactSettings.signWithinDays,
        })}
        error={form.errorOf('interviewedOn')}
      />
    </>
  )
}

const Members = ({ householdId, personId }: { householdId: string; personId: string }): ReactElement | null => {
  const say = usePactWords()
  const { data } = useRead(householdApi.open, { params: { id: householdId } })
  const others = (data?.members ?? []).filter((member) => member.personId !== personId)
  if (others.length === 0) return null
  return (
    <ChoiceGroup
      id="involved"
      name="involved"
      many
      optional
      label={say('pacts.begin.involved')}
      hint={say('pacts.begin.involvedHint')}
      options={others.map((member) => ({ value: member.personId, label: member.name }))}
    />
  )
}

/** Who else of the household takes part. */
export const Involved = ({ file }: { file: OpenedCase }): ReactElement => {
  const say = usePactWords()
  if (file.householdId === null) return <Note icon="person">{say('pacts.begin.alone')}</Note>
  return <Members householdId={file.householdId} personId={file.personId} />
}
