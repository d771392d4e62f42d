import { type FormEvent, type ReactElement, useState } from 'react'
import type { Texts } from '../../platform/core/clash.ts'
import { type Fault, Faults, faultAt, faultsIn } from '../../platform/web/Faults.tsx'
import { textsIn } from '../../platform/web/form.ts'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Form } from '../../platform/web/kit/ErrorSummary.tsx'
import { TextArea, TextInput } from '../../platform/web/kit/Field.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { useGo } from '../../platform/web/navigation.ts'
import { useAct } from '../../platform/web/query.ts'
import { codeFrom, lastPosition } from '../core/entries.ts'
import { settingsApi } from '../core/settings.api.ts'
import { Target } from '../core/settings.schema.ts'
import { settingsWebWords } from '../core/settings.web.words.ts'
import { Labels } from './CatalogueForm.tsx'

type Props = { readonly targets: readonly Target[]; readonly target: Target | undefined }

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

/** Adds an expected result, or changes the one given. */
export const TargetForm = ({ targets, target }: Props): ReactElement => {
  const [say, language] = [useWords(settingsWebWords), useLanguage()]
  const [tell, go, read] = [useStatus(), useGo(), useReading()]
  const [own, setOwn] = useState<readonly Fault[]>([])
  const act = useAct(settingsApi.saveTarget)
  const faults = own.length > 0 ? own : faultsIn(act.error)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const texts = textsIn(event.currentTarget)
    const found = read(texts)
    setOwn(found)
    if (found.length > 0) return
    const { labelIt = '', labelEn = '', definitionIt = '', definitionEn = '' } = texts
    const onSuccess = (): void => {
      tell({ text: say('saved') })
      go('/amministrazione/risultati-attesi')
    }
    const code = target?.code ?? codeFrom(labelIt, ['nuova', ...targets.map((one) => one.code)])
    const position = target?.position ?? lastPosition(targets)
    const body = { labelIt, labelEn, definitionIt, definitionEn, value: Number(texts.value), position }
    act.mutate({ params: { code }, body }, { onSuccess })
  }
  const title = target && (language === 'it' ? target.labelIt : target.labelEn)
  return (
    <>
      <Sentence eyebrow={say('targets')}>{title ?? say('targetNew')}</Sentence>
      <Form onSubmit={submit}>
        <Faults faults={faults} error={act.error} />
        <Fields target={target} faults={faults} />
        <div className="btns">
          <Button type="submit" look="main" busy={act.isPending}>
            {say('save')}
          </Button>
        </div>
      </Form>
    </>
  )
}
