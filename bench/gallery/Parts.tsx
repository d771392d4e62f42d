import type { ReactElement } from 'react'
import { Button, Buttons, LinkButton, TextLink } from '../../src/platform/web/kit/Button.tsx'
import { Callout, Card, Facts, More, Note } from '../../src/platform/web/kit/Card.tsx'
import { BarChart, TargetBar, TargetBars } from '../../src/platform/web/kit/Chart.tsx'
import { VersionDiff } from '../../src/platform/web/kit/Compare.tsx'
import { Select, TextInput } from '../../src/platform/web/kit/Field.tsx'
import { Icon } from '../../src/platform/web/kit/Icon.tsx'
import { type IconName, icons } from '../../src/platform/web/kit/icons.ts'
import { EmptyState, ErrorState, FilterBar, MayNot, Pager, Steps, Tabs } from '../../src/platform/web/kit/Lists.tsx'
import { Meet, Met, Mine, MyBox, NowCard, Week } from '../../src/platform/web/kit/Mine.tsx'
import { MadePossible, Moves, PromiseItem, Side, Sides, Strip } from '../../src/platform/web/kit/Pact.tsx'
import { Qr } from '../../src/platform/web/kit/Qr.tsx'
import { Row, Rows } from '../../src/platform/web/kit/Rows.tsx'
import { Section, Sentence } from '../../src/platform/web/kit/Sentence.tsx'
import { Pill, State } from '../../src/platform/web/kit/State.tsx'
import { Table } from '../../src/platform/web/kit/Table.tsx'
import { Thread, ThreadItem, Timeline } from '../../src/platform/web/kit/Thread.tsx'
import { TieDrawing } from '../../src/platform/web/kit/TieDrawing.tsx'
import type { DrawnTie } from '../../src/platform/web/kit/tie-layout.ts'
import { Progress, Skeleton } from '../../src/platform/web/kit/Waiting.tsx'
import { Who, Whos } from '../../src/platform/web/kit/Who.tsx'
import type { Texts } from './gallery.texts.ts'

type Props = { t: Texts }
const figure = (value: number): string => String(value)

export const Today = ({ t }: Props): ReactElement => (
  <>
    <Sentence eyebrow={t.today}>
      <strong>3</strong> {t.more}, <strong>1</strong> {t.late}
    </Sentence>
    <NowCard
      id="now"
      time="9:30"
      soon={t.wait}
      title={t.person}
      go={
        <>
          <LinkButton look="main" href="#a">
            {t.go}
          </LinkButton>
          <TextLink href="#b">{t.more}</TextLink>
        </>
      }
    >
      <p>{t.say}</p>
      <Facts
        items={[
          { icon: 'pin', text: t.role },
          { icon: 'globe', text: t.how },
        ]}
      />
    </NowCard>
    <div className="two">
      <div className="blocks">
        <Section
          id="late"
          title={t.late}
          count={2}
          more={
            <TextLink href="#all" small>
              {t.more}
            </TextLink>
          }
        >
          <Rows>
            {(['persona', 'comunita', 'tie'] as const).map((tone) => (
              <Row
                key={tone}
                who={<Who name={t.person} tone={tone} />}
                title={t.person}
                href={`#${tone}`}
                text={t.say}
                state={<State tone={tone === 'tie' ? 'now' : 'late'}>{t.wait}</State>}
                go={
                  <LinkButton href="#row" about={t.person}>
                    {t.go}
                  </LinkButton>
                }
              />
            ))}
          </Rows>
          <Note icon="save">{t.note}</Note>
        </Section>
      </div>
      <aside className="blocks" aria-label={t.today}>
        <Week
          days={[
            { key: '24', label: 'mar 24', today: true, lines: [t.person, t.go] },
            { key: '25', label: 'mer 25', lines: [t.more] },
          ]}
        />
        <Thread small>
          <ThreadItem bead="tie">{t.note}</ThreadItem>
          <ThreadItem bead="tie">{t.how}</ThreadItem>
        </Thread>
      </aside>
    </div>
  </>
)

const Commitments = ({ t }: Props): ReactElement => (
  <Sides rows={2}>
    {(['persona', 'servizi', 'comunita'] as const).map((side) => (
      <Side key={side} id={`side-${side}`} side={side} title={side}>
        <PromiseItem say={t.say} who={t.person} how={t.how} state={<State tone="done">{t.done}</State>} />
        <PromiseItem say={t.how} who={t.role} state={<State tone="late">{t.late}</State>} />
      </Side>
    ))}
  </Sides>
)

export const Pact = ({ t }: Props): ReactElement => (
  <>
    <header className="pact-head block">
      <Whos names={['Amina T.', 'Fanta T.', 'Issa T.']} size="l" />
      <h2 className="sentence">{t.say}</h2>
    </header>
    <Strip
      items={[
        { label: t.label, value: t.done, detail: t.today, icon: 'leaf' },
        { label: t.nav, value: t.person, detail: t.role, icon: 'house' },
        { label: t.go, value: t.wait, detail: t.today, icon: 'calendar' },
        { label: t.find, value: t.today, icon: 'clock' },
      ]}
    />
    <Moves id="moves" title={t.go} closed={[{ label: t.find, why: t.note }]}>
      <Button look="main">{t.go}</Button>
      <Button>{t.more}</Button>
      <Button look="danger">{t.late}</Button>
      <Button look="quiet" icon="print">
        {t.page}
      </Button>
    </Moves>
    <Section id="sides" title={t.nav} block>
      <Commitments t={t} />
    </Section>
    <div className="block">
      <MadePossible
        id="made"
        title={t.person}
        quote={t.how}
        quoteBy={t.role}
        drawing={{ who: t.person, others: ['Teresa G.', 'Ornella P.', 'Rosa M.'], label: t.person }}
      >
        {t.say} <b>{t.done}</b>
      </MadePossible>
      <Note>{t.note}</Note>
    </div>
    <div className="goals block">
      <Card title={t.say}>
        <Thread steps>
          <ThreadItem bead="done" title={t.go} state={t.done} />
          <ThreadItem bead="now" title={t.more} state={t.wait} />
          <ThreadItem title={t.find} state={t.wait} />
        </Thread>
      </Card>
      <Card title={t.more} warm>
        <Timeline
          items={[
            { id: '1', bead: 'now', title: t.today, text: t.role },
            { id: '2', bead: 'tie', title: t.person, text: t.how },
            { id: '3', title: t.say, text: t.note },
          ]}
        />
      </Card>
    </div>
  </>
)

const ties: DrawnTie[] = [
  { id: '1', name: 'Ornella P.', relation: 'amica', kind: 'new', closeness: 2, bead: 'A', origin: 'Tavola Lunga' },
  { id: '2', name: 'Teresa G.', relation: 'compagna', kind: 'new', closeness: 3, bead: 'A', origin: 'Tavola Lunga' },
  { id: '3', name: 'Karim B.', relation: 'bici', kind: 'new', closeness: 2, bead: 'B', origin: 'Ciclofficina' },
  { id: '4', name: 'Paolo M.', relation: 'titolare', kind: 'new', closeness: 3, bead: 'C', origin: 'Cicli Moretti' },
  { id: '5', name: 'Luisa L.', relation: 'figlia', kind: 'old', closeness: 2, was: 3 },
  { id: '6', name: 'Ezio V.', relation: 'vicino', kind: 'old', closeness: 1 },
  { id: '7', name: 'Gino P.', relation: 'fratello', kind: 'lost', closeness: 3 },
]

export const Data = ({ t }: Props): ReactElement => (
  <>
    <TieDrawing
      who="Bruno"
      ties={ties}
      label={t.person}
      description={t.say}
      listLabel={t.more}
      rings={['1', '2', '3']}
    />
    <Section id="table" title={t.more} block>
      <FilterBar
        label={t.find}
        submit={t.go}
        tail={
          <LinkButton href="#csv" icon="download">
            CSV
          </LinkButton>
        }
      >
        <TextInput id="q" name="q" type="search" label={t.find} />
        <Select id="d" name="d" label={t.nav} options={[{ value: 'a', label: t.person }]} empty={t.more} />
      </FilterBar>
      <Table
        caption={t.more}
        rowKey={(row) => row.name}
        rows={ties}
        columns={[
          {
            key: 'name',
            head: t.person,
            href: '#sort',
            sorted: 'ascending',
            cell: (row) => (
              <>
                <Who name={row.name} size="s" tone={row.kind === 'new' ? 'tie' : 'old'} />
                <span>
                  <a href="#who">{row.name}</a>
                  <span className="th-sub soft">{row.relation}</span>
                </span>
              </>
            ),
          },
          { key: 'kind', head: t.label, cell: (row) => <Pill tone="now">{row.kind}</Pill> },
          { key: 'near', head: t.nav, number: true, cell: (row) => row.closeness },
        ]}
      />
      <Pager shown="7 / 45" more={t.more} href="#more" />
    </Section>
    <Section id="numbers" title={t.nav} block>
      <div className="stack">
        <TargetBars>
          <TargetBar label={t.person} actual={312} target={500} figure={figure} note={t.note} />
          <TargetBar label={t.more} actual={45} target={45} figure={figure} />
          <TargetBar label={t.role} actual={null} target={15} figure={figure} />
        </TargetBars>
        <BarChart
          sentence={t.say}
          label={t.more}
          of={t.nav}
          series={[t.person, t.role]}
          rows={[
            { label: 'Crema', values: [42, 17] },
            { label: 'Casalmaggiore', values: [8, null] },
          ]}
          figure={figure}
        />
      </div>
    </Section>
  </>
)

export const Small = ({ t }: Props): ReactElement => (
  <div className="stack block">
    <h2>{t.page}</h2>
    <ul className="facts">
      {(Object.keys(icons) as IconName[]).map((name) => (
        <li key={name}>
          <Icon name={name} />
          {name}
        </li>
      ))}
    </ul>
    <div className="pills">
      {(['calm', 'now', 'done', 'late', 'info'] as const).map((tone) => (
        <Pill key={tone} tone={tone}>
          {tone}
        </Pill>
      ))}
    </div>
    <Buttons>
      <Button busy>{t.go}</Button>
      <LinkButton href="#big" look="main" big wide>
        {t.go}
      </LinkButton>
    </Buttons>
    {(['warm', 'late', 'calm', 'done'] as const).map((tone) => (
      <Callout key={tone} tone={tone}>
        {t.note} <a href="#x">{t.more}</a>
      </Callout>
    ))}
    <More label={t.more}>
      <p>{t.note}</p>
    </More>
    <Tabs
      label={t.nav}
      items={[
        { label: t.go, href: '#1', current: true, count: 3 },
        { label: t.more, href: '#2' },
      ]}
    />
    <Steps label={t.go} now={1} items={[{ title: t.person, href: '#p' }, { title: t.label }, { title: t.go }]} />
    <EmptyState title={t.more} act={<LinkButton href="#n">{t.go}</LinkButton>}>
      {t.note}
    </EmptyState>
    <ErrorState title={t.late}>{t.note}</ErrorState>
    <MayNot title={t.find}>{t.note}</MayNot>
    <Skeleton label={t.wait} />
    <Progress label={t.more} value={320} max={2000} say="320 / 2.000" />
    <VersionDiff
      before="1"
      after="2"
      rows={[
        { id: 'v1', label: t.label, before: t.say, after: `${t.say} ${t.how}` },
        { id: 'v2', label: t.nav, before: '', after: t.note },
      ]}
    />
    <Qr text="http://localhost:3000/mio/abc" label={t.page} />
  </div>
)

export const Mio = ({ t }: Props): ReactElement => (
  <>
    <Sentence eyebrow={t.person}>
      <strong>{t.today}</strong> {t.how}
    </Sentence>
    <Meet place={t.role} text={t.note}>
      <Button look="main" icon="check">
        {t.go}
      </Button>
      <Button>{t.more}</Button>
    </Meet>
    <div className="me-cols">
      <div className="blocks">
        {(['persona', 'servizi', 'comunita'] as const).map((side) => (
          <MyBox key={side} id={`my-${side}`} side={side} title={side}>
            <Mine icon="people" title={t.say} text={t.how} state={<State tone="done">{t.done}</State>} />
            <Mine
              icon="pot"
              title={t.go}
              state={
                <State icon="calendar" tone="now">
                  {t.wait}
                </State>
              }
            />
          </MyBox>
        ))}
      </div>
      <section className="thanks" aria-labelledby="thanks">
        <h2 id="thanks">{t.more}</h2>
        <p className="madeposs__big">{t.say}</p>
        <h3>{t.nav}</h3>
        <Met
          items={[
            { id: 'a', name: 'Teresa', text: t.how },
            { id: 'b', name: 'Ornella', text: t.role },
          ]}
        />
      </section>
    </div>
  </>
)
