import type { ReactElement, ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'
import { classes } from './speaks.ts'

/** A white box; `warm` for thanks and stories. With `title` it is an article under that heading. */
export const Card = (props: {
  title?: ReactNode
  level?: 2 | 3 | undefined
  icon?: IconName | undefined
  warm?: boolean | undefined
  children: ReactNode
}): ReactElement => {
  const Heading = props.level === 2 ? 'h2' : 'h3'
  return (
    <article className={classes('card', props.warm && 'card--warm')}>
      {props.title && (
        <Heading className={props.icon ? 'icon-h' : undefined}>
          {props.icon && <Icon name={props.icon} />}
          {props.title}
        </Heading>
      )}
      {props.children}
    </article>
  )
}

/** A calm line with an icon, under what it explains. */
export const Note = (props: { icon?: IconName | undefined; children: ReactNode }): ReactElement => (
  <p className="note">
    <Icon name={props.icon ?? 'info'} />
    <span>{props.children}</span>
  </p>
)

export type CalloutTone = 'warm' | 'late' | 'calm' | 'done'

const calloutIcons: Record<CalloutTone, IconName> = { warm: 'info', late: 'alert', calm: 'info', done: 'checked' }

/** A tinted box for one thing to know now. */
export const Callout = (props: {
  tone?: CalloutTone | undefined
  icon?: IconName | undefined
  children: ReactNode
}): ReactElement => {
  const tone = props.tone ?? 'warm'
  return (
    <div className={classes('callout', tone !== 'warm' && `callout--${tone}`)}>
      <Icon name={props.icon ?? calloutIcons[tone]} />
      <div>{props.children}</div>
    </div>
  )
}

/** More of the same, closed at first; works without script. */
export const More = (props: { label: ReactNode; open?: boolean | undefined; children: ReactNode }): ReactElement => (
  <details className="more" open={props.open}>
    <summary>
      <Icon name="chevronDown" />
      {props.label}
    </summary>
    {props.children}
  </details>
)

/** Small facts on one line, each with its icon. */
export const Facts = (props: { items: readonly { icon: IconName; text: ReactNode }[] }): ReactElement => (
  <ul className="facts">
    {props.items.map((item, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list of unnamed facts
      <li key={index}>
        <Icon name={item.icon} />
        <span>{item.text}</span>
      </li>
    ))}
  </ul>
)
