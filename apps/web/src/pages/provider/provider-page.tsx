import type { ProviderDetail } from '@jiju/catalog/contract/providers'
import { RESOURCE_KINDS } from '@jiju/catalog/core/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { providerName } from '../../features/catalog/names.ts'
import { OpeningHours } from '../../features/catalog/opening-hours.tsx'
import { providerOptions } from '../../features/catalog/requests.ts'
import { ResourceList } from '../../features/catalog/resource-list.tsx'
import { ProviderRecord } from '../../features/order-disputes/provider-record.tsx'
import { currentLanguage } from '../../lib/i18n.ts'
import { oneOf } from '../../lib/search-params.ts'
import { useFormat } from '../../lib/use-format.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Crumb } from '../../ui/crumb.tsx'
import { Segmented } from '../../ui/field.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Tag } from '../../ui/tag.tsx'
import styles from './provider.module.css'

/** An institution: what it shares, where, with which accreditation, and whom to ask. */
export function ProviderPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const query = useQuery(providerOptions(id))
  return (
    <QueryView query={query} isPage>
      {(provider) => <Loaded key={provider.id} provider={provider} />}
    </QueryView>
  )
}

function Loaded({ provider }: { provider: ProviderDetail }) {
  const { t } = useTranslation(['provider', 'common'])
  const name = providerName(provider)
  const introduction =
    currentLanguage() === 'en' ? (provider.introductionEn ?? provider.introductionZh) : (provider.introductionZh ?? provider.introductionEn)
  const counts = RESOURCE_KINDS.flatMap((kind) => {
    const count = provider.resourceCounts[kind] ?? 0
    return count > 0 ? [t('counts', { count, kind: t(`common:kind.${kind}`) })] : []
  })
  return (
    <div className={`wide ${styles.page}`}>
      <Crumb items={[{ label: t('common:nav.providers'), link: { to: '/providers' } }, { label: name }]} />
      <div className={styles.head}>
        <div>
          <PageTitle>{name}</PageTitle>
          <p className="t2">{[provider.district, ...counts].filter(Boolean).join(' · ')}</p>
        </div>
        <ButtonLink to="/search" search={{ provider: provider.id } as never}>
          {t('resources.search')}
        </ButtonLink>
      </div>
      <div className={styles.columns}>
        <div className={styles.stack}>
          {introduction && (
            <Panel title={t('section.about')}>
              <p className={styles.text}>{introduction}</p>
              {provider.capabilities.length > 0 && (
                <div className="row g6 wrap" style={{ marginTop: 12 }}>
                  {provider.capabilities.map((capability) => (
                    <Tag key={capability}>{capability}</Tag>
                  ))}
                </div>
              )}
            </Panel>
          )}
          <Resources provider={provider} />
          <ProviderRecord providerId={provider.id} />
        </div>
        <div className={styles.stack}>
          <Contact provider={provider} />
          <Sites provider={provider} />
          <Accreditations provider={provider} />
        </div>
      </div>
    </div>
  )
}

function Resources({ provider }: { provider: ProviderDetail }) {
  const { t } = useTranslation(['provider', 'common'])
  const navigate = useNavigate()
  const kind = oneOf((useSearch({ strict: false }) as Record<string, unknown>).kind, RESOURCE_KINDS)
  const kinds = RESOURCE_KINDS.filter((value) => (provider.resourceCounts[value] ?? 0) > 0)
  return (
    <Panel title={t('section.resources')} isFlush>
      {kinds.length > 1 && (
        <div className={styles.filters}>
          <Segmented
            label={t('section.resources')}
            value={kind ?? ''}
            onPick={(value) =>
              void navigate({ to: '.', search: (value ? { kind: value } : {}) as never, replace: true, resetScroll: false })
            }
            options={[{ value: '', label: t('resources.all') }, ...kinds.map((value) => ({ value, label: t(`common:kind.${value}`) }))]}
          />
        </div>
      )}
      <ResourceList
        filter={{ providerId: provider.id, ...(kind ? { kind } : {}) }}
        isProviderShown={false}
        emptyText={t('resources.none')}
      />
    </Panel>
  )
}

function Contact({ provider }: { provider: ProviderDetail }) {
  const { t } = useTranslation('provider')
  const rows: [string, ReactNode][] = [
    [t('contact.person'), provider.contactName],
    [t('contact.phone'), provider.phone && <a href={`tel:${provider.phone.replace(/[^\d+]/g, '')}`}>{provider.phone}</a>],
    [t('contact.email'), provider.email && <a href={`mailto:${provider.email}`}>{provider.email}</a>],
    [
      t('contact.website'),
      provider.website && (
        <a href={provider.website} rel="noopener noreferrer" target="_blank">
          {provider.website.replace(/^https?:\/\//, '')}
        </a>
      ),
    ],
    [t('contact.founded'), provider.establishedOn],
    [t('contact.district'), provider.district],
  ]
  const known = rows.filter(([, value]) => value)
  if (known.length === 0) return null
  return (
    <Panel title={t('section.contact')}>
      <dl className="kv">
        {known.map(([label, value]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd style={{ overflowWrap: 'anywhere' }}>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

function Sites({ provider }: { provider: ProviderDetail }) {
  const { t } = useTranslation('provider')
  const sites = provider.sites.filter((site) => !site.isClosed)
  if (sites.length === 0) return null
  return (
    <Panel title={t('section.sites')}>
      {sites.map((site) => (
        <div key={site.id} className={styles.site}>
          <h3 className="h3">{currentLanguage() === 'en' ? (site.nameEn ?? site.name) : site.name}</h3>
          <dl className="kv" style={{ marginTop: 4 }}>
            <dt>{t('site.address')}</dt>
            <dd>{site.address}</dd>
            <dt>{t('site.opening')}</dt>
            <dd>
              {site.opening.length > 0 ? <OpeningHours opening={site.opening} /> : t('site.noHours')}
              <div className="t3">{t(`holiday.${site.holidayRule}`)}</div>
            </dd>
            {site.accessNote && (
              <>
                <dt>{t('site.access')}</dt>
                <dd>{site.accessNote}</dd>
              </>
            )}
          </dl>
        </div>
      ))}
    </Panel>
  )
}

function Accreditations({ provider }: { provider: ProviderDetail }) {
  const { t } = useTranslation(['provider', 'common'])
  const format = useFormat()
  if (provider.accreditations.length === 0) return null
  return (
    <Panel title={t('section.accreditations')} isFlush>
      <div className="tbl-wrap">
        <table className="tbl">
          <thead>
            <tr>
              <th>{t('accreditation.scheme')}</th>
              <th>{t('accreditation.certificate')}</th>
              <th>{t('accreditation.validTo')}</th>
              <th className="r">{t('accreditation.items')}</th>
            </tr>
          </thead>
          <tbody>
            {provider.accreditations.map((item) => (
              <tr key={item.id}>
                <td>
                  <Tag kind="line">{t(`common:scheme.${item.scheme}`)}</Tag>
                </td>
                <td>{item.certificateNo}</td>
                <td className="nw">{format.day(item.validTo)}</td>
                <td className="r">{format.number(item.itemCount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
