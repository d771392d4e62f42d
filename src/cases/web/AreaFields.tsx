import { type ReactElement, useState } from 'react'
import type { Texts } from '../../platform/core/clash.ts'
import { textsIn } from '../../platform/web/form.ts'
import { More } from '../../platform/web/kit/Card.tsx'
import { Check } from '../../platform/web/kit/Choice.tsx'
import { Fieldset, Select, TextArea } from '../../platform/web/kit/Field.tsx'
import { Pill } from '../../platform/web/kit/State.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { LifeArea } from '../core/area.schema.ts'
import type { AssessedArea } from '../core/assessment.schema.ts'
import { isBrought, isNeeded } from '../core/assessment.ts'
import { caseWords } from '../core/case.words.ts'
import { workWords } from '../core/work.words.ts'

export const levels = [0, 1, 2, 3, 4] as const

/** What the form says of the seven areas; those left blank are not kept. */
export const areasIn = (texts: Texts): AssessedArea[] =>
  LifeArea.options
    .map((area) => ({
      area,
      need: texts[`${area}-need`] ?? '',
      needLevel: texts[`${area}-level`] ? Number(texts[`${area}-level`]) : null,
      canBring: texts[`${area}-brings`] ?? '',
      nothingNow: texts[`${area}-nothing`] === 'on',
    }))
    .filter((one) => isNeeded(one) || isBrought(one) || one.nothingNow || one.needLevel !== null)

/** How far the reading of one area is. */
const stateOf = (one: AssessedArea | undefined): 'blank' | 'oneSided' | 'read' => {
  if (!one) return 'blank'
  return isNeeded(one) && !isBrought(one) && !one.nothingNow ? 'oneSided' : 'read'
}
const tones = { blank: 'calm', oneSided: 'late', read: 'done' } as const

/** One area of life: the need at the left, what the person can bring at the right. */
const Sides = ({ area, one }: { area: LifeArea; one: AssessedArea | undefined }): ReactElement => {
  const [say, words] = [useWords(workWords), useWords(caseWords)]
  const named = levels.map((level) => ({ value: String(level), label: words(`cases.assessment.level.${level}`) }))
  return (
    <Fieldset id={area} legend={<span className="sr">{words(`cases.area.${area}`)}</span>} boxed>
      <div className="duo">
        <div className="stack">
          <TextArea
            id={`${area}-need`}
            name={`${area}-need`}
            rows={3}
            maxLength={2000}
            label={words('cases.assessment.need')}
            defaultValue={one?.need}
          />
          <Select
            id={`${area}-level`}
            name={`${area}-level`}
            label={say('assess.level')}
            empty={say('assess.notAsked')}
            defaultValue={one?.needLevel === null || one === undefined ? '' : String(one.needLevel)}
            options={named}
          />
        </div>
        <div className="stack">
          <TextArea
            id={`${area}-brings`}
            name={`${area}-brings`}
            rows={3}
            maxLength={2000}
            label={words('cases.assessment.canBring')}
            defaultValue={one?.canBring}
          />
          <Check
            name={`${area}-nothing`}
            label={words('cases.assessment.nothingNow')}
            defaultChecked={one?.nothingNow ?? false}
          />
        </div>
      </div>
    </Fieldset>
  )
}

/** One area of life, folded beneath how far its reading is; the words say so again while they are written. */
export const AreaFields = (props: { area: LifeArea; one: AssessedArea | undefined; open: boolean }): ReactElement => {
  const { area, one, open } = props
  const [say, words, [now, setNow]] = [useWords(workWords), useWords(caseWords), useState(stateOf(one))]
  const read = ({ form }: { form: HTMLFormElement | null }): void => {
    if (form) setNow(stateOf(areasIn(textsIn(form)).find((found) => found.area === area)))
  }
  const isField = (target: EventTarget): target is HTMLTextAreaElement | HTMLSelectElement | HTMLInputElement =>
    'form' in target
  return (
    <More
      open={open}
      label={
        <>
          {words(`cases.area.${area}`)}{' '}
          <Pill icon={null} tone={tones[now]}>
            {say(`assess.${now}`)}
          </Pill>
        </>
      }
    >
      <div onChange={({ target }) => isField(target) && read(target)}>
        <Sides area={area} one={one} />
      </div>
    </More>
  )
}
