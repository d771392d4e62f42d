import type { ReactElement, ReactNode } from 'react'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Fieldset } from '../../platform/web/kit/Field.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { Fold } from './Fold.tsx'
import { ItemActs } from './WriteFields.tsx'
import { fieldId, useIds, useList } from './writing.hooks.ts'

type ListOfText = 'goals' | 'supports' | 'giveBack'

/** One item of a list of the text, folded; it is moved and taken out from inside. */
export const WriteItem = (props: {
  list: ListOfText
  id: string
  title: string
  gist: string
  children: ReactNode
}): ReactElement => {
  const ids = useIds(props.list)
  const list = useList(props.list)
  const index = ids.indexOf(props.id)
  return (
    <Fold title={props.title} gist={props.gist}>
      <Fieldset id={fieldId(`${props.list}/${props.id}`)} boxed legend={<span className="sr">{props.title}</span>}>
        <div className="form">
          {props.children}
          <ItemActs
            about={props.title}
            first={index === 0}
            last={index === ids.length - 1}
            onMove={(by) => list.move(props.id, by)}
            onRemove={() => list.remove(props.id)}
          />
        </div>
      </Fieldset>
    </Fold>
  )
}

/** A list of the text with its button that adds; `before` stands above the items. */
export const WriteList = (props: {
  list: ListOfText
  title: string
  hint: string
  add: string
  empty: object
  firstField: string
  before?: ReactNode
  item: (id: string, index: number) => ReactElement
}): ReactElement => {
  const ids = useIds(props.list)
  const list = useList(props.list)
  return (
    <Section id={`f-${props.list}`} block title={props.title} count={ids.length || undefined}>
      <p className="soft">{props.hint}</p>
      <div className="stack mt">
        {props.before}
        {ids.map(props.item)}
        <Button id={`add-f-${props.list}`} icon="plus" onClick={() => list.add(props.empty, props.firstField)}>
          {props.add}
        </Button>
      </div>
    </Section>
  )
}
