import type { ReactElement, ReactNode } from 'react'
import { State, type StateTone } from './State.tsx'
import { classes } from './speaks.ts'

/** The bead of a step: to come, done, now, late, or a tie that is born. */
export type Bead = 'plain' | 'done' | 'now' | 'late' | 'tie'

const tones: Record<Bead, StateTone> = { plain: 'calm', done: 'done', now: 'now', late: 'late', tie: 'now' }

/** A line with beads; `steps` closes the gaps for the steps of a goal. */
export const Thread = (props: {
  steps?: boolean | undefined
  small?: boolean | undefined
  children: ReactNode
}): ReactElement => (
  <ol className={classes('thread', props.steps && 'thread--steps', props.small && 'small')}>{props.children}</ol>
)

/** One bead: title, then `text` (soft) or `state` (in the bead's tone); free children otherwise. */
export const ThreadItem = (props: {
  bead?: Bead | undefined
  title?: ReactNode
  text?: ReactNode
  state?: ReactNode
  children?: ReactNode
}): ReactElement => {
  const bead = props.bead ?? 'plain'
  return (
    <li className={bead === 'plain' ? undefined : `is-${bead}`}>
      {props.title && <b>{props.title}</b>}
      {props.text && <span className="small soft">{props.text}</span>}
      {props.state && (
        <State tone={tones[bead]} icon={null}>
          {props.state}
        </State>
      )}
      {props.children}
    </li>
  )
}

export type TimelineItem = { id: string; bead?: Bead | undefined; title: ReactNode; text?: ReactNode }

/** A history, newest first, as the caller orders it. */
export const Timeline = ({ items }: { items: readonly TimelineItem[] }): ReactElement => (
  <Thread>
    {items.map((item) => (
      <ThreadItem key={item.id} bead={item.bead ?? 'plain'} title={item.title} text={item.text} />
    ))}
  </Thread>
)
