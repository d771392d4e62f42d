import type { ReactElement, ReactNode } from 'react'
import { classes } from './speaks.ts'

/** The page's h1: one sentence that says what the page shows or asks; weigh words with <strong>. */
export const Sentence = (props: {
  children: ReactNode
  eyebrow?: ReactNode
  lead?: ReactNode
  wide?: boolean | undefined
}): ReactElement => (
  <>
    {props.eyebrow && <p className="eyebrow">{props.eyebrow}</p>}
    <h1 className={classes('sentence', props.wide && 'sentence--wide')}>{props.children}</h1>
    {props.lead && <p className="lead">{props.lead}</p>}
  </>
)

/** A part of a page under an h2, with an optional count beside it and a link at the end of the line. */
export const Section = (props: {
  id: string
  title: ReactNode
  count?: number | string | undefined
  more?: ReactNode
  block?: boolean | undefined
  children: ReactNode
}): ReactElement => (
  <section className={props.block ? 'block' : undefined} aria-labelledby={props.id}>
    <div className="section-head">
      <h2 id={props.id}>
        {props.title}
        {props.count !== undefined && <span className="count"> {props.count}</span>}
      </h2>
      {props.more}
    </div>
    {props.children}
  </section>
)

/** Where the page stands; the last crumb has no href. `label` names the list for screen readers. */
export const Crumbs = (props: {
  label: string
  items: readonly { label: string; href?: string | undefined }[]
}): ReactElement => (
  <nav className="crumbs-nav" aria-label={props.label}>
    <ol className="crumbs">
      {props.items.map((item) => (
        <li key={item.label}>
          {item.href ? <a href={item.href}>{item.label}</a> : <span aria-current="page">{item.label}</span>}
        </li>
      ))}
    </ol>
  </nav>
)
