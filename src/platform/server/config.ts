import { z } from 'zod'

const Flag = z.stringbool()

/** The settings of an installation, all from the environment. Everything has a default but the databases of production. */
export const Config = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  BASE_URL: z.url().optional(),
  /** Where the source of the running version is offered to those who use it (AGPL-3.0, section 13). */
  SOURCE_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: z.string().optional(),
  DATABASE_URL: z.string().optional(),
  MIGRATE_DATABASE_URL: z.string().optional(),
  FIELD_KEY: z.string().optional(),
  DEMO_PASSWORD: z.string().min(8).optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default('Fare Legami <noreply@localhost>'),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(60).optional(),
  OIDC_TRUSTS_SECOND_FACTOR: Flag.default(false),
  CLAMD_URL: z.string().optional(),
  TRUST_PROXY: Flag.default(false),
  RATE_LIMIT_PER_MINUTE: z.coerce.number().int().min(1).default(1200),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
})
export type Config = z.infer<typeof Config>

/** Reads the environment; an empty value counts as absent. Throws with the names of the settings that are wrong. */
export const readConfig = (environment: Readonly<Record<string, string | undefined>>): Config => {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = Config.safeParse(given)
  if (parsed.success) return parsed.data
  throw new Error(`Impostazioni da correggere / settings to mend:\n${z.prettifyError(parsed.error)}`)
}
