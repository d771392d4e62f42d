import type { ReactElement } from 'react'
import { Answered } from '../../platform/web/Answered.tsx'
import { Clashes } from '../../platform/web/Clashes.tsx'
import { call } from '../../platform/web/call.ts'
import { Crumbs, Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { at, useGo, useParams } from '../../platform/web/navigation.ts'
import { useAct, useRead } from '../../platform/web/query.ts'
import { useVersioned } from '../../platform/web/versioned.hooks.ts'
import { settingsApi } from '../../settings/core/settings.api.ts'
import { organisationApi } from '../core/organisation.api.ts'
import { organisationTexts, readOrganisation } from '../core/organisation.form.ts'
import { OrganisationKind, type OrganisationSheet } from '../core/organisation.schema.ts'
import { organisationWebWords } from '../core/organisation.web.words.ts'
import { organisationWords } from '../core/organisation.words.ts'
import { OrganisationForm } from './OrganisationForm.tsx'

const labelOf = (name: string) =>
  name === 'whatItBrings' ? 'brings' : name === 'districtIds' ? 'districts' : (name as 'name' | 'email' | 'phone')

const useShown = (): ((name: string, text: string) => string) => {
  const sayKind = useWords(organisationWords)
  const districts = useRead(settingsApi.districts).data?.rows ?? []
  return (name, text) => {
    if (name === 'kind') return sayKind(`organisations.kind.${OrganisationKind.parse(text)}`)
    if (name !== 'districtIds') return text
    return districts
      .filter(({ id }) => text.split(',').includes(id))
      .map((one) => one.name)
      .join(', ')
  }
}

const Change = ({ sheet }: { sheet: OrganisationSheet }): ReactElement => {
  const [say, shown] = [useWords(organisationWebWords), useShown()]
  const [tell, go] = [useStatus(), useGo()]
  const act = useAct(organisationApi.change)
  const { save, clashes, problem, resolve } = useVersioned<OrganisationSheet>({
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
      <Clashes
        clashes={clashes}
        labelOf={(name) => say(labelOf(name))}
        shown={shown}
        busy={act.isPending}
        problem={problem}
        onResolve={(texts) => void leave(resolve(texts))}
      />
    )
  return (
    <OrganisationForm
      texts={organisationTexts(sheet)}
      go={say('save')}
      busy={act.isPending}
      error={problem}
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
