import { type ReactElement, useMemo, useState } from 'react'
import type { z } from 'zod'
import { organisationApi } from '../../organisations/core/organisation.api.ts'
import type { Texts } from '../../platform/core/clash.ts'
import { ActForm } from '../../platform/web/ActForm.tsx'
import { call } from '../../platform/web/call.ts'
import { type Fault, faultAt } from '../../platform/web/Faults.tsx'
import { Card } from '../../platform/web/kit/Card.tsx'
import { Combobox, type ComboOption } from '../../platform/web/kit/Combobox.tsx'
import { DateInput, Select, TextInput } from '../../platform/web/kit/Field.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { useAct } from '../../platform/web/query.ts'
import { tiePageWords } from '../core/page.words.ts'
import { tieApi } from '../core/tie.api.ts'
import { type NewTie, OriginKind, TieDirection, type TieEnd, TieEvidence, TieKind } from '../core/tie.schema.ts'
import { initialsOf, isNickname } from '../core/tie.ts'
import { tieWords } from '../core/tie.words.ts'
import type { Occasion } from '../core/wave.api.ts'
import { useOccasionLabel } from './interview.hooks.ts'

type Told = z.output<typeof tieApi.list.reply>

const searchBodies = async (q: string): Promise<ComboOption[]> =>
  (await call(organisationApi.choices, { query: { q } })).rows.map(({ id, name }) => ({ value: id, label: name }))

type Home = Told['households'][number]

/** What is chosen as the far end: initials, a body of the list, or a household by its id. */
type Far = { readonly choice: string; readonly body: ComboOption | null }

const nobody: Far = { choice: 'alter', body: null }

const endOf = ({ choice, body }: Far, initials: string): TieEnd => {
  if (choice === 'alter') return { kind: 'alter', id: null, label: initials }
  if (choice === 'body') return { kind: 'organisation', id: body?.value ?? null, label: '' }
  return { kind: 'household', id: choice, label: '' }
}

const Initials = (): ReactElement => {
  const [say, [label, setLabel]] = [useWords(tiePageWords), useState('')]
  const isWholeName = (): boolean => /\s/.test(label.trim()) && !isNickname(label.trim())
  return (
    <TextInput
      id="initials"
      name="initials"
      short
      autoComplete="off"
      maxLength={60}
      label={say('new.initials')}
      hint={say('new.initialsHint')}
      value={label}
      onChange={(event) => setLabel(event.target.value)}
      onBlur={() => isWholeName() && setLabel(initialsOf(label))}
    />
  )
}

/** The far end: initials of somebody who never consented, a body of the list, a household of the person. A whole name becomes initials. */
const FarFields = (props: { far: Far; onFar: (far: Far) => void; homes: readonly Home[] }): ReactElement => {
  const { far, onFar, homes } = props
  const say = useWords(tiePageWords)
  return (
    <>
      <Select
        id="end"
        label={say('new.end')}
        value={far.choice}
        onChange={(event) => onFar({ ...nobody, choice: event.target.value })}
        options={[
          { value: 'alter', label: say('new.alter') },
          { value: 'body', label: say('new.organisation') },
          ...homes.map(({ id, label }) => ({ value: id, label: say('new.household', { label }) })),
        ]}
      />
      {far.choice === 'body' && (
        <Combobox
          id="b"
          label={say('new.body')}
          value={far.body}
          onChange={(body) => onFar({ ...far, body })}
          search={searchBodies}
        />
      )}
      {far.choice === 'alter' && <Initials />}
    </>
  )
}

/** Whose tie it is: the person's, or that of their whole household; not asked of somebody without one. */
const OwnField = (props: { told: Told; own: string; onOwn: (id: string) => void }): ReactElement | null => {
  const say = useWords(tiePageWords)
  if (props.told.households.length === 0) return null
  return (
    <Select
      id="own"
      label={say('new.own')}
      value={props.own}
      onChange={(event) => props.onOwn(event.target.value)}
      options={[
        { value: '', label: say('new.ofPerson', { name: props.told.personLabel }) },
        ...props.told.households.map(({ id, label }) => ({ value: id, label: say('new.ofHousehold', { label }) })),
      ]}
    />
  )
}

/** Where it was born: before, on one of the person's own occasions, or elsewhere; labs and the like record their own. */
const OriginFields = ({ occasions }: { occasions: readonly Occasion[] }): ReactElement => {
  const [say, words, labelOf] = [useWords(tiePageWords), useWords(tieWords), useOccasionLabel()]
  return (
    <>
      <Select
        id="origin"
        name="origin"
        label={say('new.origin')}
        options={[
          { value: 'before', label: words('ties.origin.before') },
          ...occasions.map((one) => ({ value: `${one.kind} ${one.id}`, label: labelOf(one) })),
          { value: 'other', label: words('ties.origin.other') },
        ]}
      />
      <TextInput
        id="setting"
        name="setting"
        optional
        maxLength={120}
        label={say('new.setting')}
        hint={say('new.settingHint')}
      />
    </>
  )
}

const HowFields = ({ faults }: { faults: readonly Fault[] }): ReactElement => {
  const [say, words] = [useWords(tiePageWords), useWords(tieWords)]
  const options = <T extends string>(values: readonly T[], label: (value: T) => string) =>
    values.map((value) => ({ value, label: label(value) }))
  return (
    <>
      <Select
        id="kind"
        name="kind"
        label={say('new.kind')}
        options={options(TieKind.options, (one) => words(`ties.kind.${one}`))}
      />
      <Select
        id="strength"
        name="strength"
        label={say('new.strength')}
        defaultValue="2"
        options={options(['1', '2', '3'] as const, (one) => words(`ties.strength.${one}`))}
      />
      <Select
        id="direction"
        name="direction"
        label={say('new.direction')}
        defaultValue="mutual"
        options={options(TieDirection.options, (one) => words(`ties.direction.${one}`))}
      />
      <TextInput id="frequency" name="frequency" optional maxLength={80} label={say('new.frequency')} />
      <DateInput id="since" name="since" label={say('new.since')} error={faultAt(faults, 'since')} />
      <Select
        id="evidence"
        name="evidence"
        label={say('new.evidence')}
        options={options(TieEvidence.options, (one) => words(`ties.evidence.${one}`))}
      />
    </>
  )
}

/** The tie as the form says it, seen from the person or their household. */
const tieIn = (texts: Texts, a: TieEnd, b: TieEnd): NewTie => {
  const [kind, id = null] = (texts.origin ?? '').split(' ')
  return {
    a,
    b,
    kind: TieKind.catch('other').parse(texts.kind),
    strength: Number(texts.strength) || null,
    frequency: texts.frequency ?? '',
    direction: TieDirection.catch('mutual').parse(texts.direction),
    since: texts.since ?? '',
    until: null,
    evidence: TieEvidence.catch('saidByPerson').parse(texts.evidence),
    origin: { kind: OriginKind.catch('before').parse(kind), id },
    setting: texts.setting ?? '',
  }
}

type Asked = { readonly caseId: string; readonly personId: string; readonly told: Told }

/** One more tie, with the occasion that made it. */
export const TieForm = (props: Asked & { occasions: readonly Occasion[] }): ReactElement => {
  const { caseId, personId, told } = props
  const [say, tell, act] = [useWords(tiePageWords), useStatus(), useAct(tieApi.record)]
  const [[own, setOwn], [far, setFar]] = [useState(''), useState(nobody)]
  const [round, setRound] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each tie asks for a key of its own
  const key = useMemo(() => crypto.randomUUID(), [round])
  const save = (texts: Texts): void => {
    const a: TieEnd = own ? { kind: 'household', id: own, label: '' } : { kind: 'person', id: personId, label: '' }
    const onSuccess = (): void => {
      setFar(nobody)
      setRound(round + 1)
      tell({ text: say('new.saved') })
    }
    act.mutate({ body: { ...tieIn(texts, a, endOf(far, texts.initials ?? '')), caseId }, key }, { onSuccess })
  }
  return (
    <Card title={say('new.title')} level={2} key={round}>
      <ActForm act={act} go={say('new.save')} icon="plus" onGo={save}>
        {(faults) => (
          <>
            <OwnField told={told} own={own} onOwn={setOwn} />
            <FarFields far={far} onFar={setFar} homes={told.households.filter(({ id }) => id !== own)} />
            <OriginFields occasions={props.occasions} />
            <HowFields faults={faults} />
          </>
        )}
      </ActForm>
    </Card>
  )
}
