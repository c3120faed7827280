import type { ParseKeys } from 'i18next'
import { useTranslation } from 'react-i18next'

/** The label of a field by its path (`detail.manufacturer`) or pointer (`/detail/manufacturer`, `/specifications/0/value`). */
export function useFieldName(): (path: string) => string {
  const { t, i18n } = useTranslation('editor')
  return (path) => {
    const names = path.replace(/^\//, '').split(/[./]/)
    return names
      .filter((name) => name !== 'detail' || names.length === 1)
      .map((name) => {
        if (/^\d+$/.test(name)) return String(Number(name) + 1)
        const key = `field.${name}`
        return i18n.exists(key, { ns: 'editor' }) ? t(key as ParseKeys<'editor'>) : name
      })
      .join(' ')
  }
}

/** A value of the content as text for a comparison. */
export function valueText(value: unknown, empty: string): string {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return empty
  if (typeof value === 'boolean') return value ? '✓' : '✗'
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) return value.join('、')
  return typeof value === 'object' ? JSON.stringify(value, null, 1) : String(value)
}
