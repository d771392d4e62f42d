import type { ReactElement } from 'react'
import { call } from '../../platform/web/call.ts'
import { Combobox, type ComboOption } from '../../platform/web/kit/Combobox.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { caseApi } from '../core/case.api.ts'
import { casePageWords } from '../core/page.words.ts'

/** Somebody who works on cases of the district, found by typing. */
export const ColleagueBox = (props: {
  id: string
  label?: string
  hint?: string
  districtId: string
  value: ComboOption | null
  error?: string | undefined
  onChange: (option: ComboOption | null) => void
}): ReactElement => {
  const say = useWords(casePageWords)
  const search = async (q: string): Promise<ComboOption[]> => {
    const { rows } = await call(caseApi.candidates, { query: { districtId: props.districtId, q } })
    return rows.map(({ accountId, name, jobTitle, body }) => ({
      value: accountId,
      label: name,
      detail: [jobTitle, body].filter(Boolean).join(', '),
    }))
  }
  return (
    <Combobox
      id={props.id}
      label={props.label ?? say('equipe.who')}
      hint={props.hint ?? say('equipe.whoHint')}
      error={props.error}
      value={props.value}
      onChange={props.onChange}
      search={search}
    />
  )
}
