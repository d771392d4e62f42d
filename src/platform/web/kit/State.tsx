import type { ReactElement, ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'
import { classes } from './speaks.ts'

/** calm: waits; now: asks something now; done: kept; late: overdue or refused; info: neutral news. */
export type StateTone = 'calm' | 'now' | 'done' | 'late' | 'info'

const icons: Record<StateTone, IconName> = { calm: 'clock', now: 'clock', done: 'checked', late: 'alert', info: 'info' }

type StateProps = { tone?: StateTone | undefined; icon?: IconName | null | undefined; children: ReactNode }

const inside = (props: StateProps): ReactElement => (
  <>
    {props.icon !== null && <Icon name={props.icon ?? icons[props.tone ?? 'calm']} />}
    <span>{props.children}</span>
  </>
)

const toneOf = (tone?: StateTone | undefined): string | false =>
  tone !== undefined && tone !== 'calm' && `state--${tone}`

/** The state of a thing: a word with an icon and, in the words, the date. `icon={null}` leaves the icon out. */
export const State = (props: StateProps): ReactElement => (
  <span className={classes('state', toneOf(props.tone))}>{inside(props)}</span>
)

/** The same in a tinted capsule. */
export const Pill = (props: StateProps): ReactElement => (
  <span className={classes('state', 'state--pill', toneOf(props.tone))}>{inside(props)}</span>
)
