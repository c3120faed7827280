import type { ResourceDetail } from '@jiju/catalog/contract/resources'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { providerName } from '../../features/catalog/names.ts'

/** Whom to ask and how. */
export function ContactList({ resource }: { resource: ResourceDetail }) {
  const { t } = useTranslation('resource')
  const rows: [string, ReactNode][] = [
    [
      t('contact.provider'),
      <Link key="provider" to="/providers/$id" params={{ id: resource.provider.id }}>
        {providerName(resource.provider)}
      </Link>,
    ],
    [t('contact.person'), resource.contactName],
    [
      t('contact.phone'),
      resource.contactPhone && <a href={`tel:${resource.contactPhone.replace(/[^\d+]/g, '')}`}>{resource.contactPhone}</a>,
    ],
    [t('contact.email'), resource.contactEmail && <a href={`mailto:${resource.contactEmail}`}>{resource.contactEmail}</a>],
    [t('contact.hours'), resource.contactHours],
  ]
  return (
    <dl className="kv">
      {rows
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd style={{ overflowWrap: 'anywhere' }}>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
