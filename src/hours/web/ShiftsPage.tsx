import type { ReactElement } from 'react'
import type { z } from 'zod'
import { dayName, longDate } from '../../platform/core/words.ts'
import { Answered } from '../../platform/web/Answered.tsx'
import { fileAddress } from '../../platform/web/call.ts'
import { Faults } from '../../platform/web/Faults.tsx'
import { Button, Buttons, TextLink } from '../../platform/web/kit/Button.tsx'
import { Callout, Card, Note } from '../../platform/web/kit/Card.tsx'
import { EmptyState } from '../../platform/web/kit/Lists.tsx'
import { Row, Rows } from '../../platform/web/kit/Rows.tsx'
import { Crumbs, Section, Sentence } from '../../platform/web/kit/Sentence.tsx'
import { Pill, State } from '../../platform/web/kit/State.tsx'
import { useStatus } from '../../platform/web/kit/Status.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { at, useParams } from '../../platform/web/navigation.ts'
import { useAct, useRead } from '../../platform/web/query.ts'
import { weighed } from '../../platform/web/weighed.tsx'
import { hourPageWords } from '../core/page.words.ts'
import { type PlannedGiveBack, type ShiftRow, shiftApi } from '../core/shift.api.ts'
import { shiftWords } from '../core/shift.words.ts'
import { CoverForm, PlanForm, useGiveBackName } from './PlanForm.tsx'
import { shiftTones } from './tones.ts'

type Sheet = z.output<typeof shiftApi.ofPact.reply>

/** 150 minutes as '2 ore e 30 minuti'. */
const useSpan = (): ((minutes: number) => string) => {
  const say = useWords(hourPageWords)
  return (all) => {
    const [count, minutes] = [Math.floor(all / 60), all % 60]
    if (count === 0) return say('pact.minutes', { minutes })
    return minutes === 0 ? say('pact.hours', { count }) : say('pact.hoursAndMinutes', { count, minutes })
  }
}

const Moves = ({ row }: { row: ShiftRow }): ReactElement => {
  const [say, words, tell] = [useWords(hourPageWords), useWords(shiftWords), useStatus()]
  const act = useAct(shiftApi.move)
  return (
    <>
      <Buttons>
        {row.moves
          .filter(({ whyNot }) => whyNot === null)
          .map(({ move }) => (
            <Button
              key={move}
              look="quiet"
              about={row.day}
              busy={act.isPending}
              onClick={() =>
                act.mutate(
                  { params: { shiftId: row.id }, body: { move } },
                  { onSuccess: () => tell({ text: say('moved') }) },
                )
              }
            >
              {words(`hours.move.${move}`)}
            </Button>
          ))}
      </Buttons>
      <Faults faults={[]} error={act.error} />
    </>
  )
}

const ShiftLine = ({ row, canWrite }: { row: ShiftRow; canWrite: boolean }): ReactElement => {
  const [say, words, language, spanOf] = [useWords(hourPageWords), useWords(shiftWords), useLanguage(), useSpan()]
  const times = row.from && row.to ? say('minutes', { from: row.from, to: row.to }) : ''
  const { hostOrganisationId: organisationId, day } = row
  return (
    <Row
      title={dayName(language, row.day)}
      text={[times, spanOf(row.minutes), row.hostLabel, row.reason].filter(Boolean).join(' · ')}
      state={
        <>
          <State tone={shiftTones[row.state]}>{words(`hours.state.${row.state}`)}</State>
          {!row.covered && row.state === 'planned' && <Pill tone="late">{say('pact.uncovered')}</Pill>}
          {canWrite && <Moves row={row} />}
        </>
      }
      go={
        organisationId && (
          <TextLink icon="print" href={fileAddress(shiftApi.register, { query: { day, organisationId } })}>
            {say('pact.register')}
          </TextLink>
        )
      }
    />
  )
}

const GiveBackCard = (props: { pactId: string; one: PlannedGiveBack; canWrite: boolean }): ReactElement => {
  const [say, language, nameOf] = [useWords(hourPageWords), useLanguage(), useGiveBackName()]
  const { one } = props
  return (
    <Card title={nameOf(one)} level={3} icon="give">
      {one.tasks && <p>{one.tasks}</p>}
      {one.covers.length === 0 && <Callout tone="late">{say('pact.noCover')}</Callout>}
      {one.covers.map(({ id, policy, insurer, from, to }) => (
        <Note key={id} icon="checked">
          {say('pact.cover', {
            policy: [policy, insurer].filter(Boolean).join(', '),
            from: longDate(language, from),
            to: longDate(language, to),
          })}
        </Note>
      ))}
      {props.canWrite && <CoverForm pactId={props.pactId} one={one} />}
    </Card>
  )
}

const Warnings = ({ weeks }: { weeks: Sheet['unusualWeeks'] }): ReactElement => {
  const [words, language] = [useWords(shiftWords), useLanguage()]
  return (
    <>
      {weeks.map(({ monday, minutes, tooMuch }) => (
        <Callout key={monday}>
          {words(tooMuch ? 'hours.week.tooMuch' : 'hours.week.tooLittle', {
            monday: longDate(language, monday),
            hours: (minutes / 60).toLocaleString(language),
          })}
        </Callout>
      ))}
    </>
  )
}

const Whole = ({ sheet, pactId }: { sheet: Sheet; pactId: string }): ReactElement => {
  const [say, words, language, spanOf] = [useWords(hourPageWords), useWords(shiftWords), useLanguage(), useSpan()]
  const { rows, given, giveBack, canWrite, personLabel: name } = sheet
  const said =
    given.times === 0
      ? say('pact.nothing', { name })
      : say('pact.given', { name, count: given.times, hours: spanOf(given.minutes) })
  const missed = rows
    .filter(({ state }) => state === 'absent' || state === 'toldUs')
    .map(({ id, day, state }) => ({ id, label: `${dayName(language, day)}: ${words(`hours.state.${state}`)}` }))
  return (
    <>
      <Crumbs
        label={say('pact.crumb')}
        items={[
          { label: say('pact.crumb'), href: at('/patti') },
          { label: sheet.pactNumber, href: at(`/patti/${pactId}`) },
          { label: say('pact.turns') },
        ]}
      />
      <Sentence lead={words('hours.chosen')}>{weighed(said)}</Sentence>
      <div className="block blocks">
        <Warnings weeks={sheet.unusualWeeks} />
        {rows.length === 0 ? (
          <EmptyState icon="give" title={say(giveBack.length === 0 ? 'pact.noGiveBack' : 'pact.none')}>
            {giveBack.length > 0 && say('pact.noneHint')}
          </EmptyState>
        ) : (
          <Section id="turni" title={say('pact.list')} count={rows.length}>
            <Rows>
              {[...rows].reverse().map((row) => (
                <ShiftLine key={row.id} row={row} canWrite={canWrite} />
              ))}
            </Rows>
          </Section>
        )}
        {canWrite && giveBack.length > 0 && <PlanForm pactId={pactId} giveBack={giveBack} missed={missed} />}
        {giveBack.length > 0 && (
          <Section id="coperture" title={say('pact.covers')}>
            {giveBack.map((one) => (
              <GiveBackCard key={one.id} pactId={pactId} one={one} canWrite={canWrite} />
            ))}
          </Section>
        )}
      </div>
    </>
  )
}

/** Attendance of a pact, for its tutor. */
export const ShiftsPage = (): ReactElement | null => {
  const { pactId = '' } = useParams()
  const found = useRead(shiftApi.ofPact, { params: { pactId } })
  return <Answered of={found}>{(sheet) => <Whole sheet={sheet} pactId={pactId} />}</Answered>
}
