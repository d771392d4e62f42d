import { type FormEvent, type ReactElement, useState } from 'react'
import type { Texts } from '../../platform/core/clash.ts'
import { call } from '../../platform/web/call.ts'
import { type Fault, Faults, faultAt, faultsIn } from '../../platform/web/Faults.tsx'
import { textsIn } from '../../platform/web/form.ts'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Form } from '../../platform/web/kit/ErrorSummary.tsx'
import { TextArea, TextInput } from '../../platform/web/kit/Field.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { useAct } from '../../platform/web/query.ts'
import { codeFrom, lastPosition, targetTexts } from '../core/entries.ts'
import { settingsApi } from '../core/settings.api.ts'
import { Target, type Versioned } from '../core/settings.schema.ts'
import { settingsWebWords } from '../core/settings.web.words.ts'
import { Labels } from './CatalogueForm.tsx'
import { EntryClashes } from './EntryClashes.tsx'
import { useEntry } from './entry.hooks.ts'

type Kept = Versioned<Target>
type Props = { readonly targets: readonly Kept[]; readonly target: Kept | undefined }

const isValue = (text: string | undefined): boolean =>
  /^\d+$/.test((text ?? '').trim()) && Target.shape.value.safeParse(Number(text)).success

const useReading = (): ((texts: Texts) => Fault[]) => {
  const say = useWords(settingsWebWords)
  return (texts) => [
    ...(['labelIt', 'labelEn'] as const)
      .filter((field) => (texts[field] ?? '').trim() === '')
      .map((field) => ({ field, message: say('labelMissing') })),
    ...(isValue(texts.value) ? [] : [{ field: 'value', message: say('targetValueWrong') }]),
  ]
}

const Fields = ({ target, faults }: { target: Target | undefined; faults: readonly Fault[] }): ReactElement => {
  const say = useWords(settingsWebWords)
  return (
    <>
      <Labels labels={target} faults={faults} />
      <TextInput
        id="value"
        name="value"
        label={say('targetValue')}
        inputMode="numeric"
        short
        defaultValue={target ? String(target.value) : ''}
        error={faultAt(faults, 'value')}
        autoComplete="off"
      />
      {(['definitionIt', 'definitionEn'] as const).map((field) => (
        <TextArea
          key={field}
          id={field}
          name={field}
          label={say(field)}
          optional
          maxLength={1000}
          defaultValue={target?.[field] ?? ''}
        />
      ))}
    </>
  )
}

const useSaving = ({ targets, target }: Props) => {
  const act = useAct(settingsApi.saveTarget)
  return useEntry<Kept>({
    opened: target,
    back: '/amministrazione/risultati-attesi',
    textsOf: targetTexts,
    reload: async () => (await call(settingsApi.targets)).rows.find(({ code }) => code === target?.code),
    send: (texts, now, version) => {
      const { labelIt = '', labelEn = '', definitionIt = '', definitionEn = '' } = texts
      const code = target?.code ?? codeFrom(labelIt, ['nuova', ...targets.map((one) => one.code)])
      const position = now?.position ?? lastPosition(targets)
      const body = { labelIt, labelEn, definitionIt, definitionEn, value: Number(texts.value), position, version }
      return act.mutateAsync({ params: { code }, body })
    },
  })
}

/** Adds an expected result, or changes the one given. */
export const TargetForm = (props: Props): ReactElement => {
  const { target } = props
  const [say, language, read] = [useWords(settingsWebWords), useLanguage(), useReading()]
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
  const title = target && (language === 'it' ? target.labelIt : target.labelEn)
  return (
    <>
      <Sentence eyebrow={say('targets')}>{title ?? say('targetNew')}</Sentence>
      {saving.clashes.length > 0 ? (
        <EntryClashes saving={saving} />
      ) : (
        <Form onSubmit={submit}>
          <Faults faults={faults} error={saving.problem} />
          <Fields target={target} faults={faults} />
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
