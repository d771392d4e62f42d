import { type ReactElement, StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { Button } from '../../src/platform/web/kit/Button.tsx'
import { Combobox, type ComboOption } from '../../src/platform/web/kit/Combobox.tsx'
import { ConflictView } from '../../src/platform/web/kit/Compare.tsx'
import { Dialog } from '../../src/platform/web/kit/Dialog.tsx'
import { Form } from '../../src/platform/web/kit/ErrorSummary.tsx'
import { SignaturePad } from '../../src/platform/web/kit/SignaturePad.tsx'
import { StatusRegion, useStatus } from '../../src/platform/web/kit/Status.tsx'

const towns = ['Crema', 'Cremona', 'Casalmaggiore', 'Soncino'].map((label) => ({ value: label.toLowerCase(), label }))

const Pieces = (): ReactElement => {
  const tell = useStatus()
  const [town, setTown] = useState<ComboOption | null>(null)
  const [open, setOpen] = useState(false)
  const [signed, setSigned] = useState<string | null>(null)
  const [texts, setTexts] = useState('')
  const [sent, setSent] = useState(0)
  return (
    <main className="desk__main">
      <h1>Prove</h1>
      <Combobox
        id="town"
        label="Comune"
        value={town}
        onChange={setTown}
        search={(text) => Promise.resolve(towns.filter((it) => it.label.toLowerCase().startsWith(text.toLowerCase())))}
      />
      <p id="town-now">{town?.value ?? '-'}</p>
      <Button onClick={() => setOpen(true)}>Apri</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Chiudi il patto" acts={<Button look="main">Sì</Button>}>
        <p>Resta tutto.</p>
      </Dialog>
      <Button onClick={() => tell({ text: 'Nota tolta', undo: () => setTexts('rimessa') })}>Togli</Button>
      <SignaturePad id="sign" legend="Firma" onChange={setSigned} />
      <p id="signed">{signed === null ? '-' : signed.slice(0, 22)}</p>
      <ConflictView
        fields={[
          {
            name: 'goal',
            label: 'Obiettivo',
            mine: 'Voglio lavorare',
            theirs: 'Voglio studiare',
            who: 'Sara',
            when: 'ieri',
          },
        ]}
        onResolve={(all) => setTexts(JSON.stringify(all))}
      />
      <p id="texts">{texts}</p>
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          setSent((times) => times + 1)
        }}
      >
        <Button type="submit">Manda</Button>
      </Form>
      <p id="sent">{sent}</p>
    </main>
  )
}

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <StatusRegion>
        <Pieces />
      </StatusRegion>
    </StrictMode>,
  )
