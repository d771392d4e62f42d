import type { ReactElement } from 'react'
import { encode } from 'uqr'

/** A QR code as one SVG path; `label` says where it leads, and the address should stand beside it as text. */
export const Qr = (props: { text: string; label: string }): ReactElement => {
  const { data, size } = encode(props.text, { ecc: 'M', border: 3 })
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={props.label} shapeRendering="crispEdges">
      <path d={path} fill="#000" />
    </svg>
  )
}
