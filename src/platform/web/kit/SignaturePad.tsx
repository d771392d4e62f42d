import { type PointerEvent, type ReactElement, useEffect, useRef, useState } from 'react'
import { Button } from './Button.tsx'
import { ChoiceGroup } from './Choice.tsx'
import { TextInput } from './Field.tsx'
import { type Dot, nameAsPng, paint, type Stroke, strokesAsPng } from './signature.ts'
import { useKitWords } from './speaks.ts'

export type SignatureMode = 'draw' | 'type'

const dotOf = (event: PointerEvent<HTMLCanvasElement>): Dot => {
  const box = event.currentTarget.getBoundingClientRect()
  return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height }
}

const Pad = (props: { onChange: (strokes: readonly Stroke[]) => void }): ReactElement => {
  const words = useKitWords()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [strokes, setStrokes] = useState<readonly Stroke[]>([])
  const drawing = useRef<Dot[] | null>(null)
  useEffect(() => {
    if (canvas.current) paint(canvas.current, strokes)
  }, [strokes])
  const keep = (next: readonly Stroke[]): void => {
    setStrokes(next)
    props.onChange(next)
  }
  const down = (event: PointerEvent<HTMLCanvasElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId)
    drawing.current = [dotOf(event)]
  }
  const move = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (drawing.current === null) return
    drawing.current.push(dotOf(event))
    paint(event.currentTarget, [...strokes, drawing.current])
  }
  const up = (): void => {
    const stroke = drawing.current
    drawing.current = null
    if (stroke !== null) keep([...strokes, stroke])
  }
  return (
    <>
      <div className="sign__pad">
        <canvas
          ref={canvas}
          width="900"
          height="288"
          role="img"
          aria-label={words('signHere')}
          onPointerDown={down}
          onPointerMove={move}
          onPointerUp={up}
          onPointerCancel={up}
        />
      </div>
      <p className="hint" role="status">
        {words(strokes.length > 0 ? 'signed' : 'notSigned')}
      </p>
      <div className="btns">
        <Button
          look="quiet"
          icon="undo"
          aria-disabled={strokes.length === 0}
          onClick={() => keep(strokes.slice(0, -1))}
        >
          {words('undoStroke')}
        </Button>
        <Button look="quiet" icon="trash" aria-disabled={strokes.length === 0} onClick={() => keep([])}>
          {words('clear')}
        </Button>
      </div>
    </>
  )
}

/** A signature by finger, mouse or keyboard (typed name); tells a PNG data URL, or null while there is none. */
export const SignaturePad = (props: {
  id: string
  legend: string
  error?: string | undefined
  onChange: (png: string | null, mode: SignatureMode) => void
}): ReactElement => {
  const words = useKitWords()
  const [mode, setMode] = useState<SignatureMode>('draw')
  const [name, setName] = useState('')
  const choose = (next: SignatureMode): void => {
    setMode(next)
    props.onChange(next === 'type' ? nameAsPng(name) : null, next)
  }
  return (
    <div className="sign">
      <ChoiceGroup
        id={props.id}
        name={`${props.id}-mode`}
        label={props.legend}
        error={props.error}
        options={[
          { value: 'draw', label: words('draw') },
          { value: 'type', label: words('type') },
        ]}
        value={[mode]}
        input={{ onChange: (event) => choose(event.target.value === 'type' ? 'type' : 'draw') }}
      />
      {mode === 'draw' ? (
        <Pad onChange={(strokes) => props.onChange(strokesAsPng(strokes), 'draw')} />
      ) : (
        <div className="mt">
          <TextInput
            id={`${props.id}-name`}
            label={words('name')}
            autoComplete="name"
            value={name}
            onChange={(event) => {
              setName(event.target.value)
              props.onChange(nameAsPng(event.target.value), 'type')
            }}
          />
          <div className="sign__pad">
            <p className="sign__typed" aria-hidden="true">
              {name}
            </p>
          </div>
        </div>
      )}
    </div>
  )
}
