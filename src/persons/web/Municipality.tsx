import { type ReactElement, useState } from 'react'
import { type Fault, faultAt } from '../../platform/web/Faults.tsx'
import { Combobox, type ComboOption } from '../../platform/web/kit/Combobox.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { personDeskWords } from '../core/desk.words.ts'
import { useMunicipalities } from './municipality.hooks.ts'

/** The municipality where somebody lives, looked up while its name is typed. */
export const Municipality = (props: {
  known?: { readonly municipalityIstat?: string | null | undefined } | undefined
  faults: readonly Fault[]
}): ReactElement => {
  const say = useWords(personDeskWords)
  const { search, optionOf } = useMunicipalities()
  const [picked, setPicked] = useState<ComboOption | null | undefined>(undefined)
  return (
    <Combobox
      id="municipalityIstat"
      name="municipalityIstat"
      label={say('new.municipality')}
      optional
      value={picked === undefined ? optionOf(props.known?.municipalityIstat ?? null) : picked}
      onChange={setPicked}
      search={search}
      error={faultAt(props.faults, 'municipalityIstat')}
    />
  )
}
