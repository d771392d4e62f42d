import { z } from 'zod'

/** The first and the last file of the archive carry one of these each; what lies between can be read with `tar`. */
export const headerFile = 'header.json'
export const manifestFile = 'manifest.json'

const Named = { schema: z.string(), name: z.string() }

/** A table whose rows are copied, the partitioned ones through their parent; `columns` leaves out the computed ones. */
export const BackupTable = z.object({ ...Named, columns: z.array(z.string()) })
export type BackupTable = z.infer<typeof BackupTable>

export const Partition = z.object({
  ...Named,
  parentSchema: z.string(),
  parentName: z.string(),
  bound: z.string(),
  rowSecurity: z.boolean(),
})
export type Partition = z.infer<typeof Partition>

/** `next` is the number that the sequence gives next. */
export const SequenceState = z.object({ ...Named, next: z.string() })
export type SequenceState = z.infer<typeof SequenceState>

/** What the archive tells before its rows. `keyId` names the key that seals the fields; the key itself is never in a backup. */
export const BackupHeader = z.object({
  format: z.literal('fare-legami-backup-1'),
  product: z.string(),
  takenAt: z.string(),
  server: z.string(),
  keyId: z.string(),
  migrations: z.array(z.string()),
  /** In an order in which each table finds the rows it points to already there. */
  tables: z.array(BackupTable),
  partitions: z.array(Partition),
  sequences: z.array(SequenceState),
  /** The queue of jobs is not copied: what was due is found again from the data. */
  leftOut: z.array(z.string()),
})
export type BackupHeader = z.infer<typeof BackupHeader>

const Checked = z.object({ sha256: z.string(), bytes: z.number() })

/** Counts and checksums: of each table's rows in COPY text, and of each stored file. */
export const BackupManifest = z.object({
  headerSha256: z.string(),
  tables: z.array(Checked.extend({ ...Named, rows: z.number() })),
  files: z.array(Checked.extend({ path: z.string() })),
})
export type BackupManifest = z.infer<typeof BackupManifest>

export type BackupReport = { readonly header: BackupHeader; readonly manifest: BackupManifest }
