import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'
import { useState } from 'react'
import { useAct } from '../../platform/web/query.ts'
import { signInApi } from '../core/signIn.api.ts'
import type { Asking } from './Ask.tsx'

/** `cancelled`: the person or the browser stopped it; nothing was sent. */
export type PasskeyUse = Asking & { readonly able: boolean; readonly cancelled: boolean }

const said = (response: object): Record<string, unknown> => ({ ...response })

/** Signs in, confirms or unlocks with a passkey of this device. */
export const useAnswerPasskey = (): PasskeyUse & { readonly answer: () => Promise<boolean> } => {
  const [ask, send] = [useAct(signInApi.passkeyAsk, []), useAct(signInApi.passkeyAnswer)]
  const [cancelled, setCancelled] = useState(false)
  const answer = async (): Promise<boolean> => {
    setCancelled(false)
    const asked = await ask.mutateAsync({}).catch(() => undefined)
    if (!asked) return false
    // the server made the options with the same library
    const optionsJSON = asked.options as unknown as PublicKeyCredentialRequestOptionsJSON
    const response = await startAuthentication({ optionsJSON }).catch(() => undefined)
    if (!response) setCancelled(true)
    if (!response) return false
    const body = { flow: asked.flow, response: said(response) }
    return send.mutateAsync({ body }).then(
      () => true,
      () => false,
    )
  }
  const isPending = ask.isPending || send.isPending
  return { able: browserSupportsWebAuthn(), cancelled, isPending, error: send.error ?? ask.error, answer }
}

/** Adds a passkey of this device; an open session gives its password again. */
export const useAddPasskey = (): PasskeyUse & {
  readonly add: (name: string, password?: string) => Promise<boolean>
} => {
  const [start, send] = [useAct(signInApi.passkeyStart, []), useAct(signInApi.passkeyAdd)]
  const [cancelled, setCancelled] = useState(false)
  const add = async (name: string, password?: string): Promise<boolean> => {
    setCancelled(false)
    const begun = await start.mutateAsync({ body: password === undefined ? {} : { password } }).catch(() => undefined)
    if (!begun) return false
    const optionsJSON = begun.options as unknown as PublicKeyCredentialCreationOptionsJSON
    const response = await startRegistration({ optionsJSON }).catch(() => undefined)
    if (!response) setCancelled(true)
    if (!response) return false
    const body = { flow: begun.flow, name, response: said(response) }
    return send.mutateAsync({ body }).then(
      () => true,
      () => false,
    )
  }
  const isPending = start.isPending || send.isPending
  return { able: browserSupportsWebAuthn(), cancelled, isPending, error: send.error ?? start.error, add }
}
