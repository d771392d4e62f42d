import type { PlainIcon, Side } from '../../core/documents.schema.ts'

/** The sides' colours, the same as on the screen; each is readable on white (4.5:1). */
export const sideColours: Record<Side, string> = { person: '#7A3E9D', services: '#0066CC', community: '#00703C' }

const sideShapes: Record<Side, string> = {
  person: '<circle cx="12" cy="8" r="4.2"/><path d="M4 21c0-5 3.5-7.5 8-7.5s8 2.5 8 7.5"/>',
  services: '<path d="M4 21V9l8-5 8 5v12M2.5 21h19M9.5 21v-5h5v5M8 11.5h1.5M14.5 11.5H16"/>',
  community:
    '<circle cx="12" cy="5" r="2.6"/><circle cx="5" cy="18" r="2.6"/><circle cx="19" cy="18" r="2.6"/><path d="M10.7 7.3 6.3 15.700M13.3 7.300l4.4 8.400M7.6 18h8.8"/>',
}

const shapes: Record<PlainIcon, string> = {
  hand: '<path d="M7 12V6.500a1.5 1.5 0 0 1 3 0V11V4.500a1.5 1.5 0 0 1 3 0V11V5.500a1.5 1.5 0 0 1 3 0V12V8a1.5 1.5 0 0 1 3 0v7a6 6 0 0 1-6 6h-1.500c-2 0-3.5-1-4.5-2.500L4 14c-1-1.5 1-3 2-1.700L7 13.5"/>',
  home: '<path d="M3 11.5 12 4l9 7.500M5.5 9.500V20h13V9.500M10 20v-6h4v6"/>',
  school: '<path d="M2 9l10-5 10 5-10 5zM6 11.500V17c2 2.5 10 2.5 12 0v-5.500M22 9v6"/>',
  talk: '<path d="M4 4h16v12h-9l-4 4v-4H4zM8 8.500h8M8 12h5"/>',
  work: '<path d="M3 8h18v12H3zM9 8V4.500h6V8M3 13.500h18"/>',
  money: '<circle cx="12" cy="12" r="9"/><path d="M15.5 8.500A4.5 4.5 0 1 0 15.5 15.500M7 11h6M7 13.500h6"/>',
  health: '<path d="M12 20.500C-3 11 6.5 1 12 7.5 17.5 1 27 11 12 20.500z"/>',
  food: '<path d="M4 11h16c0 5-2.5 8.5-8 8.500S4 16 4 11zM9 3.500c-1 1.5 1 2.5 0 4M14 3.500c-1 1.5 1 2.5 0 4"/>',
  family:
    '<circle cx="7.5" cy="7" r="3"/><circle cx="16.5" cy="7" r="3"/><circle cx="12" cy="14" r="2.2"/><path d="M2 20c0-5 2-7.5 5.5-7.500M22 20c0-5-2-7.5-5.5-7.500M8.5 21c0-5 7-5 7 0"/>',
  travel:
    '<rect x="4" y="4" width="16" height="13" rx="2"/><path d="M4 11h16M7 17v3M17 17v3"/><circle cx="8" cy="14" r=".8"/><circle cx="16" cy="14" r=".8"/>',
  calendar:
    '<rect x="3.5" y="5" width="17" height="15.5" rx="1.5"/><path d="M3.5 10h17M8 3v4M16 3v4M8 14h3M13.5 14h2.5"/>',
  paper: '<path d="M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6"/>',
}

const draw = (shape: string, colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><g fill="none" stroke="${colour}" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round">${shape}</g></svg>`

export const plainIcon = (icon: PlainIcon, colour: string): string => draw(shapes[icon], colour)
export const sideIcon = (side: Side): string => draw(sideShapes[side], sideColours[side])
export const phoneIcon = (colour: string): string =>
  draw(
    '<path d="M5 3h4l1.5 5-2.5 2c1 2.5 3 4.5 5.5 5.500l2-2.5 5 1.500v4c0 1-1 2-2 2C10 20.5 3.5 13 3 5c0-1 1-2 2-2z"/>',
    colour,
  )

/** The programme's mark: two open rings joined by a warm line. */
export const mark =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="3 12 42 24"><g fill="none" stroke-width="4" stroke-linecap="round"><g stroke="#17324D"><path d="M21.56 29.030A9.5 9.5 0 1 1 21.56 18.97"/><path d="M26.44 18.970A9.5 9.5 0 1 1 26.44 29.03"/></g><path d="M15 24H33" stroke="#B35900"/></g></svg>'
