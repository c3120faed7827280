import { z } from 'zod'

const Part = z.object({ file: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: z.int() })

/** What a backup folder holds, with the hash of every file in it. */
export const Manifest = z.object({
  format: z.literal('jiju-backup-1'),
  createdAt: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string(), sha256: z.string() })),
  tables: z.array(
    z.object({ ...Part.shape, name: z.string().regex(/^[\w".]+$/), columns: z.array(z.string().regex(/^\w+$/)), rows: z.int() }),
  ),
  files: z.array(Part),
  /** Files that the database names and the store did not have. */
  missingFiles: z.array(z.string()),
  hasAuthSecret: z.boolean(),
})
export type Manifest = z.infer<typeof Manifest>

export const MANIFEST_FILE = 'manifest.json'
export const SECRET_FILE = 'auth-secret'
