import { signInApi } from '../../access/core/signIn.api.ts'
import { useRead } from '../../platform/web/query.ts'
import { settingsApi } from '../../settings/core/settings.api.ts'

type Option = { readonly value: string; readonly label: string }

/** The districts where the reader works; every one for who works in the whole programme. */
export const useMyDistricts = (): readonly Option[] => {
  const grants = useRead(signInApi.me).data?.account?.grants ?? []
  const districts = useRead(settingsApi.districts).data?.rows ?? []
  const isEverywhere = grants.some(({ districtId }) => districtId === null)
  return districts
    .filter(
      ({ id, state }) => state === 'active' && (isEverywhere || grants.some(({ districtId }) => districtId === id)),
    )
    .map(({ id, name }) => ({ value: id, label: name }))
}

/** The towns of some districts, by name. */
export const useTownsIn = (districtIds: readonly string[]): readonly Option[] =>
  (useRead(settingsApi.municipalities).data?.rows ?? [])
    .filter((one) => one.districtId !== null && districtIds.includes(one.districtId))
    .map(({ istatCode, name }) => ({ value: istatCode, label: name }))

/** The towns of a district, by name. */
export const useTowns = (districtId: string): readonly Option[] => useTownsIn([districtId])
