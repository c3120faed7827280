import type { ResourceDetail } from '@jiju/catalog/contract/resources'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Panel } from '../../ui/panel.tsx'
import styles from './resource-page.module.css'

type Row = { name: string; text: string }

/** Everything on record about the kind, such as the national fields of a large instrument; only what is filled in. */
export function NationalPanel({ resource }: { resource: ResourceDetail }) {
  const { t } = useTranslation('resource')
  const [isOpen, setOpen] = useState(false)
  const rows = useRows(resource.detail)
  if (rows.length === 0) return null
  const shown = isOpen ? rows : rows.slice(0, 6)
  return (
    <Panel title={t('section.national')}>
      <dl className={styles.record}>
        {shown.map((row) => (
          <div key={row.name} className={row.text.length > 60 ? styles.long : undefined}>
            <dt>{row.name}</dt>
            <dd>{row.text}</dd>
          </div>
        ))}
      </dl>
      {rows.length > 6 && (
        <button type="button" className="link-btn m" style={{ marginTop: 12 }} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? 'national.hide' : 'national.show')}
        </button>
      )}
    </Panel>
  )
}

function useRows(detail: ResourceDetail['detail']): Row[] {
  const { t, i18n } = useTranslation('resource')
  const format = useFormat()
  const named = (key: string) => (i18n.exists(`national.${key}`, { ns: 'resource' }) ? t(`national.${key}` as 'national.functions') : null)
  const word = (group: string, value: string) => {
    const key = `national.${group}.${value}`
    return i18n.exists(key, { ns: 'resource' }) ? t(key as 'national.shareModes.outside') : value
  }
  const textOf = (key: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return ''
    if (typeof value === 'boolean') return value ? t('national.yes') : t('national.no')
    if (key === 'originalValue') return format.money(String(value))
    if (key === 'acquisition') return word('acquisitions', String(value))
    if (key === 'shareMode') return word('shareModes', String(value))
    if (key === 'reportLanguages' && Array.isArray(value)) return value.map((item) => t(`fact.languages.${item as 'zh'}`)).join('、')
    if (key === 'parameters' && Array.isArray(value))
      return (value as { name: string; limits: string | null }[])
        .map((item) => (item.limits ? `${item.name}（${item.limits}）` : item.name))
        .join('；')
    if (Array.isArray(value)) return value.map(String).join('、')
    return typeof value === 'object' ? '' : String(value)
  }
  // The order of the texts is the order of the national form.
  const order = Object.keys(t('national', { returnObjects: true }) as object)
  const entries = order.filter((key) => key in detail).map((key) => [key, detail[key]] as const)
  const rows = entries.flatMap(([key, value]): Row[] => {
    if (key === 'customs' && value !== null && typeof value === 'object')
      return Object.entries(value).flatMap(([inner, part]) => {
        const [name, text] = [named(`customs.${inner}`), textOf(inner, part)]
        return name && text ? [{ name, text }] : []
      })
    const [name, text] = [named(key), textOf(key, value)]
    return name && text ? [{ name, text }] : []
  })
  return rows
}
