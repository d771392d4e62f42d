import type { CSSProperties, ReactElement, ReactNode } from 'react'
import { Buttons } from './Button.tsx'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'
import { TieFan } from './TieFan.tsx'

/** Facts side by side under a page's sentence. */
export const Strip = (props: {
  items: readonly { label: string; value: ReactNode; detail?: ReactNode; icon?: IconName | undefined }[]
}): ReactElement => (
  <dl className="strip">
    {props.items.map((item) => (
      <div key={item.label}>
        <dt>{item.label}</dt>
        <dd>
          {item.icon && <Icon name={item.icon} />}
          <span>
            <b>{item.value}</b>
            {item.detail}
          </span>
        </dd>
      </div>
    ))}
  </dl>
)

/** The moves that are open now, and for each closed one why. */
export const Moves = (props: {
  id: string
  title: ReactNode
  children?: ReactNode
  closed?: readonly { label: string; why: ReactNode }[] | undefined
}): ReactElement => (
  <section className="moves" aria-labelledby={props.id}>
    <h2 id={props.id}>{props.title}</h2>
    {props.children && (
      <div className="moves__open">
        <Buttons>{props.children}</Buttons>
      </div>
    )}
    {props.closed && props.closed.length > 0 && (
      <ul className="moves__closed">
        {props.closed.map((move) => (
          <li key={move.label}>
            <Icon name="lock" />
            <span>
              <b>{move.label}</b>: {move.why}
            </span>
          </li>
        ))}
      </ul>
    )}
  </section>
)

/** The two sides of a pact, in three columns that line up row by row; `rows` is the length of the longest. */
export const Sides = (props: { rows: number; children: ReactNode }): ReactElement => (
  <div className="sides" style={{ '--rows': Math.max(props.rows, 1) } as CSSProperties}>
    {props.children}
  </div>
)

export type SideKind = 'persona' | 'servizi' | 'comunita'

export const sideIcons: Record<SideKind, IconName> = {
  persona: 'person',
  servizi: 'building',
  comunita: 'community',
}

/** One column; children are PromiseItem. `none` is said when the column is empty. */
export const Side = (props: {
  id: string
  side: SideKind
  title: string
  children?: ReactNode
  none?: ReactNode
}): ReactElement => (
  <section className={`side side--${props.side}`} aria-labelledby={props.id}>
    <h3 id={props.id}>
      <Icon name={sideIcons[props.side]} />
      {props.title}
    </h3>
    {props.none ? <p className="side__none">{props.none}</p> : <ul>{props.children}</ul>}
  </section>
)

/** A commitment in the first person, who keeps it, how it is measured, its state, and what can be done. */
export const PromiseItem = (props: {
  say: ReactNode
  who?: ReactNode
  how?: ReactNode
  state?: ReactNode
  acts?: ReactNode
}): ReactElement => (
  <li className="promise">
    <p className="promise__say">{props.say}</p>
    {props.who && <p className="promise__who">{props.who}</p>}
    {props.how && <p className="promise__how">{props.how}</p>}
    {props.state}
    {props.acts && <div className="promise__acts">{props.acts}</div>}
  </li>
)

/** Give-back told as what was made possible for others, never as a balance; up to three ties are drawn. */
export const MadePossible = (props: {
  id: string
  title: ReactNode
  children: ReactNode
  quote?: ReactNode
  quoteBy?: ReactNode
  drawing?: { who: string; others: readonly string[]; label: string } | undefined
}): ReactElement => (
  <section className="madeposs" aria-labelledby={props.id}>
    <div>
      <h2 id={props.id}>{props.title}</h2>
      <p className="madeposs__big">{props.children}</p>
      {props.quote && (
        <blockquote>
          <p>{props.quote}</p>
          {props.quoteBy && <footer className="small soft">{props.quoteBy}</footer>}
        </blockquote>
      )}
    </div>
    {props.drawing && props.drawing.others.length > 0 && <TieFan {...props.drawing} />}
  </section>
)
