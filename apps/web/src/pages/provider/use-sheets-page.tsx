import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useResourceName } from '../../features/use/board.tsx'
import { makeUseCodes, useCodesOptions } from '../../features/use/calls.ts'
import styles from '../../features/use/use.module.css'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Empty } from '../../ui/states.tsx'

/** The sheets that hang beside the instruments, to print. */
export function UseSheetsPage() {
  const { t } = useTranslation('use')
  const client = useQueryClient()
  const nameOf = useResourceName()
  const mayMake = useAccess('booking.use_rules.edit')
  const search = useSearch({ from: '/work/p/uses/sheets' })
  const ids = (search.resource ?? '').split(',').filter((id) => /^[0-9a-f-]{36}$/.test(id))
  const query = useQuery(useCodesOptions(ids))
  const make = useCommand({ run: makeUseCodes, onDone: () => client.invalidateQueries({ queryKey: ['uses', 'codes'] }) })
  const missing = query.data ? ids.length - query.data.items.length : 0
  return (
    <>
      <div className="no-print">
        <PageHead
          crumb={[{ label: t('page.title'), link: { to: '/p/uses', search: { tab: 'rules' } } }, { label: t('sheets.sheets') }]}
          title={t('sheets.sheets')}
          line={t('sheets.lead')}
          actions={
            <>
              {mayMake && missing > 0 && (
                <Button isBusy={make.isPending} onClick={() => make.mutate({ resourceIds: ids })}>
                  {t('sheets.make', { count: missing })}
                </Button>
              )}
              {mayMake && ids.length > 0 && (
                <Button isBusy={make.isPending} onClick={() => make.mutate({ resourceIds: ids, isRenewal: true })}>
                  {t('sheets.renew')}
                </Button>
              )}
              <Button kind="primary" onClick={() => window.print()}>
                {t('sheets.printNow')}
              </Button>
            </>
          }
        />
        <ProblemSummary error={make.error} />
      </div>
      {ids.length === 0 ? (
        <Empty title={t('sheets.none')} />
      ) : (
        <QueryView query={query}>
          {({ items }) => (
            <div className={styles.sheets}>
              {items.map((item) => (
                <section key={item.resourceId} className={styles.sheet}>
                  <h2 className="h2">{nameOf(item)}</h2>
                  <div className="s">{[item.model, item.siteName].filter(Boolean).join(' · ')}</div>
                  <img
                    src={`data:image/svg+xml;utf8,${encodeURIComponent(item.qrSvg)}`}
                    alt={t('sheets.alt', { name: nameOf(item) })}
                    width={220}
                    height={220}
                  />
                  <div className="b">{t('sheets.scan')}</div>
                  <div className={styles.code}>{item.code}</div>
                  <div className="s">{item.providerName}</div>
                </section>
              ))}
            </div>
          )}
        </QueryView>
      )}
    </>
  )
}
