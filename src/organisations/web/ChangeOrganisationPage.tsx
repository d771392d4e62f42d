import { lazy, type ReactElement, Suspense } from 'react'
import { answerWords } from '../../platform/core/answer.words.ts'
import type { Texts } from '../../platform/core/clash.ts'
import { Answered } from '../../platform/web/Answered.tsx'
import { call } from '../../platform/web/call.ts'
import { Note } from '../../platform/web/kit/Card.tsx'
import { Crumbs, Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { at, useGo, useParams } from '../../platform/web/navigation.ts'
import { useAct, useRead } from '../../platform/web/query.ts'
import { useVersioned } from '../../platform/web/versioned.hooks.ts'
import { organisationApi } from '../core/organisation.api.ts'
import { organisationTexts, readOrganisation } from '../core/organisation.form.ts'
import type { OrganisationSheet } from '../core/organisation.schema.ts'
import { organisationWebWords } from '../core/organisation.web.words.ts'
import { OrganisationForm } from './OrganisationForm.tsx'

const ConflictView = lazy(async () => ({ default: (await import('../../platform/web/kit/Compare.tsx')).ConflictView }))

const labelOf = (name: string) =>
  name === 'whatItBrings' ? 'brings' : name === 'districtIds' ? 'districts' : (name as 'name' | 'email' | 'phone')

const Change = ({ sheet }: { sheet: OrganisationSheet }): ReactElement => {
  const [say, sayAnswer] = [useWords(organisationWebWords), useWords(answerWords)]
  const [tell, go] = [useStatus(), useGo()]
  const act = useAct(organisationApi.change)
  const { save, clashes, resolve } = useVersioned<OrganisationSheet>({
    opened: sheet,
    textsOf: organisationTexts,
    reload: () => call(organisationApi.open, { params: { id: sheet.id } }),
    send: async (texts, version) => {
      const draft = readOrganisation(texts, sheet.active)
      if (draft) await act.mutateAsync({ params: { id: sheet.id }, body: { ...draft, version } })
    },
  })
  const leave = async (kept: Promise<boolean>): Promise<void> => {
    if (!(await kept)) return
    tell({ text: say('saved', { name: sheet.name }) })
    go(`/enti/${sheet.id}`)
  }
  if (clashes.length > 0)
    return (
      <Suspense>
        <Note>{sayAnswer('meanwhile')}</Note>
        <ConflictView
          busy={act.isPending}
          onResolve={(texts: Texts) => void leave(resolve(texts))}
          fields={clashes.map((clash) => ({
            ...clash,
            label: say(labelOf(clash.name)),
            who: sayAnswer('somebody'),
            when: sayAnswer('justNow'),
          }))}
        />
      </Suspense>
    )
  return (
    <OrganisationForm
      texts={organisationTexts(sheet)}
      go={say('save')}
      busy={act.isPending}
      error={act.error}
      onSave={(texts) => void leave(save(texts))}
    />
  )
}

/** Changes a body; what two people changed at once is shown. */
export const ChangeOrganisationPage = (): ReactElement => {
  const say = useWords(organisationWebWords)
  const { organisationId: id = '' } = useParams()
  const found = useRead(organisationApi.open, { params: { id } })
  return (
    <Answered of={found}>
      {(sheet) => (
        <>
          <Crumbs
            label={say('here')}
            items={[
              { label: say('title'), href: at('/enti') },
              { label: sheet.name, href: at(`/enti/${id}`) },
              { label: say('change') },
            ]}
          />
          <Sentence>{say('changeSentence', { name: sheet.name })}</Sentence>
          <Change sheet={sheet} />
        </>
      )}
    </Answered>
  )
}
