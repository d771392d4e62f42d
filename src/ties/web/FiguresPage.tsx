import type { ReactElement } from 'react'
import { longDate } from '../../platform/core/words.ts'
import { Answered } from '../../platform/web/Answered.tsx'
import { TextLink } from '../../platform/web/kit/Button.tsx'
import { More, Note } from '../../platform/web/kit/Card.tsx'
import { DateInput } from '../../platform/web/kit/Field.tsx'
import { EmptyState, FilterBar, MayNot } from '../../platform/web/kit/Lists.tsx'
import { Section, Sentence } from '../../platform/web/kit/Sentence.tsx'
import { Skeleton } from '../../platform/web/kit/Waiting.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { at, useFilters } from '../../platform/web/navigation.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import { type FigureGroup, figureDefinitions, isOfBodies, standsInFront } from '../core/figures.definitions.ts'
import type { Figures, FiguresReply } from '../core/figures.schema.ts'
import { figuresWords } from '../core/figures.words.ts'
import type { Scope } from '../core/network.schema.ts'
import { ExportLinks } from './ExportLinks.tsx'
import { FiguresChange } from './FiguresChange.tsx'
import { FiguresFragile } from './FiguresFragile.tsx'
import { ScalarMeasure, TableMeasure } from './FiguresMeasure.tsx'
import { FiguresMixing } from './FiguresMixing.tsx'
import { FiguresSurvival } from './FiguresSurvival.tsx'
import { scalarOf, tableOf, useFigures, useNumber } from './figures.hooks.ts'
import { NetworkScope, useOwnScope } from './NetworkScope.tsx'
import { scopeIn } from './network.hooks.ts'
import { WhichCount } from './WhichCount.tsx'

const networkAt = ({ kind, id }: Scope): string =>
  `${at('/legami')}?${new URLSearchParams({ of: kind, ...(id ? { id } : {}) })}`

const Head = ({ reply, figures }: { reply: FiguresReply; figures: Figures }): ReactElement => {
  const [say, language, number] = [useWords(figuresWords), useLanguage(), useNumber()]
  const { name, day, from, scope } = reply
  const bodies = scope.kind === 'organisations' ? tableOf(figures, 'size')?.total : undefined
  const ties = scalarOf(figures, 'ties')?.value
  const fresh = tableOf(figures, 'new')?.total
  const alone = tableOf(figures, 'degree')?.rows[0]?.count
  const lead = say('lead', { day: longDate(language, day) })
  if (figures.people === null || ties === null || ties === undefined)
    return (
      <Sentence eyebrow={say('eyebrow')} lead={lead}>
        {say('sentenceHidden', { name })}
      </Sentence>
    )
  const parts = [
    typeof bodies === 'number'
      ? say('sentence.bodies', { name, bodies: number(bodies, 'count'), ties: number(ties, 'count') })
      : say('sentence', { name, people: number(figures.people, 'count'), ties: number(ties, 'count') }),
    ...(typeof fresh === 'number'
      ? [say('sentence.new', { new: number(fresh, 'count'), from: longDate(language, from) })]
      : []),
    ...(typeof alone === 'number' && bodies === undefined
      ? [say('sentence.alone', { alone: number(alone, 'count') })]
      : []),
  ]
  return (
    <Sentence eyebrow={say('eyebrow')} lead={lead}>
      {weighed(parts.join(' '))}
    </Sentence>
  )
}

const Period = ({ day, from }: { day: string; from: string }): ReactElement => {
  const say = useWords(figuresWords)
  const [, change] = useFilters()
  return (
    <FilterBar
      label={say('period')}
      submit={say('show')}
      onSubmit={(form) => change({ day: String(form.get('day') ?? ''), from: String(form.get('from') ?? '') })}
    >
      <DateInput id="from" name="from" label={say('from')} defaultValue={from} />
      <DateInput id="day" name="day" label={say('day')} defaultValue={day} />
    </FilterBar>
  )
}

type Parts = { readonly group: FigureGroup; readonly reply: FiguresReply; readonly figures: Figures }

const oneOf = (code: string, { reply, figures }: Omit<Parts, 'group'>): ReactElement[] => {
  const [scalar, table] = [scalarOf(figures, code), tableOf(figures, code)]
  const mixing = figures.mixing.find((one) => `mixing.${one.code}` === code)
  if (scalar) return [<ScalarMeasure key={code} scalar={scalar} reply={reply} />]
  if (table) return [<TableMeasure key={code} table={table} reply={reply} />]
  return mixing ? [<FiguresMixing key={code} mixing={mixing} reply={reply} />] : []
}

const Group = ({ group, reply, figures }: Parts): ReactElement | null => {
  const say = useWords(figuresWords)
  const codes = figureDefinitions
    .filter((one) => one.group === group && (reply.scope.kind !== 'organisations' || isOfBodies(one)))
    .map(({ code }) => code)
  if (codes.length === 0) return null
  const others = codes.filter((code) => !standsInFront(code)).flatMap((code) => oneOf(code, { reply, figures }))
  return (
    <Section id={group} title={say(`group.${group}`)} block>
      <div className="fig">
        {codes.filter(standsInFront).flatMap((code) => oneOf(code, { reply, figures }))}
        {group === 'lasts' && <FiguresSurvival reply={reply} survival={figures.survival} />}
        {group === 'fragile' && <FiguresFragile reply={reply} />}
        {group === 'change' && <FiguresChange reply={reply} groups={figures.change} />}
      </div>
      {others.length > 0 && (
        <More label={say('others', { count: others.length })}>
          <div className="fig">{others}</div>
        </More>
      )}
    </Section>
  )
}

const groups: readonly FigureGroup[] = ['many', 'close', 'with', 'born', 'lasts', 'fragile', 'change']

const Counted = ({ reply, figures }: { reply: FiguresReply; figures: Figures }): ReactElement => {
  const say = useWords(figuresWords)
  const { least, scope } = reply
  if (figures.people === null)
    return (
      <EmptyState icon="lock" title={say('tooFew')}>
        {say('tooFewHint', { least: least ?? 0 })}
      </EmptyState>
    )
  if (figures.people === 0 && scalarOf(figures, 'ties')?.value === 0)
    return (
      <EmptyState icon="link" title={say('empty')}>
        {say('emptyHint')}
      </EmptyState>
    )
  return (
    <>
      {reply.mayName && <TextLink href={networkAt(scope)}>{say('drawing')}</TextLink>}
      <WhichCount scope={scope} />
      {least !== null && <Note icon="lock">{say('rule', { least })}</Note>}
      <nav className="btns" aria-label={say('contents')}>
        {groups.map((group) => (
          <TextLink key={group} href={`#${group}`}>
            {say(`group.${group}`)}
          </TextLink>
        ))}
      </nav>
      {groups.map((group) => (
        <Group key={group} group={group} reply={reply} figures={figures} />
      ))}
      <ExportLinks scope={scope} day={reply.day} />
    </>
  )
}

const needsId = ({ kind, id }: Scope): boolean => id === '' && kind !== 'programme' && kind !== 'organisations'

const Measured = ({ scope }: { scope: Scope }): ReactElement => {
  const [say, [filters]] = [useWords(figuresWords), useFilters()]
  const found = useFigures({ scope, day: filters.day, from: filters.from }, !needsId(scope))
  const choose = <NetworkScope scope={scope} />
  if (found.error?.problem.status === 403)
    return (
      <>
        <MayNot level={1} title={say('mayNot')}>
          {say('mayNotHint')}
        </MayNot>
        {choose}
      </>
    )
  if (found.error?.problem.status === 422)
    return (
      <>
        <Sentence eyebrow={say('eyebrow')}>{found.error.problem.title}</Sentence>
        {choose}
        <Period day={filters.day ?? ''} from={filters.from ?? ''} />
      </>
    )
  if (needsId(scope))
    return (
      <>
        <Sentence>{say('eyebrow')}</Sentence>
        {choose}
      </>
    )
  return (
    <Answered of={found.error ? { ...found, data: undefined } : found}>
      {(reply) => (
        <>
          {reply.figures ? (
            <Head reply={reply} figures={reply.figures} />
          ) : (
            <Sentence eyebrow={say('eyebrow')}>{reply.name}</Sentence>
          )}
          {choose}
          <Period key={`${reply.day} ${reply.from}`} day={reply.day} from={reply.from} />
          {reply.figures ? (
            <Counted reply={reply} figures={reply.figures} />
          ) : (
            <>
              <p>{say('counting')}</p>
              <Skeleton label={say('counting')} lines={8} />
            </>
          )}
        </>
      )}
    </Answered>
  )
}

/** The measures of the ties: one sentence, then figures in groups, each with what it means. */
export const FiguresPage = (): ReactElement => {
  const [say, [filters], own] = [useWords(figuresWords), useFilters(), useOwnScope()]
  if (own === undefined) return <Skeleton label={say('counting')} />
  const scope = scopeIn(filters, own) ?? { kind: 'programme', id: '' }
  return <Measured key={`${scope.kind} ${scope.id}`} scope={scope} />
}
