import { readZipText } from './zip-guard.ts'

type SheetTitle = { readonly name: string; readonly isHidden: boolean }

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * Names of the sheets of an xlsx file by the number of their part (`sheet3.xml` → 3). The streaming reader knows them only when the part
 * that names them stands first, which other programs than Excel do not keep to.
 */
export async function sheetTitles(file: string): Promise<ReadonlyMap<number, SheetTitle>> {
  const workbook = (await readZipText(file, 'xl/workbook.xml')) ?? ''
  const relations = (await readZipText(file, 'xl/_rels/workbook.xml.rels')) ?? ''
  const parts = new Map<string, number>()
  for (const tag of tagsOf(relations, 'Relationship')) {
    const part = /worksheets\/sheet(\d+)\.xml$/.exec(attribute(tag, 'Target') ?? '')?.[1]
    if (part) parts.set(attribute(tag, 'Id') ?? '', Number(part))
  }
  const titles = new Map<number, SheetTitle>()
  for (const tag of tagsOf(workbook, 'sheet')) {
    const part = parts.get(attribute(tag, 'r:id') ?? '')
    const state = attribute(tag, 'state')
    if (part !== undefined) titles.set(part, { name: attribute(tag, 'name') ?? '', isHidden: state === 'hidden' || state === 'veryHidden' })
  }
  return titles
}

const tagsOf = (xml: string, name: string) => xml.match(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, 'g')) ?? []

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}\\s*=\\s*"([^"]*)"`)
    .exec(tag)?.[1]
    ?.replace(/&#(x?)([\da-f]+);/gi, (_, hex, digits) => String.fromCodePoint(Number.parseInt(digits, hex ? 16 : 10)))
    .replace(/&(\w+);/g, (whole, entity) => ENTITIES[entity] ?? whole)
}
