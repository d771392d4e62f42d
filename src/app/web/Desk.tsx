import type { ReactElement, ReactNode } from 'react'
import type { Me } from '../../access/core/session.schema.ts'
import { SignedInMenu } from '../../access/web/SignedInMenu.door.tsx'
import { kindsFor } from '../../desk/core/search.ts'
import { DeskShell, type NavItem } from '../../platform/web/kit/Shells.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { at } from '../../platform/web/navigation.ts'
import { standsInMenu } from '../../platform/web/pages.ts'
import { appWords } from './app.words.ts'
import { deskPages } from './pages.ts'

type Account = NonNullable<Me['account']>

const isHere = (page: string, path: string): boolean =>
  page === '/' ? path === '/' : path === page || path.startsWith(`${page}/`)

/** The shell with the places this account may go to: five at hand, the others below. */
export const Desk = ({
  account,
  path,
  children,
}: {
  account: Account
  path: string
  children: ReactNode
}): ReactElement => {
  const say = useWords(appWords)
  const language = useLanguage()
  const open = deskPages.filter((page) => standsInMenu(page, account.permissions))
  // of places that stand one inside the other, only the innermost is where we are
  const here = open
    .map((page) => page.path)
    .filter((page) => isHere(page, path))
    .sort((one, other) => other.length - one.length)[0]
  const places: NavItem[] = open
    .sort((one, other) => (one.nav?.order ?? 0) - (other.nav?.order ?? 0))
    .map(({ path: href, nav }) => ({
      href: at(href),
      label: nav?.label[language] ?? '',
      icon: nav?.icon ?? 'sun',
      current: href === here,
    }))
  const [grant] = account.grants
  const role = account.jobTitle || (grant?.roleName ?? '')
  return (
    <DeskShell
      name={say('app.name')}
      home={at('/')}
      search={kindsFor(account.permissions).length > 0 ? at('/cerca') : undefined}
      words={{
        skip: say('app.skip'),
        nav: say('app.nav'),
        search: say('app.search'),
        find: say('app.find'),
        menu: say('app.menu'),
      }}
      nav={places.slice(0, 5)}
      more={places.slice(5)}
      me={{ name: account.name, role }}
      menu={<SignedInMenu />}
    >
      {children}
    </DeskShell>
  )
}
