import { useLanguage } from '../../platform/web/language.tsx'
import { useRead } from '../../platform/web/query.ts'
import { labelIn, offered } from '../../settings/core/entry.label.ts'
import { settingsApi } from '../../settings/core/settings.api.ts'
import type { CatalogueKind } from '../../settings/core/settings.schema.ts'

type Option = { readonly value: string; readonly label: string }
type Entries = {
  /** Of an old record also what was switched off since. */
  readonly say: (code: string) => string
  /** What a form offers; with `kept`, also what the record has already. */
  readonly options: (kept?: readonly string[]) => Option[]
  /** Every entry, for looking back. */
  readonly all: Option[]
}

/** One list of the programme, in the reader's words. */
export const useEntries = (kind: CatalogueKind): Entries => {
  const language = useLanguage()
  const found = useRead(settingsApi.catalogue, { params: { kind } }).data?.rows
  const say = (code: string): string => (found ? labelIn(found, code, language) : '')
  const optionOf = ({ code }: { code: string }): Option => ({ value: code, label: say(code) })
  return {
    say,
    options: (kept) => offered(found ?? [], kept).map(optionOf),
    all: (found ?? []).map(optionOf),
  }
}
