import type pg from 'pg'
import { pino } from 'pino'
import { v7 } from 'uuid'
import type { Config } from '../platform/server/config.ts'
import { makeFiles } from '../platform/server/files/files.ts'
import { makeMailer } from '../platform/server/mail/mail.ts'
import { loadKeys } from '../platform/server/secret/keys.ts'
import { makeSecrets } from '../platform/server/secret/secrets.ts'
import type { Services } from '../platform/server/tx.ts'

/** The outside world of one process, from its settings. */
export const makeServices = async (config: Config, pool: pg.Pool, dataDir: string): Promise<Services> => {
  const secrets = makeSecrets(await loadKeys({ dataDir, ...(config.FIELD_KEY ? { fieldKey: config.FIELD_KEY } : {}) }))
  return {
    config,
    pool,
    secrets,
    files: makeFiles({ dataDir, secrets, clamdUrl: config.CLAMD_URL }),
    mailer: makeMailer({ smtpUrl: config.SMTP_URL, from: config.MAIL_FROM }),
    log: pino({ level: config.LOG_LEVEL }),
    clock: () => new Date().toISOString(),
    newId: () => v7(),
    baseUrl: (config.BASE_URL ?? `http://localhost:${config.PORT}`).replace(/\/+$/, ''),
  }
}
