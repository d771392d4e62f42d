import { Outlet, useRouterState } from '@tanstack/react-router'
import { type ReactElement, type ReactNode, useEffect } from 'react'
import type { Me } from '../../access/core/session.schema.ts'
import { signInApi } from '../../access/core/signIn.api.ts'
import { LockScreen } from '../../access/web/LockScreen.door.tsx'
import { followLinks } from '../../platform/web/kit/follow-links.ts'
import { StatusRegion } from '../../platform/web/kit/Status.tsx'
import { Skeleton } from '../../platform/web/kit/Waiting.tsx'
import { useWords } from '../../platform/web/language.tsx'
import { deskBase, useGo } from '../../platform/web/navigation.ts'
import { useRead } from '../../platform/web/query.ts'
import { appWords } from './app.words.ts'
import { Desk } from './Desk.tsx'
import { useFreshMe, useLockMinutes } from './me.hooks.ts'

/** Pages that open before anybody is signed in. */
const outside = /^\/(accedi|invito|password)(\/|$)/

type Place = { readonly pathname: string; readonly search: string }

const Inside = ({ me, place, children }: { me: Me | undefined; place: Place; children: ReactNode }): ReactElement => {
  const say = useWords(appWords)
  const go = useGo()
  const lockMinutes = useLockMinutes(me)
  const lost = me !== undefined && me.step !== 'open' && me.step !== 'locked'
  useEffect(() => {
    if (lost) go(`/accedi?next=${encodeURIComponent(place.pathname + place.search)}`, { replace: true })
  }, [lost, place.pathname, place.search, go])
  if (!me || lost || !me.account) return <Skeleton label={say('app.name')} />
  return (
    <>
      <Desk account={me.account} path={place.pathname}>
        {/* what was being typed outlives the lock, out of sight and out of reach */}
        <div hidden={me.step !== 'open'} inert={me.step !== 'open'}>
          {children}
        </div>
      </Desk>
      <LockScreen locked={me.step === 'locked'} name={me.account.name} minutes={lockMinutes} />
    </>
  )
}

/** What stands around every page: the shell of the workspace, or nothing before sign-in. Plain links move without reload. */
export const Frame = (): ReactElement => {
  // where the page on show belongs, which is not yet where we are going while the next one loads
  const pathname = useRouterState({
    select: ({ resolvedLocation, location }) => (resolvedLocation ?? location).pathname,
  })
  const search = useRouterState({
    select: ({ resolvedLocation, location }) => (resolvedLocation ?? location).searchStr,
  })
  const go = useGo()
  const me = useRead(signInApi.me)
  useFreshMe()
  const page = <Outlet />
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens to the links inside, which the keyboard reaches by themselves
    // biome-ignore lint/a11y/useKeyWithClickEvents: a link answers the keyboard with a click of its own
    <div onClick={followLinks(deskBase, go)}>
      <StatusRegion>
        {outside.test(pathname) ? (
          page
        ) : (
          <Inside me={me.data} place={{ pathname, search }}>
            {page}
          </Inside>
        )}
      </StatusRegion>
    </div>
  )
}
