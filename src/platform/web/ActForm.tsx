import type { FormEvent, ReactElement, ReactNode } from 'react'
import type { Texts } from '../core/clash.ts'
import type { Refused } from './call.ts'
import { type Fault, Faults, faultsIn } from './Faults.tsx'
import { textsIn } from './form.ts'
import { Button, type ButtonLook, Buttons } from './kit/Button.tsx'
import { Form } from './kit/ErrorSummary.tsx'
import type { IconName } from './kit/icons.ts'

/**
 * A form that asks the server for one act. What was typed stays when it is turned down; `clear` empties it once it is
 * done. Ids of the fields are the names of the body.
 */
export const ActForm = (props: {
  act: { readonly isPending: boolean; readonly error: Refused | null }
  go: string
  icon?: IconName
  look?: ButtonLook
  label?: string
  tail?: ReactNode
  onGo: (texts: Texts, clear: () => void) => void
  children: (faults: readonly Fault[]) => ReactNode
}): ReactElement => {
  const faults = faultsIn(props.act.error)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const form = event.currentTarget
    const sent = textsIn(form)
    // what was typed since, for the next one, is not lost
    const clear = (): void => {
      if (JSON.stringify(textsIn(form)) === JSON.stringify(sent)) form.reset()
    }
    if (!props.act.isPending) props.onGo(sent, clear)
  }
  return (
    <Form label={props.label} onSubmit={submit}>
      <Faults faults={faults} error={props.act.error} />
      {props.children(faults)}
      <Buttons>
        <Button type="submit" look={props.look ?? 'main'} icon={props.icon} busy={props.act.isPending}>
          {props.go}
        </Button>
        {props.tail}
      </Buttons>
    </Form>
  )
}
