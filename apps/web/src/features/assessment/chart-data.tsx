import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ScrollRegion } from '../../ui/scroll-region.tsx'

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
  const { t } = useTranslation('assessment')
  return (
    <figure className="chart">
      {picture}
      <details>
        <summary>{t('chart.data')}</summary>
        <ScrollRegion className="tbl-wrap chart-table" label={label}>
          <table className="tbl">
            <caption className="sr-only">{label}</caption>
            <thead>
              <tr>
                {headers.map((header, index) => (
                  <th key={header} scope="col" className={index > 0 ? 'num' : undefined}>
                    {header}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([head, ...cells]) => (
                <tr key={head}>
                  <th scope="row">{head}</th>
                  {cells.map((cell, index) => (
                    <td key={headers[index + 1]} className="num">
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
