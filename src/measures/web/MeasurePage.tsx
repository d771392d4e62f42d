import { type FormEvent, type ReactElement, useEffect, useRef, useState } from 'react'
import { Answered } from '../../platform/web/Answered.tsx'
import { Faults } from '../../platform/web/Faults.tsx'
import { Button, Buttons, LinkButton } from '../../platform/web/kit/Button.tsx'
import { More } from '../../platform/web/kit/Card.tsx'
import { ChoiceGroup } from '../../platform/web/kit/Choice.tsx'
import { Form } from '../../platform/web/kit/ErrorSummary.tsx'
import { EmptyState } from '../../platform/web/kit/Lists.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { at, useGo, useParams } from '../../platform/web/navigation.ts'
import { useAct, useRead } from '../../platform/web/query.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import type { Instrument } from '../core/instrument.schema.ts'
import { findInstrument } from '../core/instruments.ts'
import { type MeasureForm, measureApi } from '../core/measure.api.ts'
import { measurePageWords } from '../core/page.words.ts'
import { type AskingState, useAsking } from './asking.hooks.ts'
import { MeasureCrumbs } from './StartMeasurePage.tsx'
import { useSpoken } from './spoken.hooks.ts'

type Props = { readonly form: MeasureForm; readonly one: Instrument; readonly asking: AskingState }
type Item = Instrument['items'][number]

const answerWords = ({ texts }: MeasureForm, item: Item, answer: string | null | undefined, none: string): string =>
  (answer ? texts[`${item.answers}.${answer}`] : undefined) ?? none

/** What each of the two said, when it is time to agree. */
const Views = ({ form, item }: { form: MeasureForm; item: Item }): ReactElement | null => {
  const say = useWords(measurePageWords)
  if (!form.views) return null
  const said = (view: 'person' | 'worker') => answerWords(form, item, form.views?.[view][item.code], say('nothing'))
  return (
    <ul className="measure__views">
      <li>{say('viewsPerson', { answer: said('person') })}</li>
      <li>{say('viewsWorker', { answer: said('worker') })}</li>
    </ul>
  )
}

const Question = ({ form, one, asking, item }: Props & { item: Item }): ReactElement => {
  const say = useWords(measurePageWords)
  const heading = useRef<HTMLDivElement>(null)
  const [lacks, setLacks] = useState(false)
  const kept = asking.answers[item.code]
  useEffect(() => heading.current?.focus(), [])
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const given = new FormData(event.currentTarget).get('answer')
    setLacks(given === null)
    if (given !== null && !asking.isBusy) asking.answer(item.code, String(given))
  }
  const choices = one.answers[item.answers] ?? []
  return (
    <Form onSubmit={submit}>
      <div ref={heading} tabIndex={-1} className="measure__ask">
        <p className="eyebrow">{say('question', { at: asking.at + 1, of: one.items.length })}</p>
        <h1 className="measure__question" lang={form.language} dir="auto">
          {form.texts[item.code]}
        </h1>
      </div>
      {asking.at === 0 && form.texts.intro && (
        <p className="lead" lang={form.language} dir="auto">
          {form.texts.intro}
        </p>
      )}
      <Faults faults={[]} error={asking.error} />
      <Views form={form} item={item} />
      <div lang={form.language} dir="auto">
        <ChoiceGroup
          id="answer"
          name="answer"
          columns={1}
          label={<span className="sr">{form.texts[item.code]}</span>}
          error={lacks ? say('choose') : undefined}
          defaultValue={kept ? [kept] : []}
          options={choices.map(({ code }) => ({ value: code, label: answerWords(form, item, code, code) }))}
        />
      </div>
      <Buttons>
        <Button type="submit" look="main" big busy={asking.isBusy}>
          {say('next')}
        </Button>
        <Button look="plain" busy={asking.isBusy} onClick={() => asking.answer(item.code, null)}>
          {say(form.rater === 'worker' ? 'skipSelf' : 'skip')}
        </Button>
        {asking.at > 0 && (
          <Button look="quiet" icon="back" onClick={asking.back}>
            {say('before')}
          </Button>
        )}
      </Buttons>
    </Form>
  )
}

const Last = ({ form, one, asking }: Props): ReactElement => {
  const [say, tell, go, act] = [useWords(measurePageWords), useStatus(), useGo(), useAct(measureApi.finish)]
  const count = one.items.filter(({ code }) => asking.answers[code]).length
  const finish = (): void =>
    act.mutate(
      { params: { measureId: form.id }, body: { revision: asking.revision } },
      {
        onSuccess: () => {
          tell({ text: say('finished') })
          go(`/casi/${form.caseId}/misure`)
        },
      },
    )
  return (
    <>
      <Sentence lead={say('enoughLead')}>{weighed(say('enough', { count, of: one.items.length }))}</Sentence>
      <Faults faults={[]} error={act.error} />
      <More label={say('reread')}>
        <dl className="measure__answers" lang={form.language} dir="auto">
          {one.items.map((item) => (
            <div key={item.code}>
              <dt>{form.texts[item.code]}</dt>
              <dd>{answerWords(form, item, asking.answers[item.code], say('nothing'))}</dd>
            </div>
          ))}
        </dl>
      </More>
      <Buttons>
        <Button look="main" big icon="check" busy={act.isPending} onClick={finish}>
          {say('finish')}
        </Button>
        <Button look="quiet" icon="back" onClick={asking.back}>
          {say('before')}
        </Button>
      </Buttons>
    </>
  )
}

const Stop = ({ form }: { form: MeasureForm }): ReactElement => {
  const [say, tell, go, act] = [useWords(measurePageWords), useStatus(), useGo(), useAct(measureApi.stop)]
  const stop = (because: 'refused' | 'mistake'): void =>
    act.mutate(
      { params: { measureId: form.id }, body: { because } },
      {
        onSuccess: () => {
          tell({ text: say(because === 'refused' ? 'stopped' : 'mistaken') })
          go(`/casi/${form.caseId}/misure`)
        },
      },
    )
  return (
    <More label={say('stop')}>
      <p>{say('stopHint')}</p>
      <Faults faults={[]} error={act.error} />
      <Buttons>
        <Button busy={act.isPending} onClick={() => stop('refused')}>
          {say('stop')}
        </Button>
        <Button look="quiet" busy={act.isPending} onClick={() => stop('mistake')}>
          {say('mistake')}
        </Button>
      </Buttons>
    </More>
  )
}

const Asking = ({ form, one }: Omit<Props, 'asking'>): ReactElement => {
  const [asking, spoken] = [useAsking(form, one), useSpoken()]
  const item = one.items[asking.at]
  return (
    <>
      <MeasureCrumbs caseId={form.caseId} person={form.personLabel} here={spoken(one.title)} />
      <div className="measure">
        {item ? (
          <Question key={item.code} form={form} one={one} asking={asking} item={item} />
        ) : (
          <Last form={form} one={one} asking={asking} />
        )}
        <Stop form={form} />
      </div>
    </>
  )
}

const Over = ({ form }: { form: MeasureForm }): ReactElement => {
  const say = useWords(measurePageWords)
  const back = <LinkButton href={at(`/casi/${form.caseId}/misure`)}>{say('overGo')}</LinkButton>
  return <EmptyState level={1} icon="checked" title={say('over')} act={back} />
}

/** One instrument with the person, a question at a time; interrupted, it goes on from where it was. */
export const MeasurePage = (): ReactElement | null => {
  const { measureId = '' } = useParams()
  const found = useRead(measureApi.open, { params: { measureId } })
  return (
    <Answered of={found}>
      {(form) => {
        const one = findInstrument(form.instrument, form.definition)
        if (!one || form.state !== 'open') return <Over form={form} />
        return <Asking key={form.id} form={form} one={one} />
      }}
    </Answered>
  )
}
