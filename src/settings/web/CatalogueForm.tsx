import { type FormEvent, type ReactElement, useState } from 'react'
import type { Texts } from '../../platform/core/clash.ts'
import { call } from '../../platform/web/call.ts'
import { type Fault, Faults, faultAt, faultsIn } from '../../platform/web/Faults.tsx'
import { textsIn } from '../../platform/web/form.ts'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Choice } from '../../platform/web/kit/Choice.tsx'
import { Form } from '../../platform/web/kit/ErrorSummary.tsx'
import { TextInput } from '../../platform/web/kit/Field.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { useAct } from '../../platform/web/query.ts'
import { codeFrom, dataFrom, extraFields, itemTexts, lastPosition } from '../core/entries.ts'
import { settingsApi } from '../core/settings.api.ts'
import type { CatalogueItem, CatalogueKind, Versioned } from '../core/settings.schema.ts'
import { settingsWebWords } from '../core/settings.web.words.ts'
import { EntryClashes } from './EntryClashes.tsx'
import { useEntry } from './entry.hooks.ts'

type Item = Versioned<CatalogueItem>
type Props = {
  readonly kind: CatalogueKind
  readonly items: readonly Item[]
  /** Absent: a new entry. */
  readonly item: Item | undefined
}

const useReading = (kind: CatalogueKind): ((texts: Texts) => Fault[]) => {
  const say = useWords(settingsWebWords)
  return (texts) => [
    ...(['labelIt', 'labelEn'] as const)
      .filter((field) => (texts[field] ?? '').trim() === '')
      .map((field) => ({ field, message: say('labelMissing') })),
    ...(extraFields[kind] ?? [])
      .filter(({ name, number }) => number && !/^\s*\d{0,3}\s*$/.test(texts[name] ?? ''))
      .map(({ name }) => ({ field: name, message: say('ageWrong') })),
  ]
}

const Extra = ({ kind, item, faults }: Omit<Props, 'items'> & { faults: readonly Fault[] }): ReactElement => {
  const say = useWords(settingsWebWords)
  return (
    <>
      {(extraFields[kind] ?? []).map(({ name, number }) => (
        <TextInput
          key={name}
          id={name}
          name={name}
          label={say(name)}
          hint={name === 'ageFrom' ? say('ageHint') : undefined}
          optional
          short
          maxLength={number ? 3 : 40}
          inputMode={number ? 'numeric' : 'text'}
          defaultValue={String(item?.data[name] ?? '')}
          error={faultAt(faults, name)}
          autoComplete="off"
        />
      ))}
    </>
  )
}

/** The two labels of an entry. */
export const Labels = (props: {
  labels: { readonly labelIt: string; readonly labelEn: string } | undefined
  faults: readonly Fault[]
}): ReactElement => {
  const say = useWords(settingsWebWords)
  return (
    <>
      {(['labelIt', 'labelEn'] as const).map((field) => (
        <TextInput
          key={field}
          id={field}
          name={field}
          label={say(field)}
          maxLength={200}
          defaultValue={props.labels?.[field] ?? ''}
          error={faultAt(props.faults, field)}
          autoComplete="off"
        />
      ))}
    </>
  )
}

const useSaving = ({ kind, items, item }: Props) => {
  const act = useAct(settingsApi.saveCatalogueItem)
  const code = item?.code
  return useEntry<Item>({
    opened: item,
    back: `/amministrazione/cataloghi/${kind}`,
    textsOf: (one) => itemTexts(kind, one),
    reload: async () => (await call(settingsApi.catalogue, { params: { kind } })).rows.find((one) => one.code === code),
    send: (texts, now, version) => {
      const [labelIt, labelEn] = [(texts.labelIt ?? '').trim(), (texts.labelEn ?? '').trim()]
      const body = {
        ...{ labelIt, labelEn, version, data: dataFrom(kind, now?.data ?? {}, texts) },
        position: now?.position ?? lastPosition(items),
        active: texts.off !== 'yes',
      }
      const taken = ['nuova', ...items.map((one) => one.code)]
      return act.mutateAsync({ params: { kind, code: code ?? codeFrom(labelIt, taken) }, body })
    },
  })
}

/** Adds an entry to a list, or changes the one given. */
export const CatalogueForm = (props: Props): ReactElement => {
  const { kind, item } = props
  const [say, language, read] = [useWords(settingsWebWords), useLanguage(), useReading(kind)]
  const [own, setOwn] = useState<readonly Fault[]>([])
  const saving = useSaving(props)
  const faults = own.length > 0 ? own : faultsIn(saving.problem)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const texts = textsIn(event.currentTarget)
    const found = read(texts)
    setOwn(found)
    if (found.length === 0) saving.save(texts)
  }
  const title = item && (language === 'it' ? item.labelIt : item.labelEn)
  return (
    <>
      <Sentence eyebrow={say(`kind.${kind}`)}>{title ?? say('entryNew')}</Sentence>
      {saving.clashes.length > 0 ? (
        <EntryClashes saving={saving} />
      ) : (
        <Form onSubmit={submit}>
          <Faults faults={faults} error={saving.problem} />
          <Labels labels={item} faults={faults} />
          <Extra kind={kind} item={item} faults={faults} />
          {item && (
            <Choice
              name="off"
              value="yes"
              label={say('entryActive')}
              detail={say('entryActiveHint')}
              defaultChecked={!item.active}
            />
          )}
          <div className="btns">
            <Button type="submit" look="main" busy={saving.busy}>
              {say('save')}
            </Button>
          </div>
        </Form>
      )}
    </>
  )
}
