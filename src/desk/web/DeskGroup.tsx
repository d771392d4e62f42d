import type { ReactElement } from 'react'
import { titleOf } from '../../measures/core/instruments.ts'
import { dayName, type Language } from '../../platform/core/words.ts'
import { LinkButton, TextLink } from '../../platform/web/kit/Button.tsx'
import { More } from '../../platform/web/kit/Card.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { State } from '../../platform/web/kit/State.tsx'
import { Who } from '../../platform/web/kit/Who.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { at } from '../../platform/web/navigation.ts'
import type { DeskItem, Today } from '../core/desk.schema.ts'
import { type Group, isLate, placeOf, wholeOf } from '../core/desk.ts'
import { deskWords } from '../core/desk.words.ts'

const DueState = ({ item, today }: { item: DeskItem; today: Today }): ReactElement | null => {
  const [say, language] = [useWords(deskWords), useLanguage()]
  if (item.due === null) return null
  const day = dayName(language, item.due)
  if (isLate(item, today.day)) return <State tone="late">{say('desk.was', { day })}</State>
  return <State tone={item.urgent ? 'late' : 'now'}>{say(item.urgent ? 'desk.urgent' : 'desk.by', { day })}</State>
}

/** What is to be asked is named in the reader's language. */
const detailOf = ({ kind, detail }: DeskItem, language: Language): string =>
  kind === 'measure'
    ? detail
        .split(' ')
        .map((code) => titleOf(code, language))
        .join(', ')
    : detail

const OneItem = ({ item, today }: { item: DeskItem; today: Today }): ReactElement => {
  const [say, language] = [useWords(deskWords), useLanguage()]
  const isUnknown = item.person === ''
  return (
    <Row
      who={isUnknown ? <Who icon="house" tone="tie" /> : <Who name={item.person} />}
      title={isUnknown ? say('desk.somebody') : item.person}
      text={say(`desk.text.${item.kind}`, { detail: detailOf(item, language) })}
      state={<DueState item={item} today={today} />}
      go={
        <LinkButton href={at(placeOf(item))} about={item.person || item.detail}>
          {say(`desk.go.${item.kind}`)}
        </LinkButton>
      }
    />
  )
}

/** A day is read at a glance: the nearest ones stand open, the others a touch away. */
const atAGlance = 4

/** One heading of the day with the people who wait under it. */
export const DeskGroup = ({ group, today }: { group: Group; today: Today }): ReactElement => {
  const say = useWords(deskWords)
  const { key, items } = group
  const late = today.items.filter((item) => item.kind === key && isLate(item, today.day)).length
  const whole = key === 'late' ? items.length : Math.max(items.length, (today.counts[key] ?? 0) - late)
  const [near, rest] = [items.slice(0, atAGlance), items.slice(atAGlance)]
  const list = wholeOf(key)
  const isAlways = key === 'referral' || key === 'transfer'
  const all = list && (isAlways || whole > items.length) && (
    <TextLink href={at(list)}>{say(`desk.all.${list}`)}</TextLink>
  )
  const rows = (some: readonly DeskItem[]): ReactElement => (
    <Rows>
      {some.map((item) => (
        <OneItem key={item.id} item={item} today={today} />
      ))}
    </Rows>
  )
  return (
    <Section id={`g-${key}`} title={say(`desk.group.${key}`)} count={whole} more={all}>
      {rows(near)}
      {rest.length > 0 && <More label={say('desk.more', { count: rest.length })}>{rows(rest)}</More>}
    </Section>
  )
}
