import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { sampleLabelsOptions } from '../../features/order-samples/calls.ts'
import styles from '../../features/order-samples/labels.module.css'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'

/** The labels of an order's samples, to print and stick on. */
export function SampleLabelsPage() {
  const { t } = useTranslation('order-samples')
  const format = useFormat()
  const { id } = useParams({ strict: false }) as { id: string }
  const query = useQuery(sampleLabelsOptions(id))
  return (
    <QueryView query={query} isPage>
      {({ orderNumber, providerName, items }) => (
        <>
          <div className="no-print">
            <PageHead
              title={t('labels.title')}
              documentTitle={`${t('labels.title')} ${orderNumber}`}
              line={`${orderNumber} · ${t('labels.lead')}`}
              actions={
                items.length > 0 && (
                  <>
                    <a className="btn" href={`/api/v1/orders/orders/${id}/sample-labels.pdf`} download>
                      {t('labels.pdf')}
                    </a>
                    <Button kind="primary" onClick={() => window.print()}>
                      {t('labels.print')}
                    </Button>
                  </>
                )
              }
            />
          </div>
          {items.length === 0 ? (
            <Empty title={t('labels.none')}>{t('labels.noneText')}</Empty>
          ) : (
            <ul className={`plain ${styles.labels}`}>
              {items.map((item) => (
                <li key={item.sampleId} className={styles.label}>
                  <img
                    src={`data:image/svg+xml;utf8,${encodeURIComponent(item.qrSvg)}`}
                    alt={t('labels.alt', { number: item.number })}
                    width={112}
                    height={112}
                  />
                  <div className={styles.words}>
                    <div className={styles.number}>{item.number}</div>
                    <div className={styles.code}>{item.code}</div>
                    <div className="b">{item.name}</div>
                    <div>{[item.spec, item.batch && t('labels.batch', { batch: item.batch })].filter(Boolean).join(' · ')}</div>
                    <div>
                      {item.quantity} {item.unit} · {t(`storage.${item.storage}`)}
                    </div>
                    {item.expiresOn && <div>{t('labels.expires', { day: format.day(item.expiresOn) })}</div>}
                    {item.hazards.length > 0 && <div className="b">{item.hazards.map((hazard) => t(`hazard.${hazard}`)).join(' · ')}</div>}
                    <div className={styles.foot}>
                      {orderNumber} → {providerName}
                    </div>
                  </div>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </QueryView>
  )
}
