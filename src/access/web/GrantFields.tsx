import { type ReactElement, useState } from 'react'
import { call } from '../../platform/web/call.ts'
import { Combobox, type ComboOption } from '../../platform/web/kit/Combobox.tsx'
import { DateInput, Select } from '../../platform/web/kit/Field.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { useRead } from '../../platform/web/query.ts'
import type { NewGrant } from '../core/account.schema.ts'
import { accountsApi } from '../core/accounts.api.ts'
import { adminWords } from '../core/admin.words.ts'
import { profileApi } from '../core/profile.api.ts'
import { type Asking, errorAt, textOf } from './Ask.tsx'

const searchBodies = async (search: string): Promise<readonly ComboOption[]> => {
  const { rows } = await call(accountsApi.bodies, { query: { search } })
  return rows.map(({ id, name }) => ({ value: id, label: name }))
}

/** The role that the fields below say. */
export const grantOf = (form: FormData): NewGrant => ({
  role: textOf(form, 'role'),
  districtId: textOf(form, 'districtId') || null,
  organisationId: textOf(form, 'organisationId') || null,
  untilDay: textOf(form, 'untilDay') || null,
})

/** Which role, where: only what the role's scope asks for. */
export const GrantFields = ({ act }: { act: Asking }): ReactElement => {
  const [say, language] = [useWords(adminWords), useLanguage()]
  const roles = useRead(accountsApi.roles).data?.rows ?? []
  const districts = useRead(profileApi.districts).data?.rows ?? []
  const [code, setCode] = useState('')
  const [body, setBody] = useState<ComboOption | null>(null)
  const scope = roles.find((role) => role.code === code)?.scope
  return (
    <>
      <Select
        id="role"
        name="role"
        label={say('accounts.role')}
        empty=""
        value={code}
        onChange={(event) => setCode(event.target.value)}
        options={roles.map((role) => ({ value: role.code, label: language === 'en' ? role.nameEn : role.nameIt }))}
        error={errorAt(act, 'role')}
      />
      {(scope === 'district' || scope === 'organisation') && (
        <Select
          id="districtId"
          name="districtId"
          label={say('accounts.district')}
          empty={say('account.allDistricts')}
          options={districts.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {scope === 'organisation' && (
        <Combobox
          id="organisationId"
          name="organisationId"
          label={say('account.body')}
          hint={say('account.bodyHint')}
          value={body}
          onChange={setBody}
          search={searchBodies}
          from={1}
        />
      )}
      <DateInput id="untilDay" name="untilDay" label={say('account.until')} optional />
    </>
  )
}
