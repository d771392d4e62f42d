import type { ReactElement, ReactNode } from 'react'
import { Brand } from './Brand.tsx'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'
import { SkipLink } from './Lists.tsx'
import { classes } from './speaks.ts'
import { Who } from './Who.tsx'

export type NavItem = {
  label: string
  href: string
  icon: IconName
  current?: boolean | undefined
  count?: number | undefined
}

const NavLink = ({ item }: { item: NavItem }): ReactElement => (
  <li>
    <a href={item.href} aria-current={item.current ? 'page' : undefined}>
      <Icon name={item.icon} />
      {item.label}
      {item.count ? <span className="badge">{item.count}</span> : null}
    </a>
  </li>
)

export type DeskShellProps = {
  name: string
  home: string
  /** `search` in full for screen readers and phones; `find` is the short word in the box at the left. */
  words: { skip: string; nav: string; search: string; find?: string | undefined; menu: string }
  /** Absent for whoever has nothing to look for. */
  search?: string | undefined
  nav: readonly NavItem[]
  /** Rarer places: under a line at the left, in the person's menu on a phone. */
  more?: readonly NavItem[] | undefined
  me: { name: string; role: string }
  /** Links and buttons of the person's menu: account, language, leave. */
  menu?: ReactNode
  /** A calm line above the page: offline, a shared screen about to lock. */
  banner?: ReactNode
  wide?: boolean | undefined
  children: ReactNode
}

const Bar = (props: DeskShellProps): ReactElement => (
  <header className="desk__bar">
    <Brand href={props.home} name={props.name} />
    {props.search && (
      <>
        <a className="icon-link" href={props.search} aria-label={props.words.search}>
          <Icon name="search" />
        </a>
        <a className="desk__find" href={props.search} title={props.words.search}>
          <Icon name="search" />
          {props.words.find ?? props.words.search}
        </a>
      </>
    )}
  </header>
)

const Nav = (props: DeskShellProps): ReactElement => (
  <nav className="desk__nav" aria-label={props.words.nav}>
    <ul>
      {props.nav.map((item) => (
        <NavLink key={item.href} item={item} />
      ))}
    </ul>
    {props.more && props.more.length > 0 && (
      <ul className="desk__more">
        {props.more.map((item) => (
          <NavLink key={item.href} item={item} />
        ))}
      </ul>
    )}
  </nav>
)

const Me = (props: DeskShellProps): ReactElement => (
  <div className="desk__me">
    <details className="menu" name="desk-menu">
      <summary>
        <Who name={props.me.name} tone="servizi" size="s" />
        <span>
          <b>{props.me.name}</b>
          <br />
          <span className="soft">{props.me.role}</span>
        </span>
        <span className="sr">{props.words.menu}</span>
      </summary>
      <div className="menu__list">
        <p className="menu__small small soft">
          {props.me.name}, {props.me.role}
        </p>
        <ul className="menu__small">
          {props.more?.map((item) => (
            <NavLink key={item.href} item={item} />
          ))}
        </ul>
        {props.menu}
      </div>
    </details>
  </div>
)

/** The workspace: navigation at the left (at the bottom on a phone), one column of content. At most five `nav` items. */
export const DeskShell = (props: DeskShellProps): ReactElement => (
  <>
    <SkipLink label={props.words.skip} />
    <div className="desk">
      <Bar {...props} />
      <Nav {...props} />
      {/* drawn anew at each place, so that on a phone the menu closes behind whoever chose from it */}
      <Me key={[...props.nav, ...(props.more ?? [])].find(({ current }) => current)?.href ?? ''} {...props} />
      <main className="desk__main" id="contenuto" tabIndex={-1}>
        {props.banner}
        <div className={classes('page', props.wide && 'page--wide')}>{props.children}</div>
      </main>
    </div>
  </>
)

export type SimpleLink = { label: string; href: string; current?: boolean | undefined }

export type PublicShellProps = {
  name: string
  motto: string
  home: string
  owner: string
  words: { skip: string; nav: string }
  nav: readonly SimpleLink[]
  enter?: SimpleLink | undefined
  languages?: ReactNode
  foot: {
    columns: readonly { title: string; text: ReactNode; link?: SimpleLink | undefined }[]
    legal: readonly SimpleLink[]
  }
  children: ReactNode
}

const Header = (props: PublicShellProps): ReactElement => (
  <header>
    <div className="slim">
      <div className="wrap">
        <span>{props.owner}</span>
        <div className="slim__tools">
          {props.languages}
          {props.enter && (
            <a className="slim__in" href={props.enter.href}>
              <Icon name="person" />
              {props.enter.label}
            </a>
          )}
        </div>
      </div>
    </div>
    <div className="head">
      <div className="wrap">
        <Brand href={props.home} name={props.name} motto={props.motto} light />
        <nav aria-label={props.words.nav}>
          <ul>
            {props.nav.map((item) => (
              <li key={item.href}>
                <a href={item.href} aria-current={item.current ? 'page' : undefined}>
                  {item.label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </div>
  </header>
)

const Footer = ({ name, home, foot }: PublicShellProps): ReactElement => (
  <footer className="foot">
    <div className="wrap">
      <Brand href={home} name={name} light />
      <div className="foot__cols">
        {foot.columns.map((column) => (
          <div key={column.title}>
            <h2>{column.title}</h2>
            <p>{column.text}</p>
            {column.link && (
              <p>
                <a href={column.link.href}>{column.link.label}</a>
              </p>
            )}
          </div>
        ))}
      </div>
      <p className="foot__legal">
        {foot.legal.map((link) => (
          <a key={link.href} href={link.href}>
            {link.label}
          </a>
        ))}
      </p>
    </div>
  </footer>
)

/** The public face: slim header, header, content, footer. Put `public` on <body>. Children are bands or an Ask column. */
export const PublicShell = (props: PublicShellProps): ReactElement => (
  <>
    <SkipLink label={props.words.skip} />
    <Header {...props} />
    <main id="contenuto" tabIndex={-1}>
      {props.children}
    </main>
    <Footer {...props} />
  </>
)

/** A band of a public page; `warm` on paper. */
export const Band = (props: {
  warm?: boolean | undefined
  id?: string | undefined
  labelledBy?: string | undefined
  children: ReactNode
}): ReactElement => (
  <section className={classes('band', props.warm && 'band--warm')} id={props.id} aria-labelledby={props.labelledBy}>
    <div className="wrap">{props.children}</div>
  </section>
)

/** The narrow column of a public form or text. */
export const Column = ({ children }: { children: ReactNode }): ReactElement => (
  <div className="wrap ask">{children}</div>
)

/** The calm shell: a person's own page; `narrow` for sign-in and short forms. `tools` stand at the right of the brand. */
export const PersonShell = (props: {
  name: string
  home: string
  skip: string
  tools?: ReactNode
  foot?: ReactNode
  narrow?: boolean | undefined
  children: ReactNode
}): ReactElement => (
  <>
    <SkipLink label={props.skip} />
    <header className="me-head">
      <div className="wrap">
        <Brand href={props.home} name={props.name} />
        {props.tools}
      </div>
    </header>
    <main id="contenuto" tabIndex={-1} className={classes('wrap', 'me-main', props.narrow && 'me-main--narrow')}>
      {props.children}
    </main>
    {props.foot && (
      <footer className="me-foot">
        <div className="wrap small">{props.foot}</div>
      </footer>
    )}
  </>
)
