import type { ReactElement } from 'react'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { Timeline, type TimelineItem } from '../../platform/web/kit/Thread.tsx'
import type { PactSheet } from '../core/pact.sheet.ts'
import { type StoryItem, storyOf } from '../core/pact.view.ts'
import { useCode, usePactWords, useWhen } from './pact.hooks.ts'
import { useBornTies } from './ties.hooks.ts'

const useTell = (): ((item: StoryItem) => TimelineItem) => {
  const say = usePactWords()
  const code = useCode()
  const { day } = useWhen()
  const why = (text: string): string => (text ? say('pacts.story.why', { reason: text }) : '')
  const join = (...parts: string[]): string => parts.filter(Boolean).join('. ')
  return (item) => {
    const { id } = item
    switch (item.kind) {
      case 'tie':
        return {
          id,
          bead: 'tie',
          title: say('pacts.story.tie', { other: item.other }),
          text: join(day(item.at), item.setting),
        }
      case 'word':
        return {
          id,
          title: say(item.word.kind === 'done' ? 'pacts.story.saidDone' : 'pacts.story.askedLeave'),
          text: join(day(item.at), why(item.word.text), item.word.answer),
        }
      case 'text':
        return { id, title: say('pacts.story.text', { number: item.number }), text: join(day(item.at), why(item.text)) }
      case 'review':
        return {
          id,
          bead: 'done',
          title: say(`pacts.review.${item.review.kind}`),
          text: join(day(item.at), item.review.decision ? say(`pacts.decision.${item.review.decision}`) : ''),
        }
      default:
        return {
          id,
          title: code('story', item.move),
          text: join(
            item.by ? say('pacts.story.by', { day: day(item.at), name: item.by }) : day(item.at),
            why(item.text),
          ),
        }
    }
  }
}

/** What happened so far, newest first; ties born from the pact in warm. */
export const PactStory = ({ sheet }: { sheet: PactSheet }): ReactElement => {
  const say = usePactWords()
  const tell = useTell()
  const story = storyOf(sheet, useBornTies(sheet))
  return (
    <Section id="story" title={say('pacts.page.story')}>
      {story.length === 0 ? <p className="soft">{say('pacts.page.noStory')}</p> : <Timeline items={story.map(tell)} />}
    </Section>
  )
}
