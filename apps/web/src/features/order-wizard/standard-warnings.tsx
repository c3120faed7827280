import type { EarliestLine } from '@jiju/orders/contract/earliest'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'

/** Cited standards that are replaced, withdrawn or not in force yet. */
export function StandardWarnings({ standards }: { standards: EarliestLine['standards'] }) {
  const { t } = useTranslation('order-wizard')
  const format = useFormat()
  if (standards.length === 0) return null
  return (
    <ul className="notice notice-warn" style={{ flexDirection: 'column' }}>
      {standards.map(({ number, status, effectiveOn }) => (
        <li key={number}>
          <Link to="/standards" search={{ q: number }} className="in-text">
            {number}
          </Link>{' '}
          {status === 'upcoming' && effectiveOn
            ? t('standard.upcomingOn', { day: format.day(effectiveOn) })
            : t(`standard.${status as 'replaced' | 'withdrawn' | 'upcoming'}`)}
        </li>
      ))}
    </ul>
  )
}
