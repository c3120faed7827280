import type { Answers } from '@jiju/orders/core/forms/field'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { resourceOptions } from '../../features/catalog/requests.ts'
import { enquiryOptions } from '../../features/order-enquiries/calls.ts'
import { EnquiryForm, type FirstValues } from '../../features/order-enquiries/enquiry-form.tsx'
import { many, one } from '../../lib/search-params.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Bones, Skeleton } from '../../ui/states.tsx'

/** A new enquiry: empty, for services that were looked at (`service=`), with words from the search (`need=`), or as one before (`from=`). */
export function NewEnquiryPage() {
  const { t } = useTranslation('order-enquiries')
  const navigate = useNavigate()
  const search = useSearch({ from: '/work/e/enquiries/new' })
  const serviceIds = many(search.service).flatMap((ids) => ids.split(','))
  const from = one(search.from)
  const services = useQueries({ queries: serviceIds.map((id) => resourceOptions(id)) })
  const earlier = useQuery({ ...enquiryOptions(from ?? ''), enabled: from !== undefined })
  const isReady = services.every(({ isPending }) => !isPending) && (from === undefined || !earlier.isPending)
  const need = one(search.need)
  const deadlineDay = one(search.deadline)
  const rest = { quantity: one(search.quantity) ?? '1', sampleCount: '1', answers: {} }
  const words = one(search.sampleKind) ? t('form.sampleKind', { kind: one(search.sampleKind) }) : ''
  const first: FirstValues | undefined = earlier.data
    ? {
        title: earlier.data.title,
        words: earlier.data.words,
        items: earlier.data.items.map((item) => ({
          serviceId: item.serviceId ?? undefined,
          name: item.name,
          method: item.method,
          quantity: String(item.quantity),
          sampleCount: String(item.sampleCount),
          answers: item.form as Answers,
        })),
      }
    : serviceIds.length > 0
      ? {
          title: '',
          words,
          deadlineDay,
          items: services.flatMap(({ data }) =>
            data ? [{ serviceId: data.id, name: data.nameZh ?? data.nameEn ?? '', method: '', ...rest }] : [],
          ),
        }
      : need
        ? { title: need, words, deadlineDay, items: [{ serviceId: undefined, name: need, method: one(search.method) ?? '', ...rest }] }
        : undefined
  return (
    <>
      <PageHead crumb={[{ label: t('title'), link: { to: '/e/enquiries' } }, { label: t('ask') }]} title={t('ask')} line={t('askLead')} />
      <Panel>
        {isReady ? (
          <EnquiryForm
            first={first && first.items.length > 0 ? first : undefined}
            onDone={(enquiry) => void navigate({ to: '/e/enquiries/$id', params: { id: enquiry.id }, replace: true })}
          />
        ) : (
          <Skeleton>
            <Bones rows={5} />
          </Skeleton>
        )}
      </Panel>
    </>
  )
}
