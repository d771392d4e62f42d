import type { NodeKind } from '../core/network.schema.ts'
import type { Shape } from './network.pen.ts'

/** Colours of a drawing, as the page has them now: the reader may have asked for more contrast, or for colours of their own. */
export type Look = {
  readonly paper: string
  readonly ink: string
  readonly soft: string
  readonly tie: string
  readonly tieFill: string
  readonly old: string
  readonly sides: Readonly<Record<'persona' | 'servizi' | 'comunita' | 'other', string>>
}

/** What each kind of node looks like: a form of its own, and the colour of its side. */
export const nodeLooks: Readonly<Record<NodeKind, { shape: Shape; side: keyof Look['sides'] }>> = {
  person: { shape: 'circle', side: 'persona' },
  household: { shape: 'hexagon', side: 'persona' },
  alter: { shape: 'circle', side: 'other' },
  public: { shape: 'square', side: 'servizi' },
  school: { shape: 'pentagon', side: 'servizi' },
  thirdSector: { shape: 'diamond', side: 'comunita' },
  firm: { shape: 'triangle', side: 'comunita' },
  other: { shape: 'hexagon', side: 'other' },
}

const forced: Look = {
  paper: 'Canvas',
  ink: 'CanvasText',
  soft: 'CanvasText',
  tie: 'LinkText',
  tieFill: 'LinkText',
  old: 'GrayText',
  sides: { persona: 'CanvasText', servizi: 'CanvasText', comunita: 'CanvasText', other: 'GrayText' },
}

/** The colours in force where an element stands. */
export const lookAt = (element: Element): Look => {
  if (matchMedia('(forced-colors: active)').matches) return forced
  const style = getComputedStyle(element)
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim()
  return {
    paper: token('surface') || '#fff',
    ink: token('ink'),
    soft: token('ink-soft'),
    tie: token('tie'),
    tieFill: token('tie-fill'),
    old: token('tie-old'),
    sides: {
      persona: token('persona'),
      servizi: token('servizi'),
      comunita: token('comunita'),
      other: token('tie-old'),
    },
  }
}
