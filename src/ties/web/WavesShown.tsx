import type { ReactElement } from 'react'
import { longDate } from '../../platform/core/words.ts'
import { TextLink } from '../../platform/web/kit/Button.tsx'
import { Note } from '../../platform/web/kit/Card.tsx'
import { Section } from '../../platform/web/kit/Sentence.tsx'
import { type Column, Table } from '../../platform/web/kit/Table.tsx'
import { TieDrawing, TieKey } from '../../platform/web/kit/TieDrawing.tsx'
import { Who } from '../../platform/web/kit/Who.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { at } from '../../platform/web/navigation.ts'
import { SavePicture } from '../../platform/web/SavePicture.tsx'
import { weighed } from '../../platform/web/weighed.tsx'
import { tiePageWords } from '../core/page.words.ts'
import { tieWords } from '../core/tie.words.ts'
import type { ToldAlter } from '../core/wave.api.ts'
import { isWorker } from '../core/wave.compare.ts'
import { wavePageWords } from '../core/wave.page.words.ts'
import { capital, whenHeld } from '../core/wave.say.ts'
import { waveWords } from '../core/wave.words.ts'
import {
  type Birthplace,
  birthplaces,
  bornAt,
  type Compared,
  calledAs,
  type Shown,
  useBirthWords,
  useDrawnTies,
  useShownSentence,
} from './waves.hooks.ts'

/** Of what kind some alters are, in a line: '2 amicizia, 1 vicinato'. */
const Kinds = ({ alters }: { alters: readonly ToldAlter[] }): ReactElement => {
  const [say, ties] = [useWords(wavePageWords), useWords(tieWords)]
  const kinds = [...new Set(alters.map(({ kind }) => kind))]
  const count = (wanted: string): number => alters.filter(({ kind }) => kind === wanted).length
  return (
    <>
      <h3>{say('with.title')}</h3>
      <p>{kinds.map((kind) => `${count(kind)} ${ties(`ties.kind.${kind}`).toLocaleLowerCase('it')}`).join(', ')}</p>
    </>
  )
}

const Birth = ({ place }: { place: Birthplace }): ReactElement => {
  const say = useWords(wavePageWords)
  const { letter, count, alter, settings } = place
  const { kind, id } = alter.origin
  return (
    <li>
      <i className="bead-i" aria-hidden="true">
        {letter}
      </i>
      <p>
        {weighed(
          say(kind === 'hours' && alter.originLabel ? 'born.hoursBy' : `born.${kind}`, {
            count,
            label: alter.originLabel,
          }),
        )}
        {settings.length > 0 && `, ${settings.join('; ')}`}
        {kind === 'pact' && id && (
          <>
            <br />
            <TextLink small href={at(`/patti/${id}`)}>
              {say('born.openPact')}
            </TextLink>
          </>
        )}
      </p>
    </li>
  )
}

/** Where the new ties were born, letter by letter, and of what kind they are; of a first wave, of what kind all are. */
const Births = ({ shown }: { shown: Shown }): ReactElement => {
  const say = useWords(wavePageWords)
  const places = birthplaces(shown)
  const count = [...places.values()].reduce((sum, place) => sum + place.count, 0)
  const { ties } = shown.comparison
  const alive = ties.flatMap(({ now }) => now ?? [])
  if (count === 0)
    return (
      <div>
        {shown.first && <h3>{say('born.none')}</h3>}
        {shown.first && <p>{say('born.noneHint')}</p>}
        {alive.length > 0 && <Kinds alters={alive} />}
      </div>
    )
  const born = ties.filter((tie) => bornAt(places, shown, tie)).flatMap(({ now }) => now ?? [])
  const workers = born.filter(isWorker).length
  return (
    <div>
      <h3>{say('born.title', { count })}</h3>
      <ul className="origins">
        {[...places.values()].map((place) => (
          <Birth key={place.letter} place={place} />
        ))}
      </ul>
      {workers > 0 && <p>{say('born.workers', { count: workers })}</p>}
      <Kinds alters={born} />
    </div>
  )
}

const Legend = ({ shown }: { shown: Shown }): ReactElement => {
  const say = useWords(wavePageWords)
  const of = (what: string): boolean => shown.comparison.ties.some(({ changed }) => changed === what)
  const keys = [
    ...(birthplaces(shown).size > 0 ? (['new'] as const) : []),
    'old' as const,
    ...(of('lost') ? (['lost'] as const) : []),
    ...(of('closer') ? (['closer'] as const) : []),
  ]
  return <TieKey label={say('legend')} items={keys.map((kind) => ({ kind, text: weighed(say(`legend.${kind}`)) }))} />
}

const useCells = (): ((tie: Compared, which: 'before' | 'now') => string) => {
  const [say, waves] = [useWords(wavePageWords), useWords(waveWords)]
  return (tie, which) => {
    const alter = tie[which]
    if (alter)
      return alter.closeness === null ? '—' : waves(`waves.closeness.${alter.closeness}`).toLocaleLowerCase('it')
    if (which === 'now') return say(tie.changed === 'unasked' ? 'cell.unasked' : 'cell.gone')
    return say(tie.changed === 'new' ? 'cell.none' : 'cell.unasked')
  }
}

const Person = ({ alter, isNew }: { alter: ToldAlter; isNew: boolean }): ReactElement => {
  const ties = useWords(tieWords)
  return (
    <span className="beadword">
      <Who name={calledAs(alter)} icon={alter.body ? 'building' : undefined} size="s" tone={isNew ? 'tie' : 'old'} />
      <span>
        {calledAs(alter)}
        <span className="th-sub soft">{ties(`ties.kind.${alter.kind}`).toLocaleLowerCase('it')}</span>
      </span>
    </span>
  )
}

const useColumns = (shown: Shown): Column<Compared>[] => {
  const [say, language, cell, birth] = [useWords(wavePageWords), useLanguage(), useCells(), useBirthWords()]
  const places = birthplaces(shown)
  const { first, second } = shown
  const born = (tie: Compared): string | null => bornAt(places, shown, tie)?.letter ?? null
  const who: Column<Compared> = {
    key: 'who',
    head: say('table.who'),
    cell: (tie) => {
      return <Person alter={tie.last} isNew={born(tie) !== null} />
    },
  }
  const head = (day: string, other: string | null): string => capital(whenHeld(language, day, other))
  const now: Column<Compared> = {
    key: 'now',
    head: head(second.heldOn, first?.heldOn ?? null),
    cell: (tie) => cell(tie, 'now'),
  }
  const origin: Column<Compared> = {
    key: 'origin',
    head: say('table.origin'),
    cell: (tie) => {
      const letter = born(tie)
      return (
        <span className="beadword">
          {letter && (
            <i className="bead-i" aria-hidden="true">
              {letter}
            </i>
          )}
          {birth(tie.last)}
        </span>
      )
    },
  }
  if (!first) return [who, now, origin]
  const before: Column<Compared> = {
    key: 'before',
    head: head(first.heldOn, second.heldOn),
    cell: (tie) => cell(tie, 'before'),
  }
  const change: Column<Compared> = {
    key: 'change',
    head: say('table.change'),
    cell: ({ changed }) => {
      const text = say(`changed.${changed}`)
      if (changed === 'same' || changed === 'unasked') return text
      return <b className={changed === 'new' ? 't-new' : undefined}>{text}</b>
    },
  }
  return [who, before, now, change, origin]
}

/** Two conversations side by side: the sentence, the drawing, where the new ties were born, and the same in a table. */
export const WavesShown = ({ shown, caseId }: { shown: Shown; caseId: string }): ReactElement => {
  const [say, waves, language] = [useWords(wavePageWords), useWords(waveWords), useLanguage()]
  const pages = useWords(tiePageWords)
  const [sentence, drawn, columns] = [useShownSentence()(shown), useDrawnTies()(shown), useColumns(shown)]
  const { first, second, name } = shown
  const plain = sentence.replace(/<\/?b>/g, '')
  const ring = (closeness: 1 | 2 | 3): string => waves(`waves.closeness.${closeness}`).toLocaleLowerCase('it')
  const day = (at: string): string => longDate(language, at)
  const links = second.links.map(([a, b]): [string, string] => [keyIn(second.alters, a), keyIn(second.alters, b)])
  return (
    <>
      <div>
        <h2 className="sentence sentence--part">{weighed(sentence)}</h2>
        <p className="lead">
          {first
            ? say('told.two', { first: day(first.heldOn), second: day(second.heldOn) })
            : say('told.one', { day: day(second.heldOn) })}
        </p>
        <SavePicture
          title={say('drawing', { name })}
          sentence={plain}
          legend={[pages('page.lineNew'), pages('page.lineOld'), pages('page.lineLost')]}
        >
          <TieDrawing
            who={name}
            ties={drawn}
            links={links}
            label={say('drawing', { name })}
            description={plain}
            listLabel={say('table')}
            rings={[ring(1), ring(2), ring(3)]}
            below={<Legend shown={shown} />}
            beside={<Births shown={shown} />}
          />
        </SavePicture>
        <p>
          <TextLink href={at(`/legami/persona?of=person&id=${caseId}`)} icon="link">
            {pages('page.network')}
          </TextLink>
        </p>
        {drawn.length > 12 && <Note>{say('drawing.cut')}</Note>}
      </div>
      <Section id="legami-tabella" title={say('table')}>
        <Table
          caption={say('drawing', { name })}
          columns={columns}
          rows={shown.comparison.ties}
          rowKey={({ key }) => key}
        />
      </Section>
    </>
  )
}

const keyIn = (alters: readonly ToldAlter[], id: string): string => alters.find((alter) => alter.id === id)?.tieId ?? id
