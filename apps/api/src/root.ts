import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder: the nearest one above this file that holds the migrations, whether it runs from source or from the bundle. */
export function findRoot(from = fileURLToPath(import.meta.url)): string {
  for (let folder = path.dirname(from); ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'db/migrations'))) return folder
    if (folder === path.dirname(folder))
      throw new Error(`No folder above ${from} holds db/migrations. Run the platform from a full checkout.`)
  }
}
