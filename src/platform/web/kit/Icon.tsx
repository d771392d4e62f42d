import type { ReactElement } from 'react'
import { type IconName, icons } from './icons.ts'

/** A line drawing beside a word; silent for screen readers, so the word must always be there. */
export const Icon = ({ name }: { name: IconName }): ReactElement => (
  <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={icons[name]} />
  </svg>
)
