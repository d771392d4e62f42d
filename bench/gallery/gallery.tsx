import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { build } from 'vite'
import { LanguageSwitch } from '../../src/platform/web/kit/Lists.tsx'
import { Band, Column, DeskShell, PersonShell, PublicShell } from '../../src/platform/web/kit/Shells.tsx'
import { LanguageOf } from '../../src/platform/web/language.tsx'
import { Ask } from './Forms.tsx'
import { type Texts, texts } from './gallery.texts.ts'
import { Data, Mio, Pact, Small, Today } from './Parts.tsx'

type Lang = 'it' | 'en'
export const pages = ['desk', 'public', 'person'] as const
export type GalleryPage = (typeof pages)[number]

const require = createRequire(import.meta.url)
const style = new URL('../../src/platform/web/style/', import.meta.url)

/** An entry stylesheet with its imports and fonts inside. */
export const styleOf = (entry: 'all' | 'site'): string =>
  readFileSync(new URL(`${entry}.css`, style), 'utf8')
    .replace(/@import "\.\/([\w-]+\.css)";/g, (_, file: string) => readFileSync(new URL(file, style), 'utf8'))
    .replace(/url\("(@fontsource[^"]+)"\)/g, (_, file: string) => {
      const font = readFileSync(require.resolve(file)).toString('base64')
      return `url("data:font/woff2;base64,${font}")`
    })

const Languages = (): ReactElement => (
  <LanguageSwitch
    label="Lingua / Language"
    items={[
      { code: 'it', name: 'Italiano', href: '?lang=it', current: true },
      { code: 'en', name: 'English', href: '?lang=en' },
    ]}
  />
)

const Desk = ({ t }: { t: Texts }): ReactElement => (
  <DeskShell
    name="Fare Legami"
    home="#"
    search="#search"
    words={{ skip: t.skip, nav: t.nav, search: t.find, find: t.go, menu: t.page }}
    nav={[
      { label: 'Oggi', href: '#today', icon: 'sun', current: true, count: 3 },
      { label: 'Segnalazioni', href: '#ref', icon: 'bell' },
      { label: 'Persone', href: '#people', icon: 'people' },
      { label: 'Patti', href: '#pacts', icon: 'pact' },
      { label: 'Agenda', href: '#cal', icon: 'calendar' },
    ]}
    more={[{ label: 'Risultati', href: '#results', icon: 'chart' }]}
    me={{ name: 'Sara Benelli', role: t.role }}
    menu={<a href="#out">Esci</a>}
  >
    <Today t={t} />
    <Pact t={t} />
    <Data t={t} />
    <Small t={t} />
  </DeskShell>
)

const Public = ({ t }: { t: Texts }): ReactElement => (
  <PublicShell
    name="Fare Legami"
    motto={t.how}
    home="#"
    owner={t.note}
    words={{ skip: t.skip, nav: t.nav }}
    nav={[
      { label: t.go, href: '#1' },
      { label: t.page, href: '#2', current: true },
    ]}
    enter={{ label: 'Entra', href: '#in' }}
    languages={<Languages />}
    foot={{
      columns: [{ title: t.nav, text: t.note, link: { label: t.more, href: '#f' } }],
      legal: [{ label: t.find, href: '#l' }],
    }}
  >
    <Column>
      <Ask t={t} />
    </Column>
    <Band warm>
      <h2 className="h-big">{t.more}</h2>
    </Band>
  </PublicShell>
)

const Person = ({ t }: { t: Texts }): ReactElement => (
  <PersonShell name="Fare Legami" home="#" skip={t.skip} tools={<Languages />} foot={<a href="#p">{t.more}</a>}>
    <Mio t={t} />
  </PersonShell>
)

const bodies = { desk: Desk, public: Public, person: Person }

const documentOf = (language: Lang, title: string, body: string, entry: 'all' | 'site', className: string): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
  `<title>${title}</title><style>${styleOf(entry)}</style></head><body class="${className}">${body}</body></html>`

/** One page of the gallery as the server would send it: no script. */
export const galleryPage = (page: GalleryPage, language: Lang): string => {
  const Body = bodies[page]
  const html = renderToStaticMarkup(
    <LanguageOf language={language}>
      <Body t={texts[language]} />
    </LanguageOf>,
  )
  return documentOf(
    language,
    texts[language].page,
    html,
    page === 'desk' ? 'all' : 'site',
    page === 'public' ? 'public' : '',
  )
}

/** The pieces that need a browser, bundled with their script. */
export const livePage = async (): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, rollupOptions: { input: new URL('Live.tsx', import.meta.url).pathname } },
  })
  const output = Array.isArray(built) ? built[0] : built
  const chunk = output && 'output' in output ? output.output[0] : undefined
  const script = chunk?.type === 'chunk' ? chunk.code.replaceAll('</script', '<\\/script') : ''
  const body = `<div id="root"></div><script type="module">${script}</script>`
  return documentOf('it', 'Prove', body, 'all', '')
}
