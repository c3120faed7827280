import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

let bytes: Uint8Array | undefined

/** Noto Sans SC, regular: read once; documents embed the glyphs that they use. */
export function fontBytes(): Uint8Array {
  bytes ??= readFileSync(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'))
  return bytes
}
