import { currentLanguage } from '../../lib/i18n.ts'

type Named = { nameZh: string | null; nameEn: string | null }

/** The name in the reader's language, or the one that exists. */
export function nameOf(thing: Named): string {
  const [first, second] = currentLanguage() === 'en' ? [thing.nameEn, thing.nameZh] : [thing.nameZh, thing.nameEn]
  return first ?? second ?? '—'
}

export function providerName(provider: { name: string; nameEn: string | null }): string {
  return currentLanguage() === 'en' ? provider.nameEn || provider.name : provider.name
}

export function label(words: { zh: string; en: string }): string {
  return currentLanguage() === 'en' ? words.en || words.zh : words.zh
}

/** `Agilent 1260 Infinity II`: the maker is not named twice. */
export function makerAndModel(item: { manufacturer: string | null; model: string | null }): string {
  const { manufacturer, model } = item
  if (!model) return manufacturer ?? ''
  return manufacturer && !model.toLowerCase().startsWith(manufacturer.toLowerCase()) ? `${manufacturer} ${model}` : model
}
