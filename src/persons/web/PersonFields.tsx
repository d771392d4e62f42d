import { type ReactElement, useState } from 'react'
import { type Fault, faultAt } from '../../platform/web/Faults.tsx'
import { BirthDate } from '../../platform/web/kit/BirthDate.tsx'
import { Choice } from '../../platform/web/kit/Choice.tsx'
import { Select, TextInput } from '../../platform/web/kit/Field.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { personDeskWords } from '../core/desk.words.ts'
import { ContactWay, Sex } from '../core/person.schema.ts'
import { personWords } from '../core/person.words.ts'
import type { PersonValues } from '../core/sheet.schema.ts'
import { Municipality } from './Municipality.tsx'

export type FieldsProps = {
  readonly known?: Partial<PersonValues> | undefined
  readonly faults: readonly Fault[]
}

const spoken = 'it ar bn en es fr hi pa pt ro ru sq tr uk ur wo zh'.split(' ')
const countries = 'AL BD BO BR CI CN CO DO EC EG ES FR GH IN IT LK MA MD NG PE PH PK PL RO SN TN TR UA'.split(' ')

/** Codes with their names in the reader's language; the one already kept is among them. */
const useNamed = (
  type: 'language' | 'region',
  codes: readonly string[],
  kept?: string | null,
): { value: string; label: string }[] => {
  const names = new Intl.DisplayNames(useLanguage(), { type })
  const all = kept && !codes.includes(kept) ? [...codes, kept] : codes
  return all.map((value) => ({ value, label: names.of(value) ?? value })).sort((a, b) => a.label.localeCompare(b.label))
}

/** A line of text whose id, name and words are those of a field of the sheet. */
const useLine = ({ known, faults }: FieldsProps) => {
  const words = useWords(personWords)
  return (
    field:
      | 'familyName'
      | 'givenName'
      | 'calledName'
      | 'codiceFiscale'
      | 'birthplace'
      | 'address'
      | 'preferredContactTimes',
    more: { hint?: string } = {},
  ): ReactElement => (
    <TextInput
      id={field}
      name={field}
      label={words(`persons.field.${field}`)}
      defaultValue={known?.[field] ?? ''}
      error={faultAt(faults, field)}
      optional={field !== 'familyName' && field !== 'givenName'}
      autoComplete="off"
      {...more}
    />
  )
}

const Born = ({ known, faults }: FieldsProps): ReactElement => {
  const words = useWords(personWords)
  const [day, setDay] = useState(known?.birthDate ?? '')
  return (
    <>
      <BirthDate
        id="birthDate"
        name="birth"
        label={words('persons.field.birthDate')}
        optional
        defaultValue={known?.birthDate ?? ''}
        error={faultAt(faults, 'birthDate')}
        onChange={(typed) => setDay(typed ?? 'no')}
      />
      <input type="hidden" name="birthDate" value={day} />
      {day === '' && (
        <TextInput
          id="birthYear"
          name="birthYear"
          label={words('persons.field.birthYear')}
          optional
          short
          inputMode="numeric"
          maxLength={4}
          defaultValue={known?.birthYear ?? ''}
          error={faultAt(faults, 'birthYear')}
        />
      )}
    </>
  )
}

/** What tells a person from another: these are compared while they are typed. */
export const NameFields = (props: FieldsProps): ReactElement => {
  const [say, line] = [useWords(personDeskWords), useLine(props)]
  return (
    <>
      {line('givenName')}
      {line('familyName')}
      <Born {...props} />
      {line('codiceFiscale', { hint: say('new.codeHint') })}
    </>
  )
}

/** What else is known of the person. */
export const MoreFields = (props: FieldsProps): ReactElement => {
  const [words, line] = [useWords(personWords), useLine(props)]
  const { known } = props
  return (
    <>
      {line('calledName')}
      <Municipality {...props} />
      {line('address')}
      <Select
        id="sex"
        name="sex"
        label={words('persons.field.sex')}
        defaultValue={known?.sex ?? 'unknown'}
        options={Sex.options.map((value) => ({ value, label: words(`persons.sex.${value}`) }))}
      />
      {line('birthplace')}
      <input type="hidden" name="birthplaceCode" defaultValue={known?.birthplaceCode ?? ''} />
      <Select
        id="citizenship"
        name="citizenship"
        label={words('persons.field.citizenship')}
        optional
        empty=""
        defaultValue={known?.citizenship ?? ''}
        options={useNamed('region', countries, known?.citizenship)}
      />
    </>
  )
}

/** How the person is reached, and in which language. */
export const ContactFields = (props: FieldsProps): ReactElement => {
  const [say, words, line] = [useWords(personDeskWords), useWords(personWords), useLine(props)]
  const { known, faults } = props
  const [first] = known?.languages ?? ['it']
  return (
    <>
      <TextInput
        id="phones"
        name="phones"
        type="tel"
        label={say('new.phones')}
        hint={say('new.phonesHint')}
        optional
        defaultValue={known?.phones?.join(', ') ?? ''}
        error={faultAt(faults, 'phones')}
      />
      <TextInput
        id="emails"
        name="emails"
        inputMode="email"
        label={say('new.emails')}
        optional
        defaultValue={known?.emails?.join(', ') ?? ''}
        error={faultAt(faults, 'emails') ?? faults.find(({ field }) => field.startsWith('emails-'))?.message}
      />
      <Select
        id="preferredContact"
        name="preferredContact"
        label={words('persons.field.preferredContact')}
        optional
        empty=""
        defaultValue={known?.preferredContact ?? ''}
        options={ContactWay.options.map((value) => ({ value, label: words(`persons.contactWay.${value}`) }))}
      />
      {line('preferredContactTimes')}
      <Select
        id="language"
        name="language"
        label={say('new.language')}
        defaultValue={first ?? 'it'}
        options={useNamed('language', spoken, first)}
      />
      <Choice
        id="interpreterNeeded"
        name="interpreterNeeded"
        value="yes"
        label={say('new.interpreter')}
        defaultChecked={known?.interpreterNeeded ?? false}
      />
    </>
  )
}
