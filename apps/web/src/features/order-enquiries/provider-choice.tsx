import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useDebounced } from '../../lib/use-debounced.ts'
import { Check } from '../../ui/field.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { fitsOptions } from './calls.ts'
import type { ItemDraft } from './item-rows.tsx'
import { ShareText } from './share-text.tsx'
import './order-enquiries.css'

/** Providers whose services fit, with why and how they have answered; some of them or all are asked. */
export function ProviderChoice({
  id,
  items,
  chosen,
  isToFitting,
  error,
  onChange,
  onFitting,
  asked = [],
}: {
  id: string
  items: readonly Pick<ItemDraft, 'serviceId' | 'name' | 'method'>[]
  chosen: readonly string[]
  isToFitting: boolean
  error?: string | undefined
  onChange: (ids: string[]) => void
  /** Without it there is no way to ask all. */
  onFitting?: (isToFitting: boolean) => void
  /** Who was asked before and is not offered again. */
  asked?: readonly string[]
}) {
  const { t } = useTranslation(['order-enquiries', 'common'])
  const wanted = useDebounced(
    items
      .filter(({ name }) => name.trim() !== '')
      .map(({ serviceId, name, method }) => ({ ...(serviceId ? { serviceId } : {}), name: name.trim(), method: method.trim() })),
    400,
  )
  const query = useQuery(fitsOptions(wanted, wanted.length > 0))
  if (wanted.length === 0) return <p className="t3">{t('fits.first')}</p>
  return (
    <div id={id} tabIndex={-1} className="stack">
      {onFitting && (
        <Check isChecked={isToFitting} onChange={onFitting}>
          {t('fits.all')}
        </Check>
      )}
      {error && <div className="field-error">{error}</div>}
      <QueryView query={query} skeleton={<Bones rows={3} />}>
        {(all) => {
          const fits = all.filter(({ providerId }) => !asked.includes(providerId))
          if (fits.length === 0) return <p className="t3">{t('fits.none')}</p>
          return (
            <ul className="plain fit-list" aria-label={t('fits.label')}>
              {fits.map((fit) => {
                const isOwner = fit.services.some(({ reason }) => reason === 'service')
                return (
                  <li key={fit.providerId}>
                    <Check
                      isChecked={isToFitting || isOwner || chosen.includes(fit.providerId)}
                      isDisabled={isToFitting || isOwner}
                      onChange={(isChosen) =>
                        onChange(isChosen ? [...chosen, fit.providerId] : chosen.filter((one) => one !== fit.providerId))
                      }
                    >
                      <span className="row g8 wrap base">
                        <strong>{fit.providerName}</strong>
                        {fit.accreditations.map((scheme) => (
                          <Tag key={scheme} kind="ok">
                            {t(`common:scheme.${scheme as 'cma'}`)}
                          </Tag>
                        ))}
                      </span>
                      <span className="s t2">
                        {t('fits.covers', { covered: fit.coveredItems, count: wanted.length })}
                        {fit.services.slice(0, 3).map((service) => (
                          <span key={`${service.id}-${service.item}`}>
                            {' · '}
                            {service.name}（{t(`fits.reason.${service.reason}`)}）
                          </span>
                        ))}
                      </span>
                      <span className="s t3 row g12 wrap">
                        <span>
                          {t('facts.answers')} <ShareText share={fit.facts.answers} />
                        </span>
                        <span>
                          {t('facts.deliveries')} <ShareText share={fit.facts.deliveries} />
                        </span>
                      </span>
                    </Check>
                  </li>
                )
              })}
            </ul>
          )
        }}
      </QueryView>
    </div>
  )
}
