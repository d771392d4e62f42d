import { Children, isValidElement, type ReactElement, type ReactNode, useState } from 'react'
import { Button, LinkButton } from './Button.tsx'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'
import { classes, useKitWords } from './speaks.ts'

const nameOf = (field: ReactNode): unknown => isValidElement<{ name?: string }>(field) && field.props.name

/** Whether the address asks by more than the first filter: then the others are worth seeing at once. */
const asksMore = (first: ReactNode): boolean =>
  [...new URLSearchParams(globalThis.location?.search ?? '').keys()].some((name) => name !== nameOf(first))

/** On a phone a list begins below its filters: all but the first stay folded until they are asked for. */
const Folding = ({ fields }: { fields: readonly ReactNode[] }): ReactElement => {
  const [first, ...rest] = fields
  const [isOpen, open] = useState(() => asksMore(first))
  const say = useKitWords()
  if (rest.length < 2) return <>{fields}</>
  return (
    <>
      {first}
      <div className="filters__more">
        <Button
          type="button"
          look="quiet"
          icon={isOpen ? 'chevronUp' : 'chevronDown'}
          aria-expanded={isOpen}
          onClick={() => open(!isOpen)}
        >
          {say('moreFilters')}
        </Button>
      </div>
      <div className={classes('filters__rest', isOpen && 'filters__rest--open')}>{rest}</div>
    </>
  )
}

/** Filters as a GET form, so that they live in the address; `submit` is the button, `tail` other buttons (export). */
export const FilterBar = (props: {
  label: string
  submit: string
  action?: string | undefined
  hidden?: Readonly<Record<string, string>>
  tail?: ReactNode
  onSubmit?: ((form: FormData) => void) | undefined
  children: ReactNode
}): ReactElement => (
  <form
    className="filters"
    method="get"
    action={props.action}
    aria-label={props.label}
    onSubmit={
      props.onSubmit &&
      ((event) => {
        event.preventDefault()
        props.onSubmit?.(new FormData(event.currentTarget))
      })
    }
  >
    {Object.entries(props.hidden ?? {}).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    <Folding fields={Children.toArray(props.children)} />
    <div className="filters__tail">
      <Button type="submit" icon="search">
        {props.submit}
      </Button>
      {props.tail}
    </div>
  </form>
)

/** "Altri 50": a link to the next rows, with how many are shown of how many. */
export const Pager = (props: {
  shown: ReactNode
  more?: string | undefined
  href?: string | undefined
  onMore?: (() => void) | undefined
}): ReactElement => (
  <nav className="pager" aria-label={props.more}>
    {props.href && <LinkButton href={props.href}>{props.more}</LinkButton>}
    {props.onMore && <Button onClick={props.onMore}>{props.more}</Button>}
    <p className="small soft">{props.shown}</p>
  </nav>
)

/** Tabs are links to sub-pages, not a widget. */
export const Tabs = (props: {
  label: string
  items: readonly { label: string; href: string; current?: boolean | undefined; count?: number | undefined }[]
}): ReactElement => (
  <nav className="tabs" aria-label={props.label}>
    {props.items.map((item) => (
      <a key={item.href} href={item.href} aria-current={item.current ? 'page' : undefined}>
        {item.label}
        {item.count !== undefined && <span className="count">{item.count}</span>}
      </a>
    ))}
  </nav>
)

/** The steps of a long form; done ones are links back. On a phone one line says where one is. */
export const Steps = (props: {
  label: string
  now: number
  items: readonly { title: string; href?: string | undefined }[]
}): ReactElement => {
  const words = useKitWords()
  const stateOf = (index: number): string | undefined =>
    index < props.now ? 'is-done' : index === props.now ? 'is-now' : undefined
  const title = props.items[props.now]?.title ?? ''
  return (
    <nav aria-label={props.label}>
      <p className="steps__say">{words('step', { now: props.now + 1, count: props.items.length, title })}</p>
      <ol className="steps">
        {props.items.map((item, index) => (
          <li key={item.title} className={stateOf(index)} aria-current={index === props.now ? 'step' : undefined}>
            {item.href && index < props.now ? <a href={item.href}>{item.title}</a> : <span>{item.title}</span>}
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** The same page in another language. */
export const LanguageSwitch = (props: {
  label: string
  items: readonly { code: string; name: string; href: string; current?: boolean | undefined }[]
}): ReactElement => (
  <nav className="langs" aria-label={props.label}>
    <Icon name="globe" />
    {props.items.map((item) => (
      <a key={item.code} href={item.href} lang={item.code} aria-current={item.current ? 'true' : undefined}>
        {item.current ? <b>{item.name}</b> : item.name}
      </a>
    ))}
  </nav>
)

export const SkipLink = (props: { label: string; to?: string | undefined }): ReactElement => (
  <a className="skip" href={`#${props.to ?? 'contenuto'}`}>
    {props.label}
  </a>
)

type Plain = { title: string; children?: ReactNode; act?: ReactNode; level?: 1 | 2 | undefined }

const Empty = (
  props: Plain & { icon: IconName; late?: boolean | undefined; alert?: boolean | undefined },
): ReactElement => {
  const Heading = props.level === 1 ? 'h1' : 'h2'
  return (
    <div className={props.late ? 'empty empty--late' : 'empty'} role={props.alert ? 'alert' : undefined}>
      <Icon name={props.icon} />
      <Heading>{props.title}</Heading>
      {props.children && <p>{props.children}</p>}
      {props.act}
    </div>
  )
}

/** Nothing here yet: says what to do first. */
export const EmptyState = (props: Plain & { icon?: IconName | undefined }): ReactElement => (
  <Empty {...props} icon={props.icon ?? 'leaf'} />
)

/** Something failed: says what was kept and what to try. */
export const ErrorState = (props: Plain): ReactElement => <Empty {...props} icon="alert" late alert />

/** You may not: which right is missing and who can give it. */
export const MayNot = (props: Plain): ReactElement => <Empty {...props} icon="lock" />
