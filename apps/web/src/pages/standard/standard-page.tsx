import type { StandardDetail } from '@jiju/catalog/contract/standards'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { standardOptions } from '../../features/catalog/requests.ts'
import { ResourceList } from '../../features/catalog/resource-list.tsx'
import { StandardStatus, standardTitle } from '../../features/catalog/standard-line.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Crumb } from '../../ui/crumb.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import styles from './standard.module.css'

/** A standard: may it still be relied on, what replaces it, who works to it. */
export function StandardPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const query = useQuery(standardOptions(id))
  return (
    <QueryView query={query} isPage>
      {(standard) => <Loaded key={standard.id} standard={standard} />}
    </QueryView>
  )
}

function Loaded({ standard }: { standard: StandardDetail }) {
  const { t } = useTranslation(['standard', 'common'])
  return (
    <div className={`wide ${styles.page}`}>
      <Crumb items={[{ label: t('common:nav.standards'), link: { to: '/standards' } }, { label: standard.number }]} />
      <div className={styles.head}>
        <div>
          <div className="row g12 wrap">
            <PageTitle>{standard.number}</PageTitle>
            <StandardStatus status={standard.status} />
          </div>
          <p>{standard.titleZh ?? standard.titleEn}</p>
          {standard.titleZh && standard.titleEn && (
            <p className="t2" lang="en">
              {standard.titleEn}
            </p>
          )}
        </div>
        <ButtonLink to="/search" search={{ standard: standard.number } as never}>
          {t('detail.search')}
        </ButtonLink>
      </div>
      <div className={styles.columns}>
        <div className={styles.stack}>
          <Warnings standard={standard} />
          <Panel title={t('detail.resources')} isFlush>
            <ResourceList filter={{ standardId: standard.id }} isProviderShown emptyText={t('detail.noResources')} />
          </Panel>
        </div>
        <div className={styles.stack}>
          <Facts standard={standard} />
          <Relations standard={standard} />
        </div>
      </div>
    </div>
  )
}

function Warnings({ standard }: { standard: StandardDetail }) {
  const { t } = useTranslation('standard')
  const current = standard.successors.filter((item) => item.status === 'active')
  const coming = standard.successors.filter((item) => item.status === 'upcoming')
  const lines: string[] = []
  if (standard.isReplaced) {
    const numbers = (current.length > 0 ? current : standard.successors).map((item) => item.number).join('、')
    lines.push(numbers ? t('detail.replaced', { numbers }) : t('detail.withdrawnText'))
  }
  if (standard.isUpcoming && standard.effectiveOn) lines.push(t('detail.upcoming', { day: standard.effectiveOn }))
  if (!standard.isReplaced)
    for (const item of coming)
      lines.push(
        item.effectiveOn
          ? t('detail.willBeReplaced', { number: item.number, day: item.effectiveOn })
          : t('detail.willBeReplacedSoon', { number: item.number }),
      )
  if (lines.length === 0) return null
  return (
    <div className="notice notice-warn">
      <Icon name="warning" />
      <div>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </div>
  )
}

function Facts({ standard }: { standard: StandardDetail }) {
  const { t } = useTranslation('standard')
  const rows: [string, ReactNode][] = [
    [t('detail.published'), standard.publishedOn],
    [t('detail.effective'), standard.effectiveOn],
    [t('detail.note'), standard.effectiveNote],
    [t('detail.withdrawn'), standard.withdrawnOn],
    [t('detail.field'), standard.field],
    [t('detail.category'), [standard.category, standard.subcategory].filter(Boolean).join(' / ')],
    [t('detail.source'), standard.source],
    [t('detail.checked'), standard.lastCheckedOn],
  ]
  return (
    <Panel title={t('detail.facts')}>
      <dl className="kv">
        {rows
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <div key={label} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd style={{ overflowWrap: 'anywhere' }}>{value}</dd>
            </div>
          ))}
      </dl>
    </Panel>
  )
}

type Related = { id: string; number: string; note: ReactNode }

function Relations({ standard }: { standard: StandardDetail }) {
  const { t } = useTranslation('standard')
  const groups: [string, Related[]][] = [
    [
      t('detail.successors'),
      standard.successors.map((item) => ({ id: item.id, number: item.number, note: <StandardStatus status={item.status} /> })),
    ],
    [
      t('detail.predecessors'),
      standard.predecessors.map((item) => ({ id: item.id, number: item.number, note: <StandardStatus status={item.status} /> })),
    ],
    [
      t('detail.twins'),
      standard.twins.map((item) => ({
        id: item.id,
        number: item.number,
        note: (
          <>
            <span className="s t3">{t(`detail.relation.${item.relation}`)}</span> <span className="s t3">{standardTitle(item)}</span>
          </>
        ),
      })),
    ],
  ]
  const known = groups.filter(([, items]) => items.length > 0)
  if (known.length === 0) return null
  return (
    <Panel title={t('detail.succession')}>
      <div className="col g16">
        {known.map(([label, items]) => (
          <div key={label}>
            <h3 className="s t3">{label}</h3>
            <ul className={styles.refs}>
              {items.map((item) => (
                <li key={item.id}>
                  <Link to="/standards/$id" params={{ id: item.id }}>
                    {item.number}
                  </Link>{' '}
                  {item.note}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Panel>
  )
}
