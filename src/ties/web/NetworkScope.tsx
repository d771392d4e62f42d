import type { ReactElement } from 'react'
import { signInApi } from '../../access/core/signIn.api.ts'
import { Select } from '../../platform/web/kit/Field.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { useFilters } from '../../platform/web/navigation.ts'
import { useRead } from '../../platform/web/query.ts'
import { settingsApi } from '../../settings/core/settings.api.ts'
import { networkPageWords } from '../core/drawing.page.words.ts'
import { type Scope, ScopeKind } from '../core/network.schema.ts'
import { occasionApi } from '../core/occasion.api.ts'

const offered = ['district', 'town', 'occasion', 'programme', 'organisations'] as const

/** The districts in which the reader may see people; none when it is everywhere. */
const useOwnDistricts = (): readonly string[] => {
  const { data } = useRead(signInApi.me)
  return (data?.account?.grants ?? []).flatMap(({ districtId }) => districtId ?? [])
}

/** The reader's own district, where they begin; undefined until it is known. */
export const useOwnScope = (): Scope | null | undefined => {
  const { data } = useRead(signInApi.me)
  const [own] = useOwnDistricts()
  if (data === undefined) return undefined
  return own ? { kind: 'district', id: own } : { kind: 'programme', id: '' }
}

type Option = { value: string; label: string }

const useWhich = (kind: ScopeKind): readonly Option[] | null => {
  const own = useOwnDistricts()
  const isOwn = (id: string | null): boolean => own.length === 0 || (id !== null && own.includes(id))
  const districts = useRead(settingsApi.districts, { enabled: kind === 'district' })
  const towns = useRead(settingsApi.municipalities, { enabled: kind === 'town' })
  const occasions = useRead(occasionApi.list, { enabled: kind === 'occasion' })
  if (kind === 'district')
    return (districts.data?.rows ?? [])
      .filter(({ id }) => isOwn(id))
      .map(({ id, name }) => ({ value: id, label: name }))
  if (kind === 'town')
    return (towns.data?.rows ?? [])
      .filter(({ districtId }) => isOwn(districtId))
      .map(({ istatCode, name }) => ({ value: istatCode, label: name }))
  if (kind === 'occasion')
    return (occasions.data?.rows ?? []).map(({ id, name, ties }) => ({ value: id, label: `${name} (${ties})` }))
  return null
}

const nothingElse = { node: undefined, steps: undefined, day: undefined, rows: undefined, ask: undefined }

/** Which network is looked at, kept in the address. */
export const NetworkScope = ({ scope }: { scope: Scope }): ReactElement | null => {
  const { data: me } = useRead(signInApi.me)
  const say = useWords(networkPageWords)
  const [, change] = useFilters()
  const which = useWhich(scope.kind)
  const kinds = scope.kind === 'person' ? [...offered, 'person' as const] : offered
  // an equipe reads the network of its case and no other
  if (!me?.account?.permissions.includes('networks.read')) return null
  return (
    <div className="filters net__scope">
      <Select
        id="of"
        label={say('scope')}
        value={scope.kind}
        options={kinds.map((value) => ({ value, label: say(`scope.${value}`) }))}
        onChange={(event) => change({ ...nothingElse, of: ScopeKind.parse(event.target.value), id: undefined })}
      />
      {which && (
        <Select
          id="which"
          label={say('which')}
          value={scope.id}
          empty={say('choose')}
          options={which}
          onChange={(event) => change({ ...nothingElse, of: scope.kind, id: event.target.value })}
        />
      )}
    </div>
  )
}
