import type { ReactElement } from 'react'

/** Two open rings joined by a warm line; `light` on a dark ground. */
export const Mark = ({ light = false }: { light?: boolean | undefined }): ReactElement => (
  <svg
    viewBox="3 11 42 26"
    aria-hidden="true"
    focusable="false"
    fill="none"
    strokeWidth="4"
    strokeLinecap="round"
    stroke="currentColor"
  >
    <path d="M21.56 29.03A9.5 9.5 0 1 1 21.56 18.97M26.44 18.97A9.5 9.5 0 1 1 26.44 29.03" />
    <path d="M15 24H33" stroke={light ? '#ffc689' : '#b35900'} />
  </svg>
)

/** The mark and the programme's name, as a link home; `motto` stands below the name. */
export const Brand = (props: {
  href: string
  name: string
  motto?: string | undefined
  light?: boolean | undefined
}): ReactElement => (
  <a className="brand" href={props.href}>
    <Mark light={props.light ?? false} />
    <span>
      {props.name}
      {props.motto && <small>{props.motto}</small>}
    </span>
  </a>
)
