import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsPhone } from '../lib/use-media.ts'
import { Button } from './button.tsx'
import './workspace.css'

export type Column<Row> = {
  readonly key: string
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  /** `num` aligns right, `action` is the last column and becomes the card's buttons. */
  readonly look?: 'num' | 'action' | undefined
  /** Left out of the card on phones. */
  readonly isWideOnly?: boolean
  readonly width?: number | string
}

/**
 * Rows with the object first and the next action last; cards on phones. `j` and `k` move between the rows' first links.
 */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
}: {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
}) {
  const isPhone = useIsPhone()
  const body = useRef<HTMLDivElement>(null)
  if (isPhone) return <Cards {...{ caption, columns, rows, rowKey }} />

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || (event.key !== 'j' && event.key !== 'k')) return
    if (event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return
    const all = [...(body.current?.querySelectorAll<HTMLTableRowElement>('tbody tr') ?? [])]
    const at = all.findIndex((row) => row.contains(document.activeElement))
    const next = all[event.key === 'j' ? at + 1 : at - 1]
    next?.querySelector<HTMLElement>('a, button')?.focus()
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: j and k only add to what Tab does.
    <div className="tbl-wrap data-table" ref={body} onKeyDown={onKeyDown}>
      <table className="tbl">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.look} style={column.width ? { width: column.width } : undefined}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <td key={column.key} className={column.look}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cards<Row>({ caption, columns, rows, rowKey }: Parameters<typeof DataTable<Row>>[0]) {
  const [main, ...others] = columns
  const action = others.find((column) => column.look === 'action')
  const facts = others.filter((column) => column !== action && !column.isWideOnly)
  return (
    <ul className="cards" aria-label={caption}>
      {rows.map((row) => (
        <li key={rowKey(row)} className="card-row">
          <div className="b">{main?.cell(row)}</div>
          <dl>
            {facts.map((column) => (
              <div key={column.key} style={{ display: 'contents' }}>
                <dt>{column.title}</dt>
                <dd>{column.cell(row)}</dd>
              </div>
            ))}
          </dl>
          {action && <div className="card-actions">{action.cell(row)}</div>}
        </li>
      ))}
    </ul>
  )
}

/** The end of a keyset page. */
export function LoadMore({ hasMore, isLoading, onMore }: { hasMore: boolean; isLoading: boolean; onMore: () => void }) {
  const { t } = useTranslation('common')
  if (!hasMore) return null
  return (
    <div className="more-row">
      <Button isBusy={isLoading} onClick={onMore}>
        {t('loadMore')}
      </Button>
    </div>
  )
}
