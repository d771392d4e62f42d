import { type ReactElement, type RefObject, useEffect, useImperativeHandle, useRef } from 'react'
import { Icon } from '../../platform/web/kit/Icon.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { networkPageWords } from '../core/drawing.page.words.ts'
import { type Camera, fitTo, gridOf, nodeAt, type Size, toPaper } from './network.camera.ts'
import { giveToHand, type Held, pressKey, zoomMiddle } from './network.hand.ts'
import type { Scene } from './network.paint.ts'
import { screenOn } from './network.screen.ts'

/** What is on the screen now, for whoever keeps a picture of it. */
export type Seen = { readonly camera: Camera; readonly size: Size }

type Props = {
  scene: Scene
  label: string
  /** A change of it shows everything again. */
  fit: string
  onPick: (node: number | null) => void
  seen: RefObject<(() => Seen) | null>
}

type Paper = { camera: Camera; scene: Scene; touched: boolean; onPick: Props['onPick'] }

/** The paper, drawn on a canvas and held by whoever reads: kept out of React, which need not know where they look. */
const usePaper = ({ scene, fit, onPick, seen }: Props) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const held = useRef<Held | null>(null)
  const paper = useRef<Paper>({ camera: { x: 0, y: 0, scale: 1 }, scene, touched: false, onPick })
  useEffect(() => {
    if (!canvas.current) return
    const show = (): void => screen.show(paper.current.scene, paper.current.camera)
    const whole = (): void => {
      const { places, drawing } = paper.current.scene
      Object.assign(paper.current, { camera: fitTo(places, drawing.nodes, screen.size()), touched: false })
      show()
    }
    const screen = screenOn(canvas.current, () => (paper.current.touched ? show() : whole()))
    const now: Held = {
      camera: () => paper.current.camera,
      size: screen.size,
      see: (camera) => {
        Object.assign(paper.current, { camera, touched: true })
        show()
      },
      pick: (at) => paper.current.onPick(nodeUnder(paper.current, screen.size(), at)),
      whole,
      again: show,
    }
    held.current = now
    const takeBack = giveToHand(canvas.current, now)
    return () => {
      takeBack()
      screen.close()
    }
  }, [])
  useImperativeHandle(seen, () => () => ({
    camera: paper.current.camera,
    size: held.current?.size() ?? { width: 0, height: 0 },
  }))
  useEffect(() => {
    const isMoved = paper.current.scene.places !== scene.places
    Object.assign(paper.current, { scene, onPick })
    if (isMoved && !paper.current.touched) held.current?.whole()
    else held.current?.again()
  }, [scene, onPick])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new question is looked at from the beginning
  useEffect(() => held.current?.whole(), [fit])
  return { canvas, held }
}

const nodeUnder = ({ scene, camera }: Paper, size: Size, at: { x: number; y: number }): number | null =>
  nodeAt(
    gridOf(scene.places, scene.drawing.nodes),
    scene.places,
    toPaper(camera, size, at),
    Math.max(14 / camera.scale, 4),
  )

/** A network on the screen, moved by pointer, wheel and keyboard, with buttons for the same. */
export const NetworkCanvas = (props: Props): ReactElement => {
  const say = useWords(networkPageWords)
  const { canvas, held } = usePaper(props)
  const buttons = [
    { icon: 'plus', label: say('zoomIn'), act: () => held.current && zoomMiddle(held.current, 1.4) },
    { icon: 'minus', label: say('zoomOut'), act: () => held.current && zoomMiddle(held.current, 1 / 1.4) },
    { icon: 'whole', label: say('whole'), act: () => held.current?.whole() },
  ] as const
  return (
    <div className="net__paper">
      {/* biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: the arrows move what is seen, as in a map; the table says the same without it */}
      <canvas
        ref={canvas}
        role="application"
        aria-roledescription={say('drawing')}
        aria-label={props.label}
        aria-describedby="net-keys"
        tabIndex={0}
        onKeyDown={(event) => {
          const isMeant = !event.ctrlKey && !event.metaKey && held.current && pressKey(held.current, event.key)
          if (isMeant) event.preventDefault()
        }}
      />
      <p id="net-keys" className="sr">
        {say('keys')}
      </p>
      <div className="net__zoom">
        {buttons.map(({ icon, label, act }) => (
          <button key={icon} type="button" className="icon-link" aria-label={label} onClick={act}>
            <Icon name={icon} />
          </button>
        ))}
      </div>
    </div>
  )
}
