import { type ReactElement, type ReactNode, useRef } from 'react'
import { pictureWords } from '../core/picture.words.ts'
import { download, fileNameOf } from './download.ts'
import { Button, Buttons } from './kit/Button.tsx'
import { useStatus } from './kit/Status.tsx'
import { useWords } from './language.tsx'
import { type PictureWords, pngFileOf, svgFileOf } from './picture.ts'

/** Two buttons that save a picture as SVG or PNG and tell that it was done. */
export const SaveButtons = (props: {
  name: string
  /** What is saved, where a page has several pictures. */
  about?: string
  make: (kind: 'svg' | 'png') => Promise<Blob | null>
}): ReactElement => {
  const [say, tell] = [useWords(pictureWords), useStatus()]
  const save = async (kind: 'svg' | 'png'): Promise<void> => {
    const file = await props.make(kind)
    if (!file) return
    download(file, `${fileNameOf(props.name)}.${kind}`)
    tell({ text: say('picture.saved') })
  }
  return (
    <Buttons>
      <Button icon="download" about={props.about} onClick={() => void save('svg')}>
        {say('picture.svg')}
      </Button>
      <Button icon="download" about={props.about} onClick={() => void save('png')}>
        {say('picture.png')}
      </Button>
    </Buttons>
  )
}

/** Around a drawing in SVG (the first one inside): saves what is seen, with its sentence and what its lines mean. */
export const SavePicture = (props: PictureWords & { children: ReactNode }): ReactElement => {
  const around = useRef<HTMLDivElement>(null)
  const make = async (kind: 'svg' | 'png'): Promise<Blob | null> => {
    const svg = around.current?.querySelector<SVGSVGElement>('svg[role="img"]')
    if (!svg) return null
    const file = await svgFileOf(svg, props)
    return kind === 'png' ? pngFileOf(file) : new Blob([file.text], { type: 'image/svg+xml' })
  }
  return (
    <>
      <div ref={around}>{props.children}</div>
      <SaveButtons name={props.title} about={props.title} make={make} />
    </>
  )
}
