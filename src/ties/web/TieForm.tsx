import { type ReactElement, useMemo, useState } from 'react'
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
import { initialsOf, isInitials } from '../core/tie.ts'
import { tieWords } from '../core/tie.words.ts'
import type { Occasion } from '../core/wave.api.ts'
import { useOccasionLabel } from './interview.hooks.ts'

const searchBodies = async (q: string): Promise<ComboOption[]> =>
  (await call(organisationApi.choices, { query: { q } })).rows.map(({ id, name }) => ({ value: id, label: name }))

/** The far end: initials of somebody who never consented, or a body of the list. A name typed here becomes initials. */
const EndFields = (props: {
  known: ComboOption | null
  onKnown: (known: ComboOption | null) => void
  isKnown: boolean
  onKind: (isKnown: boolean) => void
}): ReactElement => {
  const [say, words] = [useWords(tiePageWords), useWords(tieWords)]
  const [label, setLabel] = useState('')
  return (
    <>
      <Select
        id="end"
        label={say('new.end')}
        value={props.isKnown ? 'organisation' : 'alter'}
        onChange={(event) => props.onKind(event.target.value === 'organisation')}
        options={(['alter', 'organisation'] as const).map((value) => ({ value, label: say(`new.${value}`) }))}
      />
      {props.isKnown ? (
        <Combobox id="b" label={say('new.body')} value={props.known} onChange={props.onKnown} search={searchBodies} />
      ) : (
        <TextInput
          id="initials"
          name="initials"
          short
          autoComplete="off"
          label={say('new.initials')}
          hint={words('ties.initialsHint')}
          value={label}
          onChange={(event) => setLabel(event.target.value)}
          onBlur={() => label && !isInitials(label) && setLabel(initialsOf(label))}
        />
      )}
    </>
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

/** The tie as the form says it, seen from the person. */
const tieIn = (texts: Texts, personId: string, b: TieEnd): NewTie => {
  const [kind, id = null] = (texts.origin ?? '').split(' ')
  return {
    a: { kind: 'person', id: personId, label: '' },
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

/** One more tie, with the occasion that made it. */
export const TieForm = (props: { caseId: string; personId: string; occasions: readonly Occasion[] }): ReactElement => {
  const [say, tell, act] = [useWords(tiePageWords), useStatus(), useAct(tieApi.record)]
  const [known, setKnown] = useState<ComboOption | null>(null)
  const [isKnown, setIsKnown] = useState(false)
  const [round, setRound] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each tie asks for a key of its own
  const key = useMemo(() => crypto.randomUUID(), [round])
  return (
    <Card title={say('new.title')} level={2} key={round}>
      <ActForm
        act={act}
        go={say('new.save')}
        icon="plus"
        onGo={(texts) => {
          const body: TieEnd = {
            kind: 'organisation',
            id: known?.value ?? null,
            label: known?.label.slice(0, 120) ?? '',
          }
          const alter: TieEnd = { kind: 'alter', id: null, label: texts.initials ?? '' }
          const onSuccess = (): void => {
            setKnown(null)
            setRound(round + 1)
            tell({ text: say('new.saved') })
          }
          const tie = tieIn(texts, props.personId, isKnown ? body : alter)
          act.mutate({ body: { ...tie, caseId: props.caseId }, key }, { onSuccess })
        }}
      >
        {(faults) => (
          <>
            <EndFields known={known} onKnown={setKnown} isKnown={isKnown} onKind={setIsKnown} />
            <OriginFields occasions={props.occasions} />
            <HowFields faults={faults} />
          </>
        )}
      </ActForm>
    </Card>
  )
}
