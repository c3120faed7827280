import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import css from './chart-data.module.css'
import { ScrollRegion } from './scroll-region.tsx'

/** A picture with the table of its numbers folded under it. */
export function ChartData({
  label,
  picture,
  headers,
  rows,
}: {
  label: string
  picture: ReactNode
  headers: readonly string[]
  rows: readonly (readonly string[])[]
}) {
  const { t } = useTranslation('common')
  return (
    <figure className={css.chart}>
      {picture}
      <details>
        <summary>{t('chartData')}</summary>
        <ScrollRegion className={`tbl-wrap ${css.table}`} label={label}>
          <table className="tbl">
            <caption className="sr-only">{label}</caption>
            <thead>
              <tr>
                {headers.map((header, index) => (
                  <th key={header} scope="col" className={index > 0 ? 'r' : undefined}>
                    {header}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([head, ...cells], place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two lines may have one name, and rows never move.
                <tr key={`${head} ${place}`}>
                  <th scope="row">{head}</th>
                  {cells.map((cell, index) => (
                    <td key={headers[index + 1]} className="r">
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </details>
    </figure>
  )
}
