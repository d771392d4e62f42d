import { useMemo } from 'react'
import { signInApi } from '../../access/core/signIn.api.ts'
import type { Texts } from '../../platform/core/clash.ts'
import type { Refused } from '../../platform/web/call.ts'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { useFilters, useGo } from '../../platform/web/navigation.ts'
import { useAct, useRead } from '../../platform/web/query.ts'
import { personDeskWords } from '../core/desk.words.ts'
import { personApi } from '../core/person.api.ts'
import { entryOf } from '../core/person.form.ts'
import { ContactPermission } from '../core/sheet.schema.ts'
import { groundOf } from './GroundFields.tsx'

type District = { readonly value: string; readonly label: string }

/** The districts in which the reader holds a role, for the registrar of more than one. */
export const useMyDistricts = (): District[] => {
  const me = useRead(signInApi.me)
  const grants = me.data?.account?.grants ?? []
  const named = grants.flatMap(({ districtId, districtName }) =>
    districtId ? [[districtId, districtName ?? districtId] as const] : [],
  )
  return [...new Map(named)].map(([value, label]) => ({ value, label }))
}

type Registering = {
  readonly isPending: boolean
  readonly error: Refused | null
  readonly register: (said: Texts, districtId: string) => void
}

/** Registers what the form says, once however often it is sent, and goes to the new file; `?nucleo=` joins a household. */
export const useRegistering = (): Registering => {
  const say = useWords(personDeskWords)
  const [tell, go, [filters]] = [useStatus(), useGo(), useFilters()]
  const key = useMemo(() => crypto.randomUUID(), [])
  const act = useAct(personApi.register)
  const register = (said: Texts, districtId: string): void => {
    const contactPermission = ContactPermission.catch('notAsked').parse(said.contactPermission)
    const body = { ...entryOf(said), districtId, contactPermission, ground: groundOf({ ...said, purpose: 'contact' }) }
    const registered = ({ id }: { id: string }): void => {
      tell({ text: say('new.saved') })
      go(`/persone/${id}`)
    }
    const whole = filters.nucleo ? { ...body, householdId: filters.nucleo } : body
    act.mutate({ body: whole, key }, { onSuccess: registered })
  }
  return { isPending: act.isPending, error: act.error, register }
}
