import type { EditTariff, Tariff, TariffList } from '@jiju/booking/contract/tariffs'
import { addDays } from '@jiju/kernel/local-date'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nameOf } from '../../features/catalog/names.ts'
import { resourceOptions } from '../../features/catalog/requests.ts'
import { tariffsOptions } from '../../features/prices/calls.ts'
import { PriceTrial } from '../../features/prices/price-trial.tsx'
import styles from '../../features/prices/prices.module.css'
import { rateRows } from '../../features/prices/rate-rows.ts'
import { priceRulesOf, toTariff } from '../../features/prices/reckon.ts'
import { TariffCard } from '../../features/prices/tariff-card.tsx'
import { TariffForm } from '../../features/prices/tariff-form.tsx'
import { emptyTariff, type TariffValues, valuesOf } from '../../features/prices/tariff-values.ts'
import { useAccess } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones, Empty } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'

type Editing = { readonly draft: Tariff | null; readonly initial: TariffValues }

/** The price rules of one resource: what holds, what comes, drafts, and a trial that follows what is typed. */
export function ResourcePricesPage() {
  const { id } = useParams({ from: '/work/p/prices/$id' })
  const { t } = useTranslation('prices')
  const query = useQuery(tariffsOptions(id))
  const resource = useQuery(resourceOptions(id))
  const name = resource.data ? nameOf(resource.data) : t('title')
  return (
    <>
      <PageHead
        crumb={[{ label: t('title'), link: { to: '/p/prices' } }, { label: name }]}
        title={name}
        documentTitle={t('title')}
        actions={
          <ButtonLink to="/p/resources/$id/edit" params={{ id }}>
            {t('detail.editPrices')}
          </ButtonLink>
        }
      />
      <QueryView query={query} skeleton={<Bones rows={8} />} isPage>
        {(list) => <Prices list={list} />}
      </QueryView>
    </>
  )
}

function Prices({ list }: { list: TariffList }) {
  const { t } = useTranslation('prices')
  const client = useQueryClient()
  const mayEdit = useAccess('booking.tariff.edit')
  const [editing, setEditing] = useState<Editing | null>(null)
  const [typed, setTyped] = useState<EditTariff | null>(null)
  const renew = () => client.invalidateQueries({ queryKey: ['tariffs', list.resourceId] })
  const published = useMemo(() => list.items.filter(({ state }) => state === 'published').map(toTariff), [list])
  // What is being typed is tried as if it were published.
  const tried = useMemo(
    () => (editing && typed ? [...published.filter(({ validFrom }) => validFrom !== typed.validFrom), toTariff(typed)] : published),
    [editing, typed, published],
  )
  const rules = useMemo(() => priceRulesOf(list, tried), [list, tried])
  const startEditing = (draft: Tariff | null, initial: TariffValues) => {
    setTyped(null)
    setEditing({ draft, initial })
  }
  const tomorrow = addDays(list.today, 1)
  return (
    <div className={styles.columns}>
      <div className="stack g16">
        <Panel
          title={t('detail.rules')}
          note={t('detail.rulesNote')}
          isFlush={!editing}
          extra={
            mayEdit &&
            !editing && (
              <Button size="sm" kind="primary" onClick={() => startEditing(null, emptyTariff(tomorrow))}>
                {t('detail.add')}
              </Button>
            )
          }
        >
          {editing ? (
            <TariffForm
              key={editing.draft?.id ?? 'new'}
              resourceId={list.resourceId}
              draft={editing.draft}
              initial={editing.initial}
              onTyped={setTyped}
              onSaved={async () => {
                setEditing(null)
                toast(t('done.saved'))
                await renew()
              }}
              onCancel={() => setEditing(null)}
            />
          ) : list.items.length === 0 ? (
            <Empty title={t('detail.none')} />
          ) : (
            list.items.map((tariff) => (
              <TariffCard
                key={tariff.id}
                tariff={tariff}
                today={list.today}
                mayEdit={mayEdit}
                onEdit={() => startEditing(tariff, valuesOf(tariff))}
                onCopy={() => startEditing(null, { ...valuesOf(tariff), validFrom: tomorrow })}
                onChanged={renew}
              />
            ))
          )}
        </Panel>
        <Rates list={list} />
      </div>
      <Panel title={t('trial.title')} note={editing ? t('trial.noteDraft') : t('trial.note')}>
        <PriceTrial rules={rules} day={tomorrow} />
      </Panel>
    </div>
  )
}

/** The catalogue's prices of today, which the rules lie over. */
function Rates({ list }: { list: TariffList }) {
  const { t } = useTranslation('prices')
  const { t: common } = useTranslation('common')
  const format = useFormat()
  const rows = rateRows(list)
  return (
    <Panel title={t('detail.rates')} note={t('detail.ratesNote')}>
      {rows.length === 0 ? (
        <p className="t2">{t('detail.noRates')}</p>
      ) : (
        <dl className={styles.facts}>
          {rows.map((rate) => (
            <div key={`${rate.customerClass} ${rate.unit}`} style={{ display: 'contents' }}>
              <dt>{common(`customerClass.${rate.customerClass}`)}</dt>
              <dd>
                {format.money(rate.price)} {t('detail.perUnit', { unit: common(`priceUnit.${rate.unit}`) })} ·{' '}
                {common('price.since', { day: rate.validFrom })}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Panel>
  )
}
