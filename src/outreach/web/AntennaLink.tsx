import type { ReactElement } from 'react'
import { Button, Buttons } from '../../platform/web/kit/Button.tsx'
import { Card, Note } from '../../platform/web/kit/Card.tsx'
import { Qr } from '../../platform/web/kit/Qr.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { outreachWebWords } from '../core/outreach.web.words.ts'

export type Shown = { readonly name: string; readonly link: string }

/** A link that is told once, as text and as a code to photograph; ready to be printed. */
export const AntennaLink = ({ shown, onClose }: { shown: Shown; onClose: () => void }): ReactElement => {
  const say = useWords(outreachWebWords)
  const title = say('web.antennaLink', { name: shown.name })
  return (
    <div role="status" className="mt">
      <Card warm level={2} title={title}>
        <div className="stack">
          <div className="mt" style={{ maxWidth: '14rem' }}>
            <Qr text={shown.link} label={title} />
          </div>
          <p className="code">{shown.link}</p>
          <Note>{say('web.antennaLinkOnce')}</Note>
          <div className="no-print">
            <Buttons>
              <Button icon="print" onClick={() => window.print()}>
                {say('web.print')}
              </Button>
              <Button look="quiet" onClick={onClose}>
                {say('web.cancel')}
              </Button>
            </Buttons>
          </div>
        </div>
      </Card>
    </div>
  )
}
