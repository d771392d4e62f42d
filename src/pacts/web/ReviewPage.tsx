import type { ReactElement } from 'react'
import { longDate } from '../../platform/core/words.ts'
import { call } from '../../platform/web/call.ts'
import { Button, LinkButton } from '../../platform/web/kit/Button.tsx'
import { More } from '../../platform/web/kit/Card.tsx'
import { ChoiceGroup } from '../../platform/web/kit/Choice.tsx'
import { ErrorSummary } from '../../platform/web/kit/ErrorSummary.tsx'
import { DateInput, TextArea, TextInput } from '../../platform/web/kit/Field.tsx'
import { Sentence } from '../../platform/web/kit/Sentence.tsx'
import { useLanguage } from '../../platform/web/language.tsx'
import { at, useGo, useParams } from '../../platform/web/navigation.ts'
import { followApi, HoldReview } from '../core/follow.api.ts'
import { type Review, ReviewDecision } from '../core/pact.schema.ts'
import type { PactSheet } from '../core/pact.sheet.ts'
import { type FieldErrors, type FormState, mendOf, textIn, useForm } from './form.hooks.ts'
import { Loaded } from './Loaded.tsx'
import { NotToHold } from './NotToHold.tsx'
import { firstNameOf } from './names.ts'
import { CommitmentSides } from './PactCommitments.tsx'
import { PactCrumbs } from './PactHead.tsx'
import { usePactWords, useSheet, useToday } from './pact.hooks.ts'
import { TypedBefore } from './TypedBefore.tsx'
import { useTold } from './told.hooks.ts'

const ids = ['hold-heldOn', 'hold-present', 'hold-personVoice', 'hold-workerVoice', 'hold-decision-0', 'hold-late']

/** `review` is null for one that was held before the pact ended and never written down. */
type Held = { sheet: PactSheet; review: Review | null }

const useHolding = ({ sheet, review }: Held): FormState => {
  const say = usePactWords()
  const language = useLanguage()
  const go = useGo()
  const told = useTold()
  const pactId = sheet.pact.id
  return useForm(
    ids,
    async (data): Promise<FieldErrors | undefined> => {
      const said = (name: string): boolean => textIn(data, name) !== ''
      const late = textIn(data, 'late')
      const missing = mendOf(
        [said('heldOn'), 'hold-heldOn', say('pacts.act.dayMissing')],
        [said('personVoice'), 'hold-personVoice', say('pacts.hold.personMissing')],
        [said('workerVoice'), 'hold-workerVoice', say('pacts.hold.workerMissing')],
        [said('decision'), 'hold-decision-0', say('pacts.hold.decisionMissing')],
        [review !== null || late.length >= 20, 'hold-late', say('pacts.late.reason')],
      )
      if (missing.length > 0) return missing
      const fields = ['heldOn', 'present', 'personVoice', 'workerVoice', 'decision']
      const body = HoldReview.parse(Object.fromEntries(fields.map((name) => [name, textIn(data, name)])))
      const nextDue = review
        ? (await call(followApi.holdReview, { params: { pactId, reviewId: review.id }, body })).nextDue
        : await call(followApi.lateNote, { params: { pactId }, body: { ...body, late } }).then(() => null)
      await told(nextDue ? say('pacts.hold.savedNext', { day: longDate(language, nextDue) }) : say('pacts.hold.saved'))
      go(`/patti/${pactId}`)
      return undefined
    },
    `review-${review?.id ?? pactId}`,
  )
}

const Questions = ({ sheet, review, form }: Held & { form: FormState }): ReactElement => {
  const say = usePactWords()
  const today = useToday()
  const name = firstNameOf(sheet.personLabel)
  return (
    <>
      <DateInput
        id="hold-heldOn"
        name="heldOn"
        max={today}
        defaultValue={review ? today : ''}
        label={say('pacts.hold.on')}
        error={form.errorOf('hold-heldOn')}
      />
      <TextInput
        id="hold-present"
        name="present"
        maxLength={300}
        optional
        label={say('pacts.hold.present')}
        error={form.errorOf('hold-present')}
      />
      <TextArea
        id="hold-personVoice"
        name="personVoice"
        maxLength={4000}
        rows={6}
        label={say('pacts.hold.personVoice', { name })}
        hint={say('pacts.hold.personHint')}
        error={form.errorOf('hold-personVoice')}
      />
      <TextArea
        id="hold-workerVoice"
        name="workerVoice"
        maxLength={4000}
        rows={6}
        label={say('pacts.hold.workerVoice')}
        hint={say('pacts.hold.workerHint')}
        error={form.errorOf('hold-workerVoice')}
      />
      <ChoiceGroup
        id="hold-decision"
        name="decision"
        columns={1}
        label={say('pacts.hold.decision')}
        error={form.errorOf('hold-decision-0')}
        options={ReviewDecision.options.map((one) => ({
          value: one,
          label: say(`pacts.decision.${one}`),
          detail: say(`pacts.hold.${one}`),
        }))}
      />
      {review === null && (
        <TextArea
          id="hold-late"
          name="late"
          maxLength={500}
          label={say('pacts.mark.late')}
          error={form.errorOf('hold-late')}
        />
      )}
    </>
  )
}

const Holding = ({ sheet, review }: Held): ReactElement => {
  const say = usePactWords()
  const form = useHolding({ sheet, review })
  const key = review === null ? 'sentenceLate' : review.kind === 'final' ? 'sentenceFinal' : 'sentence'
  return (
    <>
      <PactCrumbs sheet={sheet} here={say(`pacts.review.${review?.kind ?? 'interim'}`)} />
      <Sentence lead={say('pacts.hold.lead')}>{say(`pacts.hold.${key}`, { name: sheet.personLabel })}</Sentence>
      {sheet.inForce && (
        <More label={say('pacts.hold.progress')}>
          <CommitmentSides content={sheet.inForce.content} marks={sheet.marks} onMark={null} />
        </More>
      )}
      <form className="form" noValidate ref={form.box} onSubmit={form.onSubmit}>
        <TypedBefore form={form} />
        <ErrorSummary title={say('pacts.hold.failed')} kept={say('pacts.kept')} errors={form.errors} />
        <Questions sheet={sheet} review={review} form={form} />
        <div className="btns">
          <Button type="submit" look="main" busy={form.busy}>
            {say('pacts.hold.save')}
          </Button>
          <LinkButton href={at(`/patti/${sheet.pact.id}`)}>{say('pacts.cancel')}</LinkButton>
        </div>
      </form>
    </>
  )
}

/** A review in both voices with what was decided. */
export const ReviewPage = (): ReactElement => {
  const { pactId = '', reviewId = '' } = useParams()
  return (
    <Loaded read={useSheet(pactId)}>
      {(sheet) => {
        const review = sheet.reviews.find(({ id, heldOn }) => id === reviewId && heldOn === null) ?? null
        const isLateOne = reviewId === 'nuova'
        if (sheet.mayWrite && (review !== null || isLateOne)) return <Holding sheet={sheet} review={review} />
        return <NotToHold sheet={sheet} />
      }}
    </Loaded>
  )
}
