import { type ReactElement, useMemo, useState } from 'react'
import { signInApi } from '../../access/core/signIn.api.ts'
import { personApi } from '../../persons/core/person.api.ts'
import { ActForm } from '../../platform/web/ActForm.tsx'
import { Button, LinkButton } from '../../platform/web/kit/Button.tsx'
import type { ComboOption } from '../../platform/web/kit/Combobox.tsx'
import { Fieldset, Select, TextInput } from '../../platform/web/kit/Field.tsx'
import { EmptyState } from '../../platform/web/kit/Lists.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { Crumbs, Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { Who } from '../../platform/web/kit/Who.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { at, useFilters, useGo } from '../../platform/web/navigation.ts'
import { useAct, useRead } from '../../platform/web/query.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import { caseApi } from '../core/case.api.ts'
import { EquipeRole } from '../core/case.schema.ts'
import { caseWords } from '../core/case.words.ts'
import { casePageWords } from '../core/page.words.ts'
import { ColleagueBox } from './Colleague.tsx'

type Chosen = { readonly who: ComboOption; readonly role: EquipeRole }

/** The people chosen so far, and a way to choose one more with a role. */
const EquipeFields = (props: {
  districtId: string
  chosen: readonly Chosen[]
  onChange: (chosen: readonly Chosen[]) => void
}): ReactElement => {
  const [say, words] = [useWords(casePageWords), useWords(caseWords)]
  const [role, setRole] = useState<EquipeRole>('caseManager')
  const take = (who: ComboOption | null): void => {
    if (!who || props.chosen.some((one) => one.who.value === who.value && one.role === role)) return
    props.onChange([...props.chosen, { who, role }])
    setRole('tutor')
  }
  return (
    <Fieldset id="equipe" legend={say('tab.equipe')} hint={say('start.me')} boxed>
      {props.chosen.length > 0 && (
        <Rows tight>
          {props.chosen.map((one) => (
            <Row
              key={`${one.who.value} ${one.role}`}
              level={4}
              who={<Who name={one.who.label} tone="servizi" size="s" />}
              title={one.who.label}
              text={[words(`cases.role.${one.role}`), one.who.detail].filter(Boolean).join(', ')}
              go={
                <Button
                  look="quiet"
                  about={one.who.label}
                  onClick={() => props.onChange(props.chosen.filter((other) => other !== one))}
                >
                  {say('start.remove')}
                </Button>
              }
            />
          ))}
        </Rows>
      )}
      <Select
        id="role"
        label={say('equipe.role')}
        value={role}
        onChange={(event) => setRole(EquipeRole.catch('tutor').parse(event.target.value))}
        options={EquipeRole.options.map((value) => ({ value, label: words(`cases.role.${value}`) }))}
      />
      <ColleagueBox id="who" districtId={props.districtId} value={null} onChange={take} />
    </Fieldset>
  )
}

type Household = { readonly id: string; readonly label: string }

/** With whom the person lives: whoever follows the person then reaches the household too. */
const HouseholdField = (props: { households: readonly Household[]; chosen: string }): ReactElement | null => {
  const say = useWords(casePageWords)
  if (props.households.length === 0) return null
  return (
    <Select
      id="householdId"
      name="householdId"
      label={say('start.household')}
      hint={say('start.householdHint')}
      empty={say('start.alone')}
      defaultValue={props.chosen}
      options={props.households.map(({ id, label }) => ({ value: id, label }))}
    />
  )
}

const NewCase = ({ personId }: { personId: string }): ReactElement => {
  const [say, tell, go] = [useWords(casePageWords), useStatus(), useGo()]
  const [filters] = useFilters()
  const me = useRead(signInApi.me)
  const person = useRead(personApi.open, { params: { id: personId } })
  const act = useAct(caseApi.start)
  const [chosen, setChosen] = useState<readonly Chosen[]>([])
  const key = useMemo(() => crypto.randomUUID(), [])
  const known = person.data?.person
  const households = person.data?.households ?? []
  const districtId = known?.districtId ?? me.data?.account?.grants.find((grant) => grant.districtId)?.districtId ?? ''
  const name = known ? `${known.givenName} ${known.familyName}` : ''
  return (
    <>
      <Sentence lead={say('start.lead')}>
        {weighed(name ? say('start.title', { name }) : say('start.titleSomebody'))}
      </Sentence>
      <ActForm
        act={act}
        go={say('start.go')}
        icon="check"
        onGo={({ externalRecord = '', householdId }) => {
          const equipe = chosen.map(({ who, role }) => ({ accountId: who.value, role }))
          const links = { householdId: householdId || null, referralId: filters.segnalazione ?? null }
          const onSuccess = ({ id, number }: { id: string; number: string }): void => {
            tell({ text: say('start.done', { number }) })
            go(`/casi/${id}`)
          }
          act.mutate({ body: { personId, ...links, externalRecord, equipe }, key }, { onSuccess })
        }}
      >
        {() => (
          <>
            <EquipeFields districtId={districtId} chosen={chosen} onChange={setChosen} />
            <HouseholdField
              key={households.length}
              households={households}
              chosen={filters.nucleo ?? households[0]?.id ?? ''}
            />
            <TextInput
              id="externalRecord"
              name="externalRecord"
              optional
              maxLength={80}
              label={say('start.number')}
              hint={say('start.numberHint')}
            />
          </>
        )}
      </ActForm>
    </>
  )
}

/** `?persona=` whom to follow, `&segnalazione=` and `&nucleo=` where it came from and with whom they live. */
export const NewCasePage = (): ReactElement => {
  const say = useWords(casePageWords)
  const [filters] = useFilters()
  const crumbs = [{ label: say('case.crumb'), href: at('/casi') }, { label: say('start.go') }]
  return (
    <>
      <Crumbs label={say('case.crumb')} items={crumbs} />
      {filters.persona ? (
        <NewCase personId={filters.persona} />
      ) : (
        <EmptyState
          level={1}
          icon="person"
          title={say('start.from')}
          act={<LinkButton href={at('/persone')}>{say('start.find')}</LinkButton>}
        >
          {say('start.fromHint')}
        </EmptyState>
      )}
    </>
  )
}
