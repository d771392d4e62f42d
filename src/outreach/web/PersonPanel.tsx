import { type ReactElement, useState } from 'react'
import { fileWords } from '../../persons/core/file.words.ts'
import { ConsentWay } from '../../persons/core/person.schema.ts'
import type { Texts } from '../../platform/core/clash.ts'
import { ActForm } from '../../platform/web/ActForm.tsx'
import { type Fault, faultAt } from '../../platform/web/Faults.tsx'
import { textsIn } from '../../platform/web/form.ts'
import { useIntention } from '../../platform/web/intention.hooks.ts'
import { Button, Buttons, LinkButton } from '../../platform/web/kit/Button.tsx'
import { Choice } from '../../platform/web/kit/Choice.tsx'
import { DateInput, Select, TextInput } from '../../platform/web/kit/Field.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { at } from '../../platform/web/navigation.ts'
import { useAct } from '../../platform/web/query.ts'
import { outreachWebWords } from '../core/outreach.web.words.ts'
import { type OpenReferral, referralsApi } from '../core/referrals.api.ts'
import { Twins } from './Twins.tsx'

/** The names as the sender wrote them: the last word is taken for the family name, and can be corrected. */
const namesIn = (one: OpenReferral): { given: string; family: string } => {
  const words = (one.said?.personName ?? '').trim().split(/\s+/).filter(Boolean)
  return {
    given: words.slice(0, words.length > 1 ? -1 : undefined).join(' '),
    family: words.length > 1 ? (words.at(-1) ?? '') : '',
  }
}

const Fields = ({ one, faults }: { one: OpenReferral; faults: readonly Fault[] }): ReactElement => {
  const say = useWords(outreachWebWords)
  const { given, family } = namesIn(one)
  const line = (name: 'givenName' | 'familyName', value: string): ReactElement => (
    <TextInput
      id={`person-${name}`}
      name={name}
      label={say(`web.${name}`)}
      defaultValue={value}
      error={faultAt(faults, `person-${name}`)}
      autoComplete="off"
    />
  )
  return (
    <>
      {line('givenName', given)}
      {line('familyName', family)}
      <DateInput
        id="person-birthDate"
        name="birthDate"
        optional
        label={say('web.birthDate')}
        error={faultAt(faults, 'person-birthDate')}
      />
      <TextInput
        id="phones"
        name="phone"
        type="tel"
        optional
        label={say('web.phone')}
        defaultValue={one.permission.of === 'person' ? one.said?.phone : ''}
        error={faultAt(faults, 'phones') ?? faultAt(faults, 'person-phones-0')}
        autoComplete="off"
      />
      <Select
        id="how"
        name="how"
        label={say('web.how')}
        options={ConsentWay.options.map((value) => ({ value, label: say(`web.how.${value}`) }))}
      />
      <Choice name="permission" value="yes" label={say('web.permission')} />
    </>
  )
}

const PersonForm = ({ one, onTexts }: { one: OpenReferral; onTexts: (texts: Texts) => void }): ReactElement => {
  const say = useWords(outreachWebWords)
  const [register, keyOf, tell] = [useAct(referralsApi.register), useIntention(), useStatus()]
  const save = (texts: Texts): void => {
    const body = {
      person: {
        givenName: texts.givenName ?? '',
        familyName: texts.familyName ?? '',
        birthDate: texts.birthDate || null,
        phones: texts.phone ? [texts.phone] : [],
        municipalityIstat: one.municipalityIstat,
      },
      permissionGiven: texts.permission === 'yes',
      how: ConsentWay.catch('spoken').parse(texts.how),
      version: one.version,
    }
    const given = { params: { referralId: one.id }, body, key: keyOf(body) }
    register.mutate(given, { onSuccess: () => tell({ text: say('web.registered') }) })
  }
  return (
    <div
      onChange={(event) => {
        const form = (event.target as HTMLElement).closest('form')
        if (form) onTexts(textsIn(form))
      }}
    >
      <ActForm act={register} look="plain" go={say('web.personRegister')} onGo={save}>
        {(faults) => <Fields one={one} faults={faults} />}
      </ActForm>
    </div>
  )
}

const Registering = ({ one }: { one: OpenReferral }): ReactElement => {
  const say = useWords(outreachWebWords)
  const [isOpen, setOpen] = useState(false)
  const [texts, setTexts] = useState<Texts>({})
  if (!isOpen)
    return (
      <div className="stack">
        <p>{say('web.personNone')}</p>
        <Buttons>
          <Button icon="plus" onClick={() => setOpen(true)}>
            {say('web.personRegister')}
          </Button>
        </Buttons>
      </div>
    )
  return (
    <div className="stack">
      <Twins one={one} texts={texts} />
      <PersonForm one={one} onTexts={setTexts} />
    </div>
  )
}

const Joined = ({ one }: { one: OpenReferral }): ReactElement => {
  const file = useWords(fileWords)
  const say = useWords(outreachWebWords)
  const [isOpen, setOpen] = useState(false)
  const [act, tell] = [useAct(referralsApi.unlink), useStatus()]
  const undo = (texts: Texts): void =>
    act.mutate(
      { params: { referralId: one.id }, body: { reason: texts.reason ?? '', version: one.version } },
      { onSuccess: () => tell({ text: say('web.unlinked') }) },
    )
  return (
    <>
      <Buttons>
        <LinkButton href={at(`/persone/${one.personId ?? ''}`)} icon="person">
          {say('web.personOpen', { name: one.personName ?? '' })}
        </LinkButton>
        {one.caseId === null && one.state === 'pactProposed' && (
          <LinkButton
            look="main"
            icon="note"
            href={at(`/casi/nuovo?persona=${one.personId ?? ''}&segnalazione=${one.id}`)}
          >
            {file('file.start')}
          </LinkButton>
        )}
        {one.caseId === null && (
          <Button icon="undo" look="quiet" onClick={() => setOpen(!isOpen)}>
            {say('web.unlink')}
          </Button>
        )}
      </Buttons>
      {isOpen && (
        <ActForm act={act} look="plain" go={say('web.unlink')} onGo={undo}>
          {(faults) => (
            <TextInput
              id="reason"
              name="reason"
              label={say('web.unlinkWhy')}
              error={faultAt(faults, 'reason')}
              maxLength={300}
            />
          )}
        </ActForm>
      )}
    </>
  )
}

/** The person of the referral: registered from it, joined to it, or still nobody. */
export const PersonPanel = ({ one }: { one: OpenReferral }): ReactElement | null => {
  const say = useWords(outreachWebWords)
  if (one.erasedAt) return null
  return (
    <Section id="persona" title={say('web.person')}>
      {one.personId ? <Joined one={one} /> : <Registering one={one} />}
    </Section>
  )
}
