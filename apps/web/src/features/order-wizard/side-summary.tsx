import { formatFen, parseFen } from '@jiju/kernel/money'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../lib/i18n.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Panel } from '../../ui/panel.tsx'
import styles from './order-wizard.module.css'
import type { Wizard } from './use-wizard.ts'

/** What results so far: the date, the price, and when the draft was kept. */
export function SideSummary({ wizard }: { wizard: Wizard }) {
  const { t } = useTranslation('order-wizard')
  const format = useFormat()
  const { draft, items, preview } = wizard
  const voucher = draft.voucherProgrammeId ? draft.expectedVoucher : null
  const [first] = items
  return (
    <Panel title={t('summary.title')}>
      <div className={preview.isPlaceholderData ? 'col g16 stale' : 'col g16'} aria-live="polite">
        <div>
          <div className="s t3">{t('summary.result')}</div>
          <div className="figure-value">{preview.data ? format.day(preview.data.resultDay) : '—'}</div>
          {first?.line && (
            <div className="s t3">{t('summary.way', { days: first.line.turnaround.max, ahead: first.line.ordersAhead })}</div>
          )}
        </div>
        <dl className={styles.lines}>
          {items.map(({ item, line }) => (
            <div key={item.serviceId} style={{ display: 'contents' }}>
              <dt>{line ? (currentLanguage() === 'en' && line.nameEn) || line.nameZh : '…'}</dt>
              <dd className="r">{format.price(line?.price?.total)}</dd>
            </div>
          ))}
          {voucher && (
            <>
              <dt>{t('summary.voucher')}</dt>
              <dd className="r ok">−{format.price(voucher)}</dd>
            </>
          )}
          <dt className="b">{t(voucher ? 'summary.ownShare' : 'summary.total')}</dt>
          <dd className="b r">{format.price(preview.data?.total ? minus(preview.data.total, voucher) : undefined)}</dd>
        </dl>
        <p className="s t3">{draft.savedAt ? t('summary.saved', { time: format.time(draft.savedAt) }) : t('summary.notSaved')}</p>
      </div>
    </Panel>
  )
}

/** The server reckons anew when the order is placed. */
const minus = (total: string, part: string | null) => formatFen((parseFen(total) ?? 0n) - (parseFen(part ?? '0') ?? 0n))
