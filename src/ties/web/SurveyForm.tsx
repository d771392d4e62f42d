import type { ReactElement } from 'react'
import { longDate } from '../../platform/core/words.ts'
import { Button, Buttons, TextLink } from '../../platform/web/kit/Button.tsx'
import { Callout } from '../../platform/web/kit/Card.tsx'
import { ChoiceGroup } from '../../platform/web/kit/Choice.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { Section, Sentence } from '../../platform/web/kit/Sentence.tsx'
import { Pill } from '../../platform/web/kit/State.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { surveyPageWords } from '../core/survey.page.words.ts'
import { Joint, type Said } from '../core/survey.schema.ts'

type Other = { readonly id: string; readonly name: string; readonly told: boolean; readonly said: Said | null }
type Open = {
  readonly name: string
  readonly year: number
  readonly closesOn: string
  readonly finished: boolean
  readonly others: readonly Other[]
}

export const SurveyGone = (): ReactElement => {
  const say = useWords(surveyPageWords)
  return <Sentence lead={say('form.goneHint')}>{say('form.gone')}</Sentence>
}

type StartProps = {
  readonly token: string
  readonly survey: Open
  /** The body told of last, or 'fine'. */
  readonly just: string
  /** The body whose answers were taken back last. */
  readonly taken: string
}

/** The bodies one by one, and what was told already. */
export const SurveyStart = ({ token, survey, just, taken }: StartProps): ReactElement => {
  const [say, language] = [useWords(surveyPageWords), useLanguage()]
  const day = longDate(language, survey.closesOn)
  const told = survey.others.filter((other) => other.told).length
  const justTold = survey.others.find(({ id }) => id === just)
  const takenBack = survey.others.find(({ id }) => id === taken)
  return (
    <div className="stack">
      {justTold && <Callout tone="done">{say('form.saved', { name: justTold.name })}</Callout>}
      {takenBack && <Callout tone="done">{say('form.taken', { name: takenBack.name })}</Callout>}
      {just === 'fine' && <Callout tone="done">{say('form.finished', { day })}</Callout>}
      <Sentence lead={`${say('form.lead', { day })} ${say('form.quiet')}`}>
        {say('form.sentence', { name: survey.name, year: survey.year })}
      </Sentence>
      <p>{told === 0 ? say('form.none') : say('form.done', { count: told })}</p>
      <Section id="enti" title={say('form.others')}>
        <Rows label={say('form.others')}>
          {survey.others.map((other) => (
            <Row
              key={other.id}
              title={other.name}
              href={`/questionario/${token}/${other.id}`}
              state={other.told ? <Pill tone="done">{say('form.said')}</Pill> : undefined}
            />
          ))}
        </Rows>
      </Section>
      <form method="post" action={`/questionario/${token}`}>
        <Button type="submit" look="main" big>
          {say('form.finish')}
        </Button>
      </form>
    </div>
  )
}

const scores = ['1', '2', '3', '4'] as const
const statements = ['trust1', 'trust2', 'trust3', 'value1', 'value2', 'value3'] as const

const before = (said: Said | null, name: (typeof statements)[number]): string =>
  said ? String(said[name.startsWith('trust') ? 'trust' : 'value'][Number(name.slice(-1)) - 1] ?? '') : ''

/** What one body says of another, on one page without script. What was marked stays when something is missing. */
export const SurveyBodyForm = (props: {
  token: string
  survey: Open
  other: Other
  given: Readonly<Record<string, string | readonly string[]>>
  missing: boolean
}): ReactElement => {
  const say = useWords(surveyPageWords)
  const { token, other, given, missing } = props
  const { said } = other
  const picked = (name: string, kept: string): string[] => [missing ? (given[name] ?? []) : kept].flat().filter(Boolean)
  const unanswered = (name: string): string | undefined =>
    missing && picked(name, '').length === 0 ? say('form.choose') : undefined
  return (
    <div className="stack">
      <Sentence>{say('form.about', { name: other.name })}</Sentence>
      {other.told && !said && <Callout>{say('form.otherLink')}</Callout>}
      {missing && <Callout tone="late">{say('form.missing')}</Callout>}
      <form className="form" method="post" action={`/questionario/${token}/${other.id}`} noValidate>
        <ChoiceGroup
          id="often"
          name="often"
          label={say('form.often')}
          error={unanswered('often')}
          defaultValue={picked('often', said ? String(said.often) : '')}
          options={scores.map((value) => ({ value, label: say(`form.often.${value}`) }))}
        />
        <ChoiceGroup
          id="joint"
          name="joint"
          many
          optional
          label={say('form.joint')}
          defaultValue={missing ? picked('joint', '') : [...(said?.joint ?? [])]}
          options={Joint.options.map((value) => ({ value, label: say(`form.joint.${value}`) }))}
        />
        {statements.map((name) => (
          <ChoiceGroup
            key={name}
            id={name}
            name={name}
            label={say(`form.${name}`)}
            error={unanswered(name)}
            defaultValue={picked(name, before(said, name))}
            options={scores.map((value) => ({ value, label: say(`form.score.${value}`) }))}
          />
        ))}
        <Buttons>
          <Button type="submit" look="main" big>
            {say('form.save')}
          </Button>
          {other.told && (
            <Button type="submit" name="takeBack" value="yes" look="quiet">
              {say('form.takeBack')}
            </Button>
          )}
        </Buttons>
      </form>
      <p>
        <TextLink href={`/questionario/${token}`} icon="back">
          {say('form.back')}
        </TextLink>
      </p>
    </div>
  )
}
