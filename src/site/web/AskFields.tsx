import type { ReactElement } from 'react'
import { AgeBand, CallTime, Living, textAtMost } from '../../outreach/core/referral.schema.ts'
import { referralWords } from '../../outreach/core/referral.words.ts'
import { More } from '../../platform/web/kit/Card.tsx'
import { Choice, ChoiceGroup, type ChoiceOption } from '../../platform/web/kit/Choice.tsx'
import { Select, TextArea, TextInput } from '../../platform/web/kit/Field.tsx'
import { useWords } from '../../platform/web/language.tsx'
import type { FormKind, Typed } from '../core/form.ts'
import { siteWords } from '../core/site.words.ts'
import type { AskPageProps } from './ask.props.ts'

type Props = Pick<AskPageProps, 'kind' | 'towns' | 'signs' | 'typed' | 'faults' | 'place'>

/** What to mend in a field, in words. */
const useFault = ({ faults }: Props): ((field: keyof Typed) => string | undefined) => {
  const say = useWords(siteWords)
  return (field) => {
    const fault = faults.find((one) => one.field === field)
    return fault && say(fault.key, fault.params)
  }
}
const side = (kind: FormKind): 'forMe' | 'worried' => (kind === 'forMe' ? 'forMe' : 'worried')

/** What happens, where, and how old. */
export const WhatFields = (props: Props): ReactElement => {
  const say = useWords(siteWords)
  const choices = useWords(referralWords)
  const fault = useFault(props)
  const of = side(props.kind)
  return (
    <>
      <TextArea
        id="text"
        name="text"
        label={say(`site.text.${of}`)}
        hint={say('site.textHint')}
        error={fault('text')}
        rows={4}
        maxLength={props.typed.text.length > textAtMost ? undefined : textAtMost}
        defaultValue={props.typed.text}
      />
      <TextInput
        id="town"
        name="town"
        label={say(`site.town.${of}`)}
        hint={say('site.townHint')}
        error={fault('town')}
        suggestions={props.towns}
        autoComplete="address-level2"
        defaultValue={props.typed.town}
      />
      <Select
        id="age"
        name="age"
        optional
        label={say(`site.age.${of}`)}
        empty={say('site.age.empty')}
        options={AgeBand.options
          .filter((age) => age !== 'unknown' || of === 'worried')
          .map((age) => ({ value: age, label: choices(`outreach.age.${age}`) }))}
        defaultValue={props.typed.age}
      />
    </>
  )
}

const usePermissions = (kind: FormKind): ChoiceOption[] => {
  const say = useWords(siteWords)
  if (kind === 'antenna')
    return [
      { value: 'person', label: say('site.yes.antennaPerson') },
      { value: 'sender', label: say('site.yes.antennaSender') },
      { value: 'no', label: say('site.no.antenna'), detail: say('site.no.antennaDetail') },
    ]
  return [
    { value: kind === 'forMe' ? 'person' : 'sender', label: say(`site.yes.${kind}`) },
    { value: 'no', label: say('site.no'), detail: say('site.noDetail') },
  ]
}

const Reach = (props: Props): ReactElement => {
  const say = useWords(siteWords)
  const fault = useFault(props)
  const isAntenna = props.kind === 'antenna'
  return (
    <>
      <TextInput
        id="phone"
        name="phone"
        type="tel"
        inputMode="tel"
        autoComplete={isAntenna ? 'off' : 'tel'}
        label={say(isAntenna ? 'site.phone.antenna' : 'site.phone')}
        hint={say(isAntenna ? 'site.phoneHint.antenna' : 'site.phoneHint')}
        error={fault('phone')}
        defaultValue={props.typed.phone}
      />
      {!isAntenna && (
        <TextInput
          id="email"
          name="email"
          type="email"
          optional
          autoComplete="email"
          label={say('site.email')}
          error={fault('email')}
          defaultValue={props.typed.email}
        />
      )}
      <TextInput
        id="name"
        name="name"
        optional
        autoComplete={isAntenna ? 'off' : 'given-name'}
        label={say(isAntenna ? 'site.name.antenna' : 'site.name')}
        hint={say('site.nameHint')}
        defaultValue={props.typed.name}
      />
    </>
  )
}

/** Whether we may call, and whom, how and when. */
export const ContactFields = (props: Props): ReactElement => {
  const say = useWords(siteWords)
  const choices = useWords(referralWords)
  const fault = useFault(props)
  return (
    <>
      <ChoiceGroup
        id="permission"
        name="permission"
        columns={1}
        label={say(`site.permission.${props.kind}`)}
        error={fault('permission')}
        options={usePermissions(props.kind)}
        defaultValue={[props.typed.permission]}
      />
      <Reach {...props} />
      {props.kind !== 'antenna' && (
        <ChoiceGroup
          id="times"
          name="times"
          many
          columns={3}
          optional
          label={say('site.times')}
          options={CallTime.options.map((time) => ({ value: time, label: choices(`outreach.callTime.${time}`) }))}
          defaultValue={props.typed.times}
        />
      )}
      {props.kind === 'worried' && (
        <div className="field">
          <Choice name="knows" value="yes" label={say('site.knows')} defaultChecked={props.typed.knows === 'yes'} />
          <p className="hint">{say('site.knowsHint')}</p>
        </div>
      )}
    </>
  )
}

/** What else somebody noticed: closed at first, since a few words are enough. */
export const AboutFields = (props: Props): ReactElement => {
  const say = useWords(siteWords)
  const choices = useWords(referralWords)
  const days = props.place.urgentDays
  return (
    <>
      <Choice
        name="urgent"
        value="yes"
        label={say('site.urgent', { days })}
        defaultChecked={props.typed.urgent === 'yes'}
      />
      <More label={say('site.signsMore')} open={props.typed.signs.length > 0}>
        {props.signs.length > 0 && (
          <ChoiceGroup
            id="signs"
            name="signs"
            many
            label={say(`site.signs.${side(props.kind)}`)}
            options={props.signs}
            defaultValue={props.typed.signs}
          />
        )}
        {props.kind !== 'forMe' && (
          <Select
            id="living"
            name="living"
            optional
            label={say('site.living.worried')}
            empty={say('site.age.empty')}
            options={Living.options.map((one) => ({ value: one, label: choices(`outreach.living.${one}`) }))}
            defaultValue={props.typed.living}
          />
        )}
      </More>
    </>
  )
}
