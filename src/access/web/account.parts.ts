import type { StateTone } from '../../platform/web/kit/State.tsx'
import type { AccountRow, GrantRow } from '../core/account.schema.ts'

export const stateTone: Readonly<Record<AccountRow['state'], StateTone>> = {
  invited: 'now',
  active: 'now',
  left: 'calm',
}

/** 'Caritas, Ambito Cremasco'; '' for a role of the whole programme. */
export const whereOf = (grant: Pick<GrantRow, 'organisationName' | 'districtName'>): string =>
  [grant.organisationName, grant.districtName].filter(Boolean).join(', ')
