import { createHash } from 'node:crypto'
import path from 'node:path'

/**
 * The folder that keeps this checkout's database and files: `JIJU_DATA_DIR` when set; `./var` for an ordinary user; for root
 * `/var/lib/jiju/<hash of the checkout's path>`, because PostgreSQL then runs as another user, whom the checkout may keep out.
 */
export function dataHome(options: { readonly checkout: string; readonly env: NodeJS.ProcessEnv; readonly isRoot?: boolean }): string {
  const { checkout, env, isRoot = process.getuid?.() === 0 } = options
  if (env.JIJU_DATA_DIR) return path.resolve(checkout, env.JIJU_DATA_DIR)
  if (!isRoot) return path.resolve(checkout, 'var')
  const hash = createHash('sha256').update(path.resolve(checkout)).digest('hex').slice(0, 12)
  return path.join('/var/lib/jiju', hash)
}
