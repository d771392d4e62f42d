import type { ReactElement, ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'
import { type SideKind, sideIcons } from './Pact.tsx'
import { Who } from './Who.tsx'

/** A side of the pact on the person's own page: big icons, few words. Children are Mine. */
export const MyBox = (props: { id: string; side: SideKind; title: string; children: ReactNode }): ReactElement => (
  <section className={`mybox mybox--${props.side}`} aria-labelledby={props.id}>
    <h2 id={props.id}>
      <Icon name={sideIcons[props.side]} />
      {props.title}
    </h2>
    <ul>{props.children}</ul>
  </section>
)

export const Mine = (props: {
  icon: IconName
  title: ReactNode
  text?: ReactNode
  state?: ReactNode
}): ReactElement => (
  <li className="mine">
    <span className="mine__i">
      <Icon name={props.icon} />
    </span>
    <div>
      <h3>{props.title}</h3>
      {props.text && <p className="soft">{props.text}</p>}
      {props.state}
    </div>
  </li>
)

/** The next meeting, with what the person can answer in `children`. */
export const Meet = (props: {
  icon?: IconName | undefined
  place: ReactNode
  text?: ReactNode
  children?: ReactNode
}): ReactElement => (
  <div className="meet">
    <p>
      <Icon name={props.icon ?? 'pin'} />
      <span>
        <b>{props.place}</b>
        <br />
        {props.text}
      </span>
    </p>
    {props.children && <div className="meet__go">{props.children}</div>}
  </div>
)

/** People met, on a warm thread. */
export const Met = (props: {
  items: readonly { id: string; name: string; text: ReactNode; old?: boolean | undefined }[]
}): ReactElement => (
  <ul className="met">
    {props.items.map((item) => (
      <li key={item.id}>
        <Who name={item.name} tone={item.old ? 'old' : undefined} />
        <span>
          <b>{item.name}</b>
          <br />
          {item.text}
        </span>
      </li>
    ))}
  </ul>
)

/** The next thing of the day, on the desk: when, what, where, and one main button in `go`. */
export const NowCard = (props: {
  id: string
  time: ReactNode
  soon?: ReactNode
  title: ReactNode
  go?: ReactNode
  children?: ReactNode
}): ReactElement => (
  <section className="now" aria-labelledby={props.id}>
    <div className="now__time">
      <b>{props.time}</b>
      {props.soon && <span>{props.soon}</span>}
    </div>
    <div className="now__text">
      <h2 id={props.id}>{props.title}</h2>
      {props.children}
    </div>
    {props.go && <div className="now__go">{props.go}</div>}
  </section>
)

/** The week at a glance: a day, and lines for that day. */
export const Week = (props: {
  days: readonly { key: string; label: string; today?: boolean | undefined; lines: readonly ReactNode[] }[]
}): ReactElement => (
  <ol className="week">
    {props.days.map((day) => (
      <li key={day.key} aria-current={day.today ? 'date' : undefined}>
        <b>{day.label}</b>
        <ul>
          {day.lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a day have no name of their own
            <li key={index} className="week__line">
              {line}
            </li>
          ))}
        </ul>
      </li>
    ))}
  </ol>
)
