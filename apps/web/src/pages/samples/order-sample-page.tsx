import type { Sample, SampleDetail } from '@jiju/orders/contract/samples'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { sampleOptions } from '../../features/order-samples/calls.ts'
import { CustodyTable } from '../../features/order-samples/custody-table.tsx'
import { SampleActs } from '../../features/order-samples/sample-acts.tsx'
import { SampleTag } from '../../features/order-samples/state-tag.tsx'
import { useMe } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'

/** One sample, for both sides: what it is, who holds it, what may be done now, and everything that happened. */
export function OrderSamplePage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const query = useQuery(sampleOptions(id))
  return (
    <QueryView query={query} isPage>
      {(detail) => <Loaded key={detail.sample.id} detail={detail} />}
    </QueryView>
  )
}

function Loaded({ detail: { sample, events, relatives } }: { detail: SampleDetail }) {
  const { t } = useTranslation('order-samples')
  const base = sample.side === 'provider' ? '/p' : sample.side === 'client' ? '/e' : '/o'
  const list = sample.side === 'provider' ? '/p/samples' : '/e/samples'
  const title = `${sample.number} ${sample.name}`
  return (
    <>
      <PageHead
        crumb={[
          sample.side === 'operator' ? { label: t('list.titleClient') } : { label: t('list.titleClient'), link: { to: list } },
          { label: sample.code },
        ]}
        title={title}
        documentTitle={`${title} ${sample.orderNumber}`}
        beside={<SampleTag state={sample.state} />}
        line={
          <>
            <Link to={`${base}/orders/$id`} params={{ id: sample.orderId }}>
              {sample.orderNumber}
            </Link>{' '}
            · {sample.side === 'provider' ? sample.organisationName : sample.providerName}
          </>
        }
        actions={
          <ButtonLink to={`${base}/orders/$id/labels`} params={{ id: sample.orderId }}>
            {t('panel.labels')}
          </ButtonLink>
        }
      />
      <div className="stack">
        <section className="panel">
          <Now sample={sample} />
        </section>
        <div className="two-columns">
          <div className="stack">
            <Panel title={t('page.history')} isFlush>
              <CustodyTable events={events} isWhole />
            </Panel>
            {relatives.length > 0 && (
              <Panel title={t('page.relatives')}>
                <ul className="plain col g8">
                  {relatives.map((one) => (
                    <li key={one.id} className="row g8 wrap">
                      <Link to="/samples/$id" params={{ id: one.id }}>
                        {one.number} {one.name}
                      </Link>
                      <span className="t3">
                        {one.remaining} / {one.quantity} {one.unit}
                      </span>
                      <SampleTag state={one.state} />
                    </li>
                  ))}
                </ul>
              </Panel>
            )}
          </div>
          <Panel title={t('page.facts')}>
            <Facts sample={sample} />
          </Panel>
        </div>
      </div>
    </>
  )
}

/** Who holds it and what waits; then the acts. */
function Now({ sample }: { sample: Sample }) {
  const { t } = useTranslation('order-samples')
  const me = useMe()?.person?.id
  const { offer, destruction } = sample
  const isMine = offer?.to.id === me || (destruction !== null && destruction.by.id !== me && sample.side === 'provider')
  const waits = offer
    ? t(offer.to.id === me ? 'page.offerMine' : 'page.offer', { from: offer.from.name, to: offer.to.name })
    : destruction
      ? t('page.destruction', { by: destruction.by.name, method: destruction.method })
      : undefined
  const where = [sample.holder && `${t('page.holder')} ${sample.holder.name}`, sample.place?.name].filter(Boolean).join(' · ')
  return (
    <div className="turn-bar" data-turn={isMine ? 'mine' : 'other'}>
      <div className="row g12">
        <Icon name={isMine ? 'clock' : 'flask'} size={18} />
        <div>
          <div className="h3">{waits ?? (where || t(`state.${sample.state}`))}</div>
          <div className="m t2">
            {[
              t('page.remaining', { remaining: sample.remaining, quantity: sample.quantity, unit: sample.unit }),
              t(`storage.${sample.storage}`),
              waits && where,
              offer?.words,
            ]
              .filter(Boolean)
              .join(' · ')}
          </div>
        </div>
      </div>
      <div className="row g8 wrap">
        <SampleActs sample={sample} />
      </div>
    </div>
  )
}

function Facts({ sample }: { sample: Sample }) {
  const { t } = useTranslation('order-samples')
  const format = useFormat()
  const day = (value: string | null) => (value ? format.day(value) : '—')
  const parcel = (value: Sample['parcel']) =>
    value && [value.carrier, value.trackingNumber, format.instant(value.sentAt)].filter(Boolean).join(' · ')
  const facts: [string, string | null | false][] = [
    [t('page.code'), sample.code],
    [t('page.originTitle'), t(`page.origin.${sample.origin}`)],
    [t('field.spec'), sample.spec],
    [t('field.batch'), sample.batch],
    [t('field.maker'), sample.maker],
    [t('field.packaging'), sample.packaging],
    [t('field.appearance'), sample.appearance],
    [t('field.storage'), t(`storage.${sample.storage}`)],
    [t('field.hazards'), sample.hazards.map((hazard) => t(`hazard.${hazard}`)).join(' · ') || t('page.none')],
    [t('page.dates'), (sample.producedOn || sample.expiresOn) && `${day(sample.producedOn)} — ${day(sample.expiresOn)}`],
    [
      t('page.arrival'),
      sample.condition &&
        [
          t(`condition.${sample.condition}`),
          sample.arrivalCelsius !== null && t('proof.celsius', { value: sample.arrivalCelsius }),
          sample.receivedAt && format.instant(sample.receivedAt),
        ]
          .filter(Boolean)
          .join(' · '),
    ],
    [t('page.refusal'), sample.refusal],
    [t('page.parcel'), parcel(sample.parcel)],
    [t('page.returnParcel'), parcel(sample.returnParcel)],
    [t('field.rest'), t(`rest.${sample.rest}`)],
    [t('page.retainUntil'), sample.retainUntil && format.day(sample.retainUntil)],
    [t('field.note'), sample.note],
  ]
  return <FactList facts={facts} />
}
