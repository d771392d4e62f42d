import { createContext, type ReactElement, use, useEffect, useMemo, useRef } from 'react'
import { organisationApi } from '../../organisations/core/organisation.api.ts'
import { TextInput } from '../../platform/web/kit/Field.tsx'
import { useRead } from '../../platform/web/query.ts'
import type { OwnerKind } from '../core/content.schema.ts'
import { usePactWords } from './pact.hooks.ts'
import { useField, useWriting } from './writing.hooks.ts'

/** Somebody who may take something on: of the pact, of the equipe, a body. */
export type Party = { readonly kind: Exclude<OwnerKind, 'other'>; readonly id: string; readonly label: string }

const Known = createContext<readonly Party[]>([])
export const PartiesKnown = Known.Provider
export const useParties = (): readonly Party[] => use(Known)

/** Bodies whose name holds what is typed. */
const useBodies = (typed: string): readonly Party[] => {
  const q = typed.trim()
  const { data } = useRead(organisationApi.choices, { query: { q }, enabled: q.length >= 2 })
  return useMemo(
    () => (data?.rows ?? []).map(({ id, name }) => ({ kind: 'organisation' as const, id, label: name })),
    [data],
  )
}

/**
 * A name typed or chosen. Chosen from the list it also keeps who it is, at `idPath` (and `kindPath`), so that they are
 * asked to sign; typed freely it is only a name.
 */
export const PartyField = (props: {
  path: string
  idPath: string
  kindPath?: string
  only?: Party['kind']
  label: string
  hint?: string
  optional?: boolean
}): ReactElement => {
  const say = usePactWords()
  const writing = useWriting()
  const field = useField(props.path)
  const typed = typeof field.value === 'string' ? field.value : ''
  const bodies = useBodies(typed)
  const known = useParties()
  const parties = [...known, ...bodies].filter(({ kind }) => props.only === undefined || kind === props.only)
  const isTyped = useRef(false)
  const link = (party: Party | undefined): void => {
    writing.type(props.idPath, party?.id ?? null)
    if (props.kindPath) writing.type(props.kindPath, party?.kind ?? 'other')
  }
  const partyOf = (label: string): Party | undefined => parties.find((one) => one.label === label.trim())
  const type = (label: string): void => {
    isTyped.current = true
    field.type(label)
    link(partyOf(label))
  }
  // whoever types a whole name at once is faster than the list of bodies
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a list that arrives later asks anew
  useEffect(() => {
    const party = partyOf(typed)
    if (isTyped.current && party) link(party)
  }, [bodies])
  return (
    <TextInput
      id={field.id}
      maxLength={120}
      label={props.label}
      hint={props.hint ?? say('pacts.write.ownerHint')}
      optional={props.optional}
      error={field.error}
      suggestions={[...new Set(parties.map(({ label }) => label))]}
      autoComplete="off"
      value={typed}
      onChange={(event) => type(event.target.value)}
      onBlur={field.save}
    />
  )
}
