import type { ReactElement } from 'react'
import { Answered } from '../../platform/web/Answered.tsx'
import { Faults } from '../../platform/web/Faults.tsx'
import { LinkButton } from '../../platform/web/kit/Button.tsx'
import { EmptyState, Tabs } from '../../platform/web/kit/Lists.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { State } from '../../platform/web/kit/State.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { at, useFilters, useParams } from '../../platform/web/navigation.ts'
import { useAct, useRead } from '../../platform/web/query.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import { moved } from '../core/entries.ts'
import { settingsApi } from '../core/settings.api.ts'
import { type CatalogueItem, CatalogueKind, type Versioned } from '../core/settings.schema.ts'
import { settingsWebWords } from '../core/settings.web.words.ts'
import { Allowed } from './Allowed.tsx'
import { CatalogueForm } from './CatalogueForm.tsx'
import { EntryRows } from './EntryRows.tsx'

const placeOf = (kind: CatalogueKind, code?: string): `/${string}` =>
  `/amministrazione/cataloghi/${kind}${code ? `?voce=${code}` : ''}`

const Kinds = ({ kind }: { kind: CatalogueKind }): ReactElement => {
  const say = useWords(settingsWebWords)
  return (
    <Tabs
      label={say('kinds')}
      items={CatalogueKind.options.map((one) => ({
        label: say(`kind.${one}`),
        href: at(placeOf(one)),
        current: one === kind,
      }))}
    />
  )
}

const Entries = ({
  kind,
  items,
}: {
  kind: CatalogueKind
  items: readonly Versioned<CatalogueItem>[]
}): ReactElement => {
  const [say, language] = [useWords(settingsWebWords), useLanguage()]
  const act = useAct(settingsApi.saveCatalogueItem, ['settings'])
  const move = async (code: string, step: -1 | 1): Promise<void> => {
    for (const { id: _, kind: __, code: one, ...body } of moved(items, code, step))
      await act.mutateAsync({ params: { kind, code: one }, body }).catch(() => undefined)
  }
  const labels = (item: CatalogueItem): [string, string] =>
    language === 'it' ? [item.labelIt, item.labelEn] : [item.labelEn, item.labelIt]
  return (
    <>
      <Faults faults={[]} error={act.error} />
      <EntryRows
        label={say(`kind.${kind}`)}
        busy={act.isPending}
        hrefOf={(code) => at(placeOf(kind, code))}
        onMove={(code, step) => void move(code, step)}
        entries={items.map((item) => ({
          code: item.code,
          label: labels(item)[0],
          text: labels(item)[1],
          state: item.active ? undefined : <State icon="pause">{say('entryOff')}</State>,
        }))}
      />
    </>
  )
}

const List = ({ kind, items }: { kind: CatalogueKind; items: readonly Versioned<CatalogueItem>[] }): ReactElement => {
  const say = useWords(settingsWebWords)
  const add = (
    <LinkButton look="main" icon="plus" href={at(placeOf(kind, 'nuova'))}>
      {say('entryAdd')}
    </LinkButton>
  )
  return (
    <>
      <Sentence lead={say(`kind.${kind}.say`)}>
        {weighed(say('entriesSentence', { list: say(`kind.${kind}`), count: items.length }))}
      </Sentence>
      <Kinds kind={kind} />
      {items.length === 0 ? (
        <EmptyState icon="list" title={say('entriesNone')} act={add}>
          {say('entriesNoneHint')}
        </EmptyState>
      ) : (
        <>
          <div className="btns mt">{add}</div>
          <div className="mt">
            <Entries kind={kind} items={items} />
          </div>
        </>
      )}
    </>
  )
}

/** One list of the configuration; `?voce=` opens one of its entries, or a new one. */
export const CataloguePage = (): ReactElement => {
  const say = useWords(settingsWebWords)
  const kind = CatalogueKind.catch('pactKind').parse(useParams().kind)
  const [{ voce }] = useFilters()
  const found = useRead(settingsApi.catalogue, { params: { kind } })
  return (
    <Allowed
      crumbs={
        voce
          ? [
              { label: say(`kind.${kind}`), href: placeOf(kind) },
              { label: say(voce === 'nuova' ? 'entryAdd' : 'change') },
            ]
          : [{ label: say('catalogues') }]
      }
    >
      <Answered of={found}>
        {({ rows }) =>
          voce ? (
            <CatalogueForm key={voce} kind={kind} items={rows} item={rows.find(({ code }) => code === voce)} />
          ) : (
            <List kind={kind} items={rows} />
          )
        }
      </Answered>
    </Allowed>
  )
}
