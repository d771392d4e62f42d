import type { ReactElement } from 'react'
import type { Texts } from '../../platform/core/clash.ts'
import { type Fault, faultAt } from '../../platform/web/Faults.tsx'
import { DateInput, Select, TextInput } from '../../platform/web/kit/Field.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { useRead } from '../../platform/web/query.ts'
import { settingsApi } from '../../settings/core/settings.api.ts'
import { personDeskWords } from '../core/desk.words.ts'
import { Basis, ConsentWay, DataKind, Purpose } from '../core/person.schema.ts'
import { personWords } from '../core/person.words.ts'
import type { GroundEntry } from '../core/sheet.schema.ts'

/** What the fields below say. */
export const groundOf = (texts: Texts): GroundEntry => ({
  purpose: Purpose.catch('contact').parse(texts.purpose),
  basis: Basis.catch('publicTask').parse(texts.basis),
  dataKind: DataKind.catch('identity').parse(texts.dataKind),
  how: ConsentWay.catch('spoken').parse(texts.how),
  noticeVersion: (texts.noticeVersion ?? '').trim(),
  recipient: (texts.recipient ?? '').trim(),
  expiresOn: texts.expiresOn || null,
})

/** The legal basis, how it was said, and the notice handed over. */
export const GroundFields = ({ faults }: { faults: readonly Fault[] }): ReactElement => {
  const [say, words] = [useWords(personDeskWords), useWords(personWords)]
  const programme = useRead(settingsApi.programme)
  const notice = programme.data?.rules.privacyNotice ?? ''
  return (
    <>
      <Select
        id="basis"
        name="basis"
        label={say('new.basis')}
        defaultValue="publicTask"
        error={faultAt(faults, 'basis')}
        options={Basis.options.map((value) => ({ value, label: words(`persons.basis.${value}`) }))}
      />
      <Select
        id="how"
        name="how"
        label={say('new.how')}
        defaultValue="spoken"
        options={ConsentWay.options.map((value) => ({ value, label: words(`persons.how.${value}`) }))}
      />
      <TextInput
        key={notice}
        id="noticeVersion"
        name="noticeVersion"
        label={say('new.notice')}
        defaultValue={notice}
        short
        error={faultAt(faults, 'noticeVersion') ?? faultAt(faults, 'ground-noticeVersion')}
      />
    </>
  )
}

/** What else a further purpose needs: what for, which data, who receives, until when. */
export const PurposeFields = ({ faults }: { faults: readonly Fault[] }): ReactElement => {
  const [say, words] = [useWords(personDeskWords), useWords(personWords)]
  return (
    <>
      <Select
        id="purpose"
        name="purpose"
        label={say('one.purpose')}
        defaultValue="sharingWithPartner"
        options={Purpose.options.map((value) => ({ value, label: words(`persons.purpose.${value}`) }))}
      />
      <Select
        id="dataKind"
        name="dataKind"
        label={say('one.dataKind')}
        defaultValue="identity"
        error={faultAt(faults, 'dataKind')}
        options={DataKind.options.map((value) => ({ value, label: words(`persons.dataKind.${value}`) }))}
      />
      <TextInput id="recipient" name="recipient" label={say('one.recipient')} optional />
      <DateInput
        id="expiresOn"
        name="expiresOn"
        label={say('one.expires')}
        optional
        error={faultAt(faults, 'expiresOn')}
      />
    </>
  )
}
