import { type ReactElement, useEffect } from 'react'
import { Faults } from '../../platform/web/Faults.tsx'
import { Button } from '../../platform/web/kit/Button.tsx'
import { Callout } from '../../platform/web/kit/Card.tsx'
import { Progress } from '../../platform/web/kit/Waiting.tsx'
import { useLanguage, useWords } from '../../platform/web/language.tsx'
import { useAct, useRead, useRefresh } from '../../platform/web/query.ts'
import { importWords } from '../core/import.words.ts'
import { type ImportProgress, importsApi, type OpenImport } from '../core/imports.api.ts'
import { outreachWebWords } from '../core/outreach.web.words.ts'

const askEveryMs = 1500

/** Asks how far the work is as long as it goes on, and then for the list itself. */
const useProgress = (one: OpenImport): ImportProgress => {
  const found = useRead(importsApi.progress, { params: { importId: one.run.id } })
  const refresh = useRefresh()
  const now = found.data ?? one.progress
  const isWorking = now.phase !== 'rest'
  const { refetch } = found
  useEffect(() => {
    if (!isWorking) {
      if (one.progress.phase !== 'rest') void refresh('imports')
      return undefined
    }
    const timer = setInterval(() => void refetch(), askEveryMs)
    return () => clearInterval(timer)
  }, [isWorking, one.progress.phase, refetch, refresh])
  return now
}

const Stopped = ({ one, progress }: { one: OpenImport; progress: ImportProgress }): ReactElement => {
  const [say, words, resume] = [useWords(outreachWebWords), useWords(importWords), useAct(importsApi.resume)]
  return (
    <Callout tone="late">
      <Faults faults={[]} error={resume.error} />
      <p>{progress.fault === 'outreach.importStopped' ? words(progress.fault) : say('web.importSilent')}</p>
      <p>
        <Button
          icon="repeat"
          busy={resume.isPending}
          onClick={() => resume.mutate({ params: { importId: one.run.id } })}
        >
          {say('web.importResume')}
        </Button>
      </p>
    </Callout>
  )
}

/** How far the dry run or the import is; the page may be closed meanwhile. */
export const ImportWork = ({ one }: { one: OpenImport }): ReactElement | null => {
  const [say, words, language] = [useWords(outreachWebWords), useWords(importWords), useLanguage()]
  const progress = useProgress(one)
  const { phase, done, total, stopped } = progress
  if (phase === 'rest')
    return progress.fault === 'outreach.importChanged' && one.run.state === 'read' ? (
      <Callout tone="late">
        <p>{words(progress.fault)}</p>
      </Callout>
    ) : null
  if (stopped) return <Stopped one={one} progress={progress} />
  const count = (number: number): string => new Intl.NumberFormat(language).format(number)
  return (
    <Callout icon="clock">
      <Progress
        label={say(phase === 'plan' ? 'web.importReading' : 'web.importCarrying')}
        value={done}
        max={Math.max(total, 1)}
        say={
          total === 0 ? say('web.importWaiting') : say('web.importSoFar', { shown: count(done), total: count(total) })
        }
      />
      <p className="small soft">{say('web.importMayClose')}</p>
    </Callout>
  )
}
