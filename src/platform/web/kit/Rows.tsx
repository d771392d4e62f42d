import { Children, type ReactElement, type ReactNode } from 'react'
import { classes } from './speaks.ts'

/** A framed list whose rows are people or groups; `tight` for signatures and the like. */
export const Rows = (props: {
  tight?: boolean | undefined
  label?: string | undefined
  children: ReactNode
}): ReactElement => (
  <ul className={classes('rows', props.tight && 'rows--tight')} aria-label={props.label}>
    {props.children}
  </ul>
)

/** One person or group: circle, name (a link with `href`), what happens next, state, one thing to do. */
export const Row = (props: {
  who?: ReactNode
  title: ReactNode
  href?: string | undefined
  level?: 3 | 4 | undefined
  text?: ReactNode
  state?: ReactNode
  go?: ReactNode
}): ReactElement => {
  const Heading = props.level === 4 ? 'h4' : 'h3'
  return (
    <li className={classes('row', !props.who && 'row--bare')}>
      {props.who}
      <div className="row__text">
        <Heading>
          {props.href ? (
            <a className="row__name" href={props.href}>
              {props.title}
            </a>
          ) : (
            props.title
          )}
        </Heading>
        {props.text && <p>{props.text}</p>}
        {Children.count(props.state) > 0 && props.state}
      </div>
      {props.go && <div className="row__go">{props.go}</div>}
    </li>
  )
}
