import type { FieldFault, FormKind, Typed } from '../core/form.ts'
import type { Place } from './PublicPage.tsx'

export type AskPageProps = {
  readonly place: Place
  readonly kind: FormKind
  readonly towns: readonly string[]
  /** What may be noticed, as the programme's list says it now. */
  readonly signs: readonly { readonly value: string; readonly label: string }[]
  readonly typed: Typed
  readonly faults: readonly FieldFault[]
  /** Signed when the form was made: how long it was read, and the receipt to come. */
  readonly token: string
  readonly notSent?: boolean
  /** The word that seems to name an illness. */
  readonly illness?: string | null
  readonly antenna?: { readonly name: string; readonly sent: number; readonly takenUp: number }
}
