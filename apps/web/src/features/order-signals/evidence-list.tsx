import type { Signal } from '@jiju/orders/contract/signals'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'

type Row = Signal['evidence'][number]
const SHOWN = 4

/** The rows that a rule saw; orders lead to their page. */
export function EvidenceList({ evidence }: { evidence: Signal['evidence'] }) {
  const { t } = useTranslation('order-signals')
  const keyed = evidence.map((row, index) => ({ row, key: `${index} ${row.id}` }))
  const rest = keyed.slice(SHOWN)
  return (
    <>
      <ul className="plain">
        {keyed.slice(0, SHOWN).map(({ row, key }) => (
          <EvidenceRow key={key} row={row} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details>
          <summary className="s">{t('rows', { count: rest.length })}</summary>
          <ul className="plain">
            {rest.map(({ row, key }) => (
              <EvidenceRow key={key} row={row} />
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function EvidenceRow({ row }: { row: Row }) {
  const { t } = useTranslation('order-signals')
  const format = useFormat()
  const label = row.kind === 'relation' ? t(`relation.${row.label as 'parent'}`, { defaultValue: row.label }) : row.label
  const words = t(`evidence.${row.kind}`, { label })
  const facts = [row.amount !== null && format.price(row.amount), row.on !== null && format.day(row.on)].filter(Boolean)
  return (
    <li className="row wrap" style={{ gap: '0 8px', marginBottom: 4 }}>
      {row.kind === 'order' && row.id ? (
        <Link to="/o/orders/$id" params={{ id: row.id }}>
          {words}
        </Link>
      ) : (
        <span className={row.kind === 'leg' ? 'b' : undefined}>{words}</span>
      )}
      {facts.length > 0 && <span className="s t3 nw">{facts.join(' · ')}</span>}
    </li>
  )
}
