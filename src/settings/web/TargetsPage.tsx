import type { ReactElement } from 'react'
import { figure } from '../../platform/core/words.ts'
import { Answered } from '../../platform/web/Answered.tsx'
import { Faults } from '../../platform/web/Faults.tsx'
import { LinkButton } from '../../platform/web/kit/Button.tsx'
import { EmptyState } from '../../platform/web/kit/Lists.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { at, useFilters } from '../../platform/web/navigation.ts'
import { useAct, useRead } from '../../platform/web/query.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import { moved } from '../core/entries.ts'
import { settingsApi } from '../core/settings.api.ts'
import type { Target, Versioned } from '../core/settings.schema.ts'
import { settingsWebWords } from '../core/settings.web.words.ts'
import { Allowed } from './Allowed.tsx'
import { EntryRows } from './EntryRows.tsx'
import { TargetForm } from './TargetForm.tsx'

const place = '/amministrazione/risultati-attesi'

const Targets = ({ targets }: { targets: readonly Versioned<Target>[] }): ReactElement => {
  const [say, language] = [useWords(settingsWebWords), useLanguage()]
  const act = useAct(settingsApi.saveTarget, ['settings', 'results'])
  const move = async (code: string, step: -1 | 1): Promise<void> => {
    for (const { code: one, ...body } of moved(targets, code, step))
      await act.mutateAsync({ params: { code: one }, body }).catch(() => undefined)
  }
  return (
    <>
      <Faults faults={[]} error={act.error} />
      <EntryRows
        label={say('targets')}
        busy={act.isPending}
        hrefOf={(code) => at(`${place}?voce=${code}`)}
        onMove={(code, step) => void move(code, step)}
        entries={targets.map(({ code, labelIt, labelEn, value }) => ({
          code,
          label: language === 'it' ? labelIt : labelEn,
          text: figure(language, value),
        }))}
      />
    </>
  )
}

const List = ({ targets }: { targets: readonly Versioned<Target>[] }): ReactElement => {
  const say = useWords(settingsWebWords)
  const add = (
    <LinkButton look="main" icon="plus" href={at(`${place}?voce=nuova`)}>
      {say('targetAdd')}
    </LinkButton>
  )
  if (targets.length === 0)
    return (
      <EmptyState level={1} icon="chart" title={say('targetsNone')} act={add}>
        {say('targetsNoneHint')}
      </EmptyState>
    )
  return (
    <>
      <Sentence lead={say('targetsLead')}>{weighed(say('targetsSentence', { count: targets.length }))}</Sentence>
      <div className="btns mt">{add}</div>
      <div className="block">
        <Targets targets={targets} />
      </div>
    </>
  )
}

/** The expected results; `?voce=` opens one, or a new one. */
export const TargetsPage = (): ReactElement => {
  const say = useWords(settingsWebWords)
  const [{ voce }] = useFilters()
  const found = useRead(settingsApi.targets)
  return (
    <Allowed
      crumbs={
        voce
          ? [{ label: say('targets'), href: place }, { label: say(voce === 'nuova' ? 'targetAdd' : 'change') }]
          : [{ label: say('targets') }]
      }
    >
      <Answered of={found}>
        {({ rows }) =>
          voce ? (
            <TargetForm key={voce} targets={rows} target={rows.find(({ code }) => code === voce)} />
          ) : (
            <List targets={rows} />
          )
        }
      </Answered>
    </Allowed>
  )
}
