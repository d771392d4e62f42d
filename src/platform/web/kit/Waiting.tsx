import { type ReactElement, useId } from 'react'

/** Grey lines, unseen for the first 300 ms; `label` is heard. */
export const Skeleton = (props: { label: string; lines?: number | undefined }): ReactElement => (
  <div role="status">
    <span className="sr">{props.label}</span>
    <div className="skeleton" aria-hidden="true">
      {Array.from({ length: props.lines ?? 4 }, (_, line) => `line-${line}`).map((line) => (
        <span key={line} />
      ))}
    </div>
  </div>
)

/** Long work with its number; `value` out of `max`, `say` is the number in words ("320 su 2.000"). */
export const Progress = (props: { label: string; value: number; max: number; say: string }): ReactElement => {
  const id = useId()
  return (
    <div className="progress">
      <span id={id}>{props.label}</span>
      <b>{props.say}</b>
      <progress aria-labelledby={id} aria-valuetext={props.say} value={props.value} max={props.max} />
    </div>
  )
}
