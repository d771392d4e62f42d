import type { ReactElement } from 'react'
import type { z } from 'zod'
import { longDate, timeOnly } from '../../platform/core/words.ts'
import { Answered } from '../../platform/web/Answered.tsx'
import { Buttons, LinkButton } from '../../platform/web/kit/Button.tsx'
import { Callout } from '../../platform/web/kit/Card.tsx'
import { Select } from '../../platform/web/kit/Field.tsx'
import { FilterBar } from '../../platform/web/kit/Lists.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { at, useFilters } from '../../platform/web/navigation.ts'
import { useRead } from '../../platform/web/query.ts'
import { type WaveRow, waveApi } from '../core/wave.api.ts'
import { wavePageWords } from '../core/wave.page.words.ts'
import { waveWords } from '../core/wave.words.ts'
import { WavesShown } from './WavesShown.tsx'
import { shownIn } from './waves.hooks.ts'

export type ListedWaves = z.output<typeof waveApi.list.reply>

/** The way to the conversation: begin it, go on with it, or see that a colleague is at it. */
export const WavesDoor = ({ caseId, listed }: { caseId: string; listed: ListedWaves }): ReactElement | null => {
  const [say, language] = [useWords(wavePageWords), useLanguage()]
  const { open, rows, canInterview } = listed
  const href = at(`/casi/${caseId}/legami/colloquio`)
  if (!open)
    return canInterview ? (
      <Buttons>
        <LinkButton look="main" icon="chat" href={href}>
          {say(rows.some(({ state }) => state === 'done') ? 'again' : 'begin')}
        </LinkButton>
      </Buttons>
    ) : null
  const { isMe, name: leader, since } = open.holder
  const about = { leader, time: timeOnly(language, since), day: longDate(language, since) }
  return (
    <Callout tone={isMe ? 'warm' : 'calm'} icon="chat">
      <p>{isMe ? say('openMine', { day: longDate(language, open.heldOn) }) : say('openTheirs', about)}</p>
      {canInterview && (
        <Buttons>
          <LinkButton look={isMe ? 'main' : 'plain'} href={href}>
            {say(isMe ? 'resume' : 'see')}
          </LinkButton>
        </Buttons>
      )}
    </Callout>
  )
}

const Chooser = ({
  ended,
  asked,
}: {
  ended: readonly WaveRow[]
  asked: { first?: string; second?: string }
}): ReactElement => {
  const [say, language, [, change]] = [useWords(wavePageWords), useLanguage(), useFilters()]
  const options = ended.map(({ id, heldOn }) => ({ value: id, label: longDate(language, heldOn) }))
  return (
    <FilterBar
      label={say('choose')}
      submit={say('choose.go')}
      onSubmit={(form) => change({ da: String(form.get('da')), a: String(form.get('a')) })}
    >
      <Select
        id="da"
        name="da"
        label={say('choose.first')}
        options={options.slice(0, -1)}
        defaultValue={asked.first ?? options.at(-2)?.value}
      />
      <Select
        id="a"
        name="a"
        label={say('choose.second')}
        options={options.slice(1)}
        defaultValue={asked.second ?? options.at(-1)?.value}
      />
    </FilterBar>
  )
}

const Talks = ({ rows }: { rows: readonly WaveRow[] }): ReactElement => {
  const [say, waves, language] = [useWords(wavePageWords), useWords(waveWords), useLanguage()]
  const told = ({ state, near, resourcesAsked, resourcesHad }: WaveRow): string => {
    if (state !== 'done') return say(state === 'refused' ? 'talk.refused' : 'talk.dropped')
    const hands = resourcesAsked ? say('hands', { count: resourcesHad ?? 0, asked: resourcesAsked }) : ''
    return [`${say('talk.done', { count: near })}.`, hands].join(' ')
  }
  return (
    <Section id="colloqui" title={say('talks')} count={rows.length}>
      <Rows tight>
        {rows.toReversed().map((row) => (
          <Row
            key={row.id}
            title={longDate(language, row.heldOn)}
            text={`${waves(`waves.moment.${row.moment}`)}: ${told(row)}`}
          />
        ))}
      </Rows>
    </Section>
  )
}

/** What the conversations told of a person's ties: the last two, or those that were chosen. */
export const Waves = ({ caseId, listed }: { caseId: string; listed: ListedWaves }): ReactElement | null => {
  const [filters] = useFilters()
  const asked = { ...(filters.da ? { first: filters.da } : {}), ...(filters.a ? { second: filters.a } : {}) }
  const ended = listed.rows.filter(({ state }) => state === 'done')
  const found = useRead(waveApi.compare, { query: { caseId, ...asked }, enabled: ended.length > 0 })
  return (
    <>
      {ended.length > 2 && <Chooser ended={ended} asked={asked} />}
      {ended.length > 0 && (
        <Answered of={found}>
          {(read) => {
            const shown = shownIn(read)
            return shown && <WavesShown shown={shown} caseId={caseId} />
          }}
        </Answered>
      )}
      {listed.rows.length > 0 && <Talks rows={listed.rows} />}
    </>
  )
}
