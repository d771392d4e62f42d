import { useCallback, useMemo } from 'react'
import type { ComboOption } from '../../platform/web/kit/Combobox.tsx'
import { useRead } from '../../platform/web/query.ts'
import { settingsApi } from '../../settings/core/settings.api.ts'
import { searchKey } from '../core/name.ts'

type Municipalities = {
  readonly search: (text: string) => Promise<readonly ComboOption[]>
  readonly optionOf: (istat: string | null) => ComboOption | null
}

/** The municipalities of the programme, found by any part of their name. */
export const useMunicipalities = (): Municipalities => {
  const { data } = useRead(settingsApi.municipalities)
  const options = useMemo(
    () =>
      (data?.rows ?? []).map(({ istatCode, name }) => ({ value: istatCode, label: name, key: ` ${searchKey(name)}` })),
    [data],
  )
  const search = useCallback(
    async (text: string) => options.filter(({ key }) => key.includes(` ${searchKey(text)}`)).slice(0, 12),
    [options],
  )
  return { search, optionOf: (istat) => options.find(({ value }) => value === istat) ?? null }
}
