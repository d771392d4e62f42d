import type { AnchorHTMLAttributes, ButtonHTMLAttributes, MouseEvent, ReactElement, ReactNode, Ref } from 'react'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'
import { classes } from './speaks.ts'

/** One `main` per page; `quiet` has no frame; `danger` is for what cannot be undone. */
export type ButtonLook = 'main' | 'plain' | 'quiet' | 'danger'

type Shape = {
  look?: ButtonLook | undefined
  icon?: IconName | undefined
  wide?: boolean | undefined
  big?: boolean | undefined
  about?: string | undefined
  children: ReactNode
}

const shapeOf = (props: Shape, className?: string | undefined): string =>
  classes(
    'btn',
    props.look && props.look !== 'plain' && `btn--${props.look}`,
    props.wide && 'btn--wide',
    props.big && 'btn--big',
    className,
  )

/** `about` is heard and not seen: "Fissa un giorno: Gino F." */
const Inside = ({ icon, children, about }: Shape): ReactElement => (
  <>
    {icon && <Icon name={icon} />}
    {children}
    {about && <span className="sr">: {about}</span>}
  </>
)

type ButtonProps = Shape & {
  busy?: boolean | undefined
  ref?: Ref<HTMLButtonElement> | undefined
} & ButtonHTMLAttributes<HTMLButtonElement>

/** A button; `busy` says that the act is under way and ignores a second click, and a double click sends a form once. */
export const Button = (props: ButtonProps): ReactElement => {
  const { look, icon, wide, big, about, busy, className, children, type, onClick, ...rest } = props
  const click = (event: MouseEvent<HTMLButtonElement>): void => {
    // the second click of two can come before the page has drawn that the first is under way
    if (busy || (type === 'submit' && event.detail > 1)) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button
      {...rest}
      type={type ?? 'button'}
      className={shapeOf(props, className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest['aria-disabled']}
      onClick={click}
    >
      <Inside {...(busy ? { icon: 'repeat' } : icon ? { icon } : {})} {...(about ? { about } : {})}>
        {children}
      </Inside>
    </button>
  )
}

type LinkProps = Shape & { href: string } & AnchorHTMLAttributes<HTMLAnchorElement>

/** A link with the weight of a button. */
export const LinkButton = (props: LinkProps): ReactElement => {
  const { look, icon, wide, big, about, className, children, ...rest } = props
  return (
    <a {...rest} className={shapeOf(props, className)}>
      <Inside {...(icon ? { icon } : {})} {...(about ? { about } : {})}>
        {children}
      </Inside>
    </a>
  )
}

/** A link that stands alone, with a 44 px target and an optional icon (`after` puts it behind the words). */
export const TextLink = (
  props: {
    href: string
    icon?: IconName | undefined
    after?: boolean | undefined
    small?: boolean | undefined
    children: ReactNode
  } & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'className'>,
): ReactElement => {
  const { icon, after, small, children, ...rest } = props
  return (
    <a {...rest} className={classes('link', small && 'small')}>
      {icon && !after && <Icon name={icon} />}
      {children}
      {icon && after && <Icon name={icon} />}
    </a>
  )
}

/** A row of buttons that wraps, full width on a small phone. */
export const Buttons = ({ children }: { children: ReactNode }): ReactElement => <div className="btns">{children}</div>
