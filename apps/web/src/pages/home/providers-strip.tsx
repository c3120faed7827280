import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { providerName } from '../../features/catalog/names.ts'
import { providersOptions } from '../../features/catalog/requests.ts'
import { serviceCount } from '../../features/catalog/resource-counts.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Icon } from '../../ui/icon.tsx'
import styles from './home-page.module.css'

/** The six institutions that share most. Left out while it cannot be read: the page is complete without it. */
export function ProvidersStrip() {
  const { t } = useTranslation('home')
  const format = useFormat()
  const query = useInfiniteQuery(providersOptions)
  const providers = query.data?.pages.flatMap((page) => page.items) ?? []
  const top = [...providers].sort((a, b) => (b.resourceCounts.instrument ?? 0) - (a.resourceCounts.instrument ?? 0)).slice(0, 6)
  if (top.length === 0) return null
  return (
    <section aria-labelledby="providers">
      <div className={styles.sectionHead}>
        <h2 className="h-block" id="providers">
          {t('providers.title')}
        </h2>
        <Link to="/providers" className="m row g4">
          {t('providers.all')} <Icon name="chevronRight" size={12} />
        </Link>
      </div>
      <ul className={styles.three}>
        {top.map((provider) => (
          <li key={provider.id} className={`panel ${styles.provider}`}>
            <Link to="/providers/$id" params={{ id: provider.id }} className="h3">
              {providerName(provider)}
            </Link>
            <div className="m t2">
              {t(serviceCount(provider.resourceCounts) > 0 ? 'providers.counts' : 'providers.instrumentsOnly', {
                instruments: format.number(provider.resourceCounts.instrument ?? 0),
                services: format.number(serviceCount(provider.resourceCounts)),
              })}
            </div>
            <div className="s t3 ell">{provider.capabilities.slice(0, 4).join(' · ')}</div>
          </li>
        ))}
      </ul>
    </section>
  )
}
