import type { Selectable } from 'kysely'
import type { DB } from '../../../database/schema.ts'

/** A row of a table as the driver reads it. */
export type Row<K extends keyof DB> = Selectable<DB[K]>
