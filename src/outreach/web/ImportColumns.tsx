import type { ReactElement } from 'react'
import type { Texts } from '../../platform/core/clash.ts'
import { ActForm } from '../../platform/web/ActForm.tsx'
import { More } from '../../platform/web/kit/Card.tsx'
import { Choice } from '../../platform/web/kit/Choice.tsx'
import { Select, TextInput } from '../../platform/web/kit/Field.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { useAct } from '../../platform/web/query.ts'
import { ImportField, type ImportMapping } from '../core/import.schema.ts'
import { importWords } from '../core/import.words.ts'
import { importsApi, type OpenImport } from '../core/imports.api.ts'
import { outreachWebWords } from '../core/outreach.web.words.ts'

const mappingIn = (texts: Texts): ImportMapping =>
  Object.fromEntries(ImportField.options.flatMap((field) => (texts[field] ? [[field, Number(texts[field])]] : [])))

/** Which column holds what: guessed from the titles, corrected by hand. */
export const ImportColumns = ({ one }: { one: OpenImport }): ReactElement => {
  const [say, words] = [useWords(outreachWebWords), useWords(importWords)]
  const [act, tell] = [useAct(importsApi.map), useStatus()]
  const columns = one.header.map((title, number) => ({
    value: String(number),
    label: title || say('web.importColumnNumber', { number: number + 1 }),
  }))
  const save = (texts: Texts): void => {
    const headerRow = Math.max(-1, Math.min(100, Number(texts.headerRow || 0) - 1))
    const body = { headerRow, mapping: mappingIn(texts), keepAnonymous: texts.keep === 'yes', version: one.run.version }
    act.mutate({ params: { importId: one.run.id }, body }, { onSuccess: () => tell({ text: say('web.importMapped') }) })
  }
  return (
    <More label={say('web.importColumnsHint')} open={one.digest === ''}>
      <ActForm act={act} look="plain" go={say('web.importMap')} onGo={save}>
        {() => (
          <>
            <TextInput
              id="headerRow"
              name="headerRow"
              label={say('web.importHeader')}
              inputMode="numeric"
              short
              defaultValue={String(one.headerRow + 1)}
            />
            <div className="cols">
              {ImportField.options.map((field) => (
                <Select
                  key={field}
                  id={field}
                  name={field}
                  label={words(`outreach.import.field.${field}`)}
                  empty={say('web.importColumnNone')}
                  options={columns}
                  defaultValue={one.mapping[field] === undefined ? '' : String(one.mapping[field])}
                />
              ))}
            </div>
            <Choice name="keep" value="yes" label={say('web.importKeep')} defaultChecked={one.keepAnonymous} />
          </>
        )}
      </ActForm>
    </More>
  )
}
