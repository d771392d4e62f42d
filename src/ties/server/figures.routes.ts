import type { House } from '../../platform/server/house.ts'
import { serve } from '../../platform/server/http.ts'
import { figuresApi } from '../core/figures.api.ts'
import * as acts from './figures.acts.ts'
import { openCounter } from './figures.counter.ts'
import type { Together } from './network.acts.ts'

/** `together`: bodies seen at work together, known to the rooms above. */
export const figuresRoutes = (house: House, together: Together = async () => []): void => {
  const counter = openCounter(house.services)
  house.app.addHook('onClose', () => counter.close())
  const askedOf = ({
    params,
    query,
  }: {
    params: { kind: acts.FiguresAsked['scope']['kind'] }
    query: { id: string; day?: string | undefined; from?: string | undefined }
  }): acts.FiguresAsked => ({
    scope: { kind: params.kind, id: query.id },
    day: query.day,
    from: query.from,
    together,
  })
  serve(house, figuresApi.show, (tx, call) => acts.showFigures(tx, askedOf(call), counter))
  serve(house, figuresApi.fragile, (tx, call) => acts.showFragile(tx, askedOf(call), counter))
}
