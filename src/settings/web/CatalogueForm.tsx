import { type FormEvent, type ReactElement, useState } from 'react'
import type { Texts } from '../../platform/core/clash.ts'
import { type Fault, Faults, faultAt, faultsIn } from '../../platform/web/Faults.tsx'
import { textsIn } from '../../platform/web/form.ts'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Choice } from '../../platform/web/kit/Choice.tsx'
import { Form } from '../../platform/web/kit/ErrorSummary.tsx'
import { TextInput } from '../../platform/web/kit/Field.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { useGo } from '../../platform/web/navigation.ts'
import { useAct } from '../../platform/web/query.ts'
import { codeFrom, dataFrom, extraFields, lastPosition } from '../core/entries.ts'
import { settingsApi } from '../core/settings.api.ts'
import type { CatalogueItem, CatalogueKind } from '../core/settings.schema.ts'
import { settingsWebWords } from '../core/settings.web.words.ts'

type Props = {
  readonly kind: CatalogueKind
  readonly items: readonly CatalogueItem[]
  /** Absent: a new entry. */
  readonly item: CatalogueItem | undefined
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

/** Adds an entry to a list, or changes the one given. */
export const CatalogueForm = ({ kind, items, item }: Props): ReactElement => {
  const [say, language] = [useWords(settingsWebWords), useLanguage()]
  const [tell, go, read] = [useStatus(), useGo(), useReading(kind)]
  const [own, setOwn] = useState<readonly Fault[]>([])
  const act = useAct(settingsApi.saveCatalogueItem)
  const faults = own.length > 0 ? own : faultsIn(act.error)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const texts = textsIn(event.currentTarget)
    const found = read(texts)
    setOwn(found)
    if (found.length > 0) return
    const [labelIt, labelEn] = [(texts.labelIt ?? '').trim(), (texts.labelEn ?? '').trim()]
    const taken = ['nuova', ...items.map(({ code }) => code)]
    const onSuccess = (): void => {
      tell({ text: say('saved') })
      go(`/amministrazione/cataloghi/${kind}`)
    }
    const body = {
      ...{ labelIt, labelEn, data: dataFrom(kind, item?.data ?? {}, texts) },
      position: item?.position ?? lastPosition(items),
      active: texts.off !== 'yes',
    }
    act.mutate({ params: { kind, code: item?.code ?? codeFrom(labelIt, taken) }, body }, { onSuccess })
  }
  const title = item && (language === 'it' ? item.labelIt : item.labelEn)
  return (
    <>
      <Sentence eyebrow={say(`kind.${kind}`)}>{title ?? say('entryNew')}</Sentence>
      <Form onSubmit={submit}>
        <Faults faults={faults} error={act.error} />
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
          <Button type="submit" look="main" busy={act.isPending}>
            {say('save')}
          </Button>
        </div>
      </Form>
    </>
  )
}
