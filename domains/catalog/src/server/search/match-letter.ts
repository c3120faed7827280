import type { TakenMatch, WaitingRow } from '../sql/saved-searches.ts'
import type { Letter } from './needs.ts'

const MAX_NAMED = 20

/** The letter about what is new for a saved search, in the language of its owner. */
export function writeMatchLetter(search: WaitingRow, matches: readonly TakenMatch[], publicAddress: string): Letter {
  const language = search.language === 'en' ? 'en' : 'zh'
  const named = matches.slice(0, MAX_NAMED)
  const lines = named.map(({ resource_id, name, provider }) => `${name} · ${provider}\n${publicAddress}/resources/${resource_id}`)
  const more = matches.length - named.length
  const address = `${publicAddress}/search?q=${encodeURIComponent(search.query)}`
  const name = oneLine(search.name)
  if (language === 'en') {
    const rest = more > 0 ? [`… and ${more} more`] : []
    return {
      to: search.email,
      language,
      subject: `${matches.length} new for your saved search “${name}”`,
      text: [
        `New in the catalogue for “${name}”:`,
        ...lines,
        ...rest,
        `Search again: ${address}`,
        'You can change or end these letters in your saved searches.',
      ].join('\n\n'),
    }
  }
  const rest = more > 0 ? [`……另有 ${more} 项`] : []
  return {
    to: search.email,
    language,
    subject: `您保存的检索“${name}”有 ${matches.length} 项新结果`,
    text: [`符合“${name}”的新资源：`, ...lines, ...rest, `重新检索：${address}`, '可在“保存的检索”中更改或停止此类通知。'].join('\n\n'),
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}
