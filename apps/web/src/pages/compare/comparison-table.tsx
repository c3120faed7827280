import { Link } from '@tanstack/react-router'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { label, providerName } from '../../features/catalog/names.ts'
import { useFormat } from '../../lib/use-format.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import styles from './compare.module.css'
import type { Compared } from './compared.ts'

type Row = { label: string; values: string[] }

/** Rows of facts, one column for each item; what differs is marked. */
export function ComparisonTable({
  items,
  onRemove,
  isOnlyDifferent,
  nameOf,
}: {
  items: readonly Compared[]
  onRemove: (id: string) => void
  isOnlyDifferent: boolean
  nameOf: (item: Compared) => string
}) {
  const { t } = useTranslation('compare')
  const rows = useRows(items)
  const shown = isOnlyDifferent ? rows.filter(differs) : rows
  return (
    <div className={`panel ${styles.wrap}`}>
      <table className={styles.table} style={{ '--items': items.length } as CSSProperties}>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">{t('item')}</span>
            </th>
            {items.map((item) => (
              <th key={item.resource.id} scope="col">
                <div className="row sb g8 top">
                  <Link to="/resources/$id" params={{ id: item.resource.id }} className="h3">
                    {nameOf(item)}
                  </Link>
                  <button
                    type="button"
                    className="icon-btn"
                    aria-label={t('removeNamed', { name: nameOf(item) })}
                    onClick={() => onRemove(item.resource.id)}
                  >
                    <Icon name="close" size={14} />
                  </button>
                </div>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              {items.map((item, index) => (
                <td key={item.resource.id} className={differs(row) ? styles.different : undefined}>
                  {row.values[index]}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <td />
            {items.map((item) => (
              <td key={item.resource.id}>
                <ButtonLink to="/resources/$id" params={{ id: item.resource.id }}>
                  {item.rules ? t('book') : t('view')}
                </ButtonLink>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  )
}

function differs(row: Row): boolean {
  return new Set(row.values).size > 1
}

function useRows(items: readonly Compared[]): Row[] {
  const { t } = useTranslation(['compare', 'common'])
  const format = useFormat()
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
  const rows: [string, (item: Compared) => string | undefined][] = [
    [
      t('row.earliest'),
      ({ rules, firstFree }) => {
        if (!rules) return t('value.byOrder')
        const slot = firstFree?.items[0]
        return slot ? format.instant(slot.start, rules.zone) : firstFree ? t('value.noneSoon') : undefined
      },
    ],
    [t('row.kind'), ({ resource }) => t(`common:kind.${resource.kind}`)],
    [t('row.provider'), ({ resource }) => providerName(resource.provider)],
    [t('row.manufacturer'), ({ resource }) => text(resource.detail.manufacturer)],
    [t('row.model'), ({ resource }) => text(resource.model)],
    [t('row.class'), ({ resource }) => (resource.className ? label(resource.className) : undefined)],
    ...(['enterprise', 'academic', 'outside_district'] as const).map((customerClass): [string, (item: Compared) => string | undefined] => [
      t('row.price', { class: t(`common:customerClass.${customerClass}`) }),
      ({ resource }) => {
        const price = resource.prices.find((entry) => entry.customerClass === customerClass)
        return price ? `${format.price(price.price)} / ${t(`common:priceUnit.${price.unit}`)}` : undefined
      },
    ]),
    [
      t('row.turnaround'),
      ({ resource }) => {
        const { turnaroundDaysMin: min, turnaroundDaysMax: max } = resource.detail as {
          turnaroundDaysMin?: number
          turnaroundDaysMax?: number
        }
        if (min === undefined || min === null) return undefined
        return max && max !== min ? `${min}—${max}` : String(min)
      },
    ],
    [
      t('row.accreditations'),
      ({ resource }) =>
        resource.accreditations
          .map((item) => t('value.until', { scheme: t(`common:scheme.${item.scheme}`), day: item.validTo }))
          .join('\n') || undefined,
    ],
    [t('row.standards'), ({ resource }) => resource.standards.map((standard) => standard.number).join('\n') || undefined],
    [t('row.operations'), ({ rules }) => rules?.operations.map((operation) => t(`operation.${operation}`)).join('、')],
    [
      t('row.length'),
      ({ rules }) => rules && t('value.length', { min: format.hours(rules.minMinutes), max: format.hours(rules.maxMinutes) }),
    ],
    [t('row.notice'), ({ rules }) => rules && format.hours(rules.minNoticeMinutes)],
    [t('row.cancel'), ({ rules }) => rules && t('value.cancel', { hours: rules.freeCancelHours, percent: rules.lateCancelPercent })],
    [
      t('row.utilisation'),
      ({ facts }) => (facts && facts.utilisationPercent !== null ? format.percent(facts.utilisationPercent / 100) : undefined),
    ],
    [t('row.status'), ({ resource }) => (resource.kind === 'instrument' ? t(`status.${resource.operatingStatus}`) : undefined)],
    [t('row.startedOn'), ({ resource }) => text(resource.detail.startedOn)],
    [t('row.calibratedUntil'), ({ resource }) => text(resource.detail.calibratedUntil)],
    [t('row.samples'), ({ resource }) => text(resource.detail.sampleRequirements) ?? text(resource.detail.requirements)],
    [t('row.site'), ({ resource }) => (resource.site ? `${resource.site.name}\n${resource.site.address}` : undefined)],
  ]
  return rows
    .map(([name, read]) => ({ label: name, found: items.map(read) }))
    .filter((row) => row.found.some((value) => value !== undefined))
    .map((row) => ({ label: row.label, values: row.found.map((value) => value ?? '—') }))
}
