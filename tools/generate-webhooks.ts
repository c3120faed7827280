import { readFileSync } from 'node:fs'
import { PING, PING_EVENT } from '../packages/platform/src/webhooks/ping.ts'
import { type PublicEvent, schemaOf } from '../packages/platform/src/webhooks/public-events.ts'

type Told = Pick<PublicEvent, 'title' | 'data'>
type Property = {
  readonly type?: string
  readonly format?: string
  readonly description?: string
  readonly items?: Property
  readonly anyOf?: readonly Property[]
}

/** docs/webhooks.md: what is written by hand, and the catalogue of events from the schemas of the modules. */
export function webhookPage(events: Readonly<Record<string, Told>>): string {
  const written = readFileSync(new URL('webhook-page.md', import.meta.url), 'utf8').trimEnd()
  const sections = Object.entries({ ...events, [PING]: PING_EVENT })
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([topic, event]) => `### \`${topic}\`\n\n${event.title.en}. ${event.title.zh}。\n\n${fieldTable(event)}`)
  return `${written}\n\n## Events\n\nGenerated from the schemas of the modules by \`npm run generate\`.\n\n${sections.join('\n\n')}\n`
}

function fieldTable(event: Told): string {
  const { properties = {} } = schemaOf(event) as { properties?: Record<string, Property> }
  const rows = Object.entries(properties).map(([name, property]) => `| \`${name}\` | ${typeOf(property)} | ${property.description ?? ''} |`)
  return ['| field of `data` | type | |', '|---|---|---|', ...rows].join('\n')
}

function typeOf({ type, format, items, anyOf }: Property): string {
  if (anyOf) return anyOf.map(typeOf).join(' or ')
  if (type === 'array' && items) return `list of ${typeOf(items)}`
  return format ?? type ?? 'any'
}
