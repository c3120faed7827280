import type { VoucherClaim } from '@jiju/orders/contract/voucher-claims'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Tag } from '../../ui/tag.tsx'

/** The papers of a claim with their hashes, and which are missing. */
export function EvidenceList({ claim }: { claim: VoucherClaim }) {
  const { t } = useTranslation('order-vouchers')
  const format = useFormat()
  const { papers, missing, invoices, isFrozen } = claim.evidence
  const base = `/api/v1/orders/voucher-claims/${claim.voucherId}`
  return (
    <section className="stack">
      <div className="row sb wrap g8">
        <h3 className="h3">{t('claim.evidence')}</h3>
        <a className="btn btn-sm" href={`${base}/evidence.zip`} download>
          {t('claim.bundle')}
        </a>
      </div>
      {isFrozen && <p className="s t3">{t('claim.frozen')}</p>}
      {missing.length > 0 ? (
        <p className="notice notice-warn">{format.said(t('claim.missing'), format.list(missing.map((kind) => t(`paper.${kind}`))))}</p>
      ) : (
        <p>
          <Tag kind="ok">{t('claim.complete')}</Tag>
        </p>
      )}
      <ul className="line-list">
        {papers.map((paper) => (
          <li key={paper.sha256} style={{ alignItems: 'flex-start' }}>
            <span className="f1" style={{ minWidth: 0 }}>
              <a href={`${base}/papers/${paper.sha256}`} download>
                {paper.name}
              </a>
              <br />
              <span className="s t3" style={{ overflowWrap: 'anywhere' }}>
                {[t(`claim.origin.${paper.origin}`), paper.addedBy].filter(Boolean).join(' · ')} · SHA-256 {paper.sha256}
              </span>
            </span>
            <span className="s t3 r">
              {t(`paper.${paper.kind}`)}
              <br />
              {t('claim.size', { kb: format.number(Math.max(1, Math.round(paper.sizeBytes / 1024))) })}
            </span>
          </li>
        ))}
      </ul>
      {invoices.length > 0 && (
        <p className="m">
          {format.said(
            t('claim.invoices'),
            format.list(invoices.map(({ number, day, amount }) => `${number} · ${day} · ${format.price(amount)}`)),
          )}
        </p>
      )}
    </section>
  )
}
