import type { ResourceDetail } from '@jiju/catalog/contract/resources'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { MAX_COMPARED, toggleCompared, useCompareBasket } from '../../features/catalog/compare-basket.ts'
import { label, nameOf, providerName } from '../../features/catalog/names.ts'
import { OperatingTag } from '../../features/outages/operating-state.tsx'
import { useIsPhone } from '../../lib/use-media.ts'
import { announce } from '../../ui/announce.ts'
import { Button } from '../../ui/button.tsx'
import { Crumb } from '../../ui/crumb.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Tag, type TagKind } from '../../ui/tag.tsx'
import styles from './resource-page.module.css'

const STATUS_KIND: Record<ResourceDetail['operatingStatus'], TagKind> = {
  normal: 'ok',
  occasional_fault: 'warn',
  under_repair: 'warn',
  out_of_service: 'bad',
}

/** Name, state, accreditation with its end, model and provider; compare and share. */
export function ResourceHead({ resource }: { resource: ResourceDetail }) {
  const { t } = useTranslation(['resource', 'common'])
  const isPhone = useIsPhone()
  const name = nameOf(resource)
  const className = resource.className
  const isRetired = resource.status !== 'published'
  return (
    <div className={isPhone ? styles.phoneHead : undefined}>
      {!isPhone && (
        <Crumb
          items={[
            { label: t('common:nav.search'), link: { to: '/search' } },
            className
              ? { label: label(className), link: { to: '/search', search: { class: className.code } as never } }
              : { label: t(`common:kind.${resource.kind}`), link: { to: '/search', search: { kind: resource.kind } as never } },
            { label: name },
          ]}
        />
      )}
      <div className={isPhone ? undefined : styles.head}>
        <div>
          <div className={styles.title}>
            <PageTitle>{name}</PageTitle>
            {isRetired ? (
              <Tag kind="bad">{t('status.retired')}</Tag>
            ) : (
              resource.kind === 'instrument' && (
                <OperatingTag resourceId={resource.id}>
                  <Tag kind={STATUS_KIND[resource.operatingStatus]}>{t(`status.${resource.operatingStatus}`)}</Tag>
                </OperatingTag>
              )
            )}
            {resource.accreditations.map((item) => (
              <Tag key={item.certificateNo + item.scheme} kind="line">
                {t('until', { scheme: t(`common:scheme.${item.scheme}`), month: item.validTo.slice(0, 7) })}
              </Tag>
            ))}
          </div>
          <div className={styles.line}>
            {resource.model && <span>{resource.model}</span>}
            <Link to="/providers/$id" params={{ id: resource.provider.id }}>
              {providerName(resource.provider)}
            </Link>
            {resource.innerNumber && <span>{t('number', { number: resource.innerNumber })}</span>}
          </div>
        </div>
        <div className="row g8" style={isPhone ? { marginTop: 8 } : undefined}>
          <CompareButton resource={resource} name={name} />
          <Button
            size={isPhone ? 'sm' : 'md'}
            onClick={() =>
              void navigator.clipboard?.writeText(location.href.split('?')[0] ?? location.href).then(() => announce(t('actions.shared')))
            }
          >
            <Icon name="share" /> {t('actions.share')}
          </Button>
        </div>
      </div>
    </div>
  )
}

function CompareButton({ resource, name }: { resource: ResourceDetail; name: string }) {
  const { t } = useTranslation('resource')
  const isPhone = useIsPhone()
  const basket = useCompareBasket()
  const isIn = basket.some(({ id }) => id === resource.id)
  const isFull = !isIn && basket.length >= MAX_COMPARED
  return (
    <Button
      size={isPhone ? 'sm' : 'md'}
      disabled={isFull}
      aria-pressed={isIn}
      onClick={() => toggleCompared({ id: resource.id, name, note: providerName(resource.provider) })}
    >
      <Icon name="scale" /> {t(isFull ? 'actions.compareFull' : isIn ? 'actions.inCompare' : 'actions.compare')}
    </Button>
  )
}
