import { type ReactElement, useMemo } from 'react'
import { timeOnly } from '../../platform/core/words.ts'
import { ActForm } from '../../platform/web/ActForm.tsx'
import { faultAt } from '../../platform/web/Faults.tsx'
import { Note } from '../../platform/web/kit/Card.tsx'
import { TextArea, TextInput } from '../../platform/web/kit/Field.tsx'
import { Crumbs, Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { at, useFilters, useGo } from '../../platform/web/navigation.ts'
import { useAct } from '../../platform/web/query.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import { glassApi } from '../core/glass.api.ts'
import { casePageWords } from '../core/page.words.ts'
import { workWords } from '../core/work.words.ts'

/** Opening a file without being of its equipe: by its number, or (`?persona=`) from a search that said "già seguita". */
export const BreakGlassPage = (): ReactElement => {
  const [say, words, language] = [useWords(workWords), useWords(casePageWords), useLanguage()]
  const [tell, go] = [useStatus(), useGo()]
  const [filters] = useFilters()
  const act = useAct(glassApi.breakGlass)
  const key = useMemo(() => crypto.randomUUID(), [])
  const personId = filters.persona
  return (
    <>
      <Crumbs
        label={words('case.crumb')}
        items={[{ label: words('case.crumb'), href: at('/casi') }, { label: say('glass.go') }]}
      />
      <Sentence lead={say('glass.lead')}>{weighed(say('glass.sentence'))}</Sentence>
      <ActForm
        act={act}
        go={say('glass.go')}
        icon="unlock"
        look="danger"
        onGo={({ number, reason = '' }) => {
          const onSuccess = ({ caseId, until }: { caseId: string; until: string }): void => {
            tell({ text: say('glass.opened', { time: timeOnly(language, until) }) })
            go(`/casi/${caseId}`)
          }
          const whom = personId ? { personId } : number ? { number } : {}
          act.mutate({ body: { ...whom, reason }, key }, { onSuccess })
        }}
      >
        {(faults) => (
          <>
            {personId ? (
              <Note icon="person">{say('glass.person')}</Note>
            ) : (
              <TextInput
                id="number"
                name="number"
                short
                maxLength={30}
                autoComplete="off"
                label={say('glass.number')}
                hint={say('glass.numberHint')}
                error={faultAt(faults, 'number')}
              />
            )}
            <TextArea
              id="reason"
              name="reason"
              rows={4}
              maxLength={1000}
              label={say('glass.why')}
              hint={say('glass.whyHint')}
              error={faultAt(faults, 'reason')}
            />
          </>
        )}
      </ActForm>
    </>
  )
}
