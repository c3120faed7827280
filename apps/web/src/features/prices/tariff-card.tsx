import type { Tariff } from '@jiju/booking/contract/tariffs'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { Tag } from '../../ui/tag.tsx'
import { toast } from '../../ui/toast.tsx'
import { BuiltFeeTable } from './built-fee-table.tsx'
import { discardTariff, publishTariff, withdrawTariff } from './calls.ts'
import styles from './prices.module.css'

/** One tariff in words, with what can be done with it. */
export function TariffCard({
  tariff,
  today,
  mayEdit,
  onEdit,
  onCopy,
  onChanged,
}: {
  tariff: Tariff
  today: string
  mayEdit: boolean
  onEdit: () => void
  onCopy: () => void
  onChanged: () => Promise<void>
}) {
  const { t } = useTranslation('prices')
  const done = (text: string) => async () => {
    toast(text)
    await onChanged()
  }
  const publish = useCommand({ run: publishTariff, onDone: done(t('done.published')) })
  const withdraw = useCommand({ run: withdrawTariff, onDone: done(t('done.withdrawn')) })
  const discard = useCommand({ run: discardTariff, onDone: done(t('done.discarded')) })
  const state = tariff.isInForce
    ? 'inForce'
    : tariff.state === 'published' && tariff.validFrom > today
      ? 'coming'
      : tariff.state === 'published'
        ? 'past'
        : tariff.state
  return (
    <article className={styles.tariff}>
      <div className={styles.tariffHead}>
        <h3>{t('card.from', { day: tariff.validFrom })}</h3>
        <Tag kind={state === 'inForce' ? 'ok' : state === 'coming' ? 'accent' : state === 'draft' ? 'warn' : 'plain'}>
          {t(`state.${state}`)}
        </Tag>
        {mayEdit && (
          <div className={styles.tariffActs}>
            {state === 'draft' && (
              <>
                <Button size="sm" kind="primary" isBusy={publish.isPending} onClick={() => publish.mutate(tariff)}>
                  {t('act.publish')}
                </Button>
                <Button size="sm" onClick={onEdit}>
                  {t('act.edit')}
                </Button>
                <Button size="sm" kind="text" isBusy={discard.isPending} onClick={() => discard.mutate(tariff)}>
                  {t('act.discard')}
                </Button>
              </>
            )}
            {state === 'coming' && (
              <Button size="sm" isBusy={withdraw.isPending} onClick={() => withdraw.mutate(tariff)}>
                {t('act.withdraw')}
              </Button>
            )}
            {state !== 'draft' && (
              <Button size="sm" kind="text" onClick={onCopy}>
                {t('act.copy')}
              </Button>
            )}
          </div>
        )}
      </div>
      <ProblemSummary error={publish.error ?? withdraw.error ?? discard.error} />
      <TariffFacts tariff={tariff} />
    </article>
  )
}

/** What a tariff says, for customers too. */
export function TariffFacts({ tariff }: { tariff: Tariff }) {
  const { t, i18n } = useTranslation('prices')
  const { t: common } = useTranslation('common')
  const format = useFormat()
  const nameOf = ({ nameZh, nameEn }: { nameZh: string; nameEn: string | null }) => (i18n.language === 'en' ? (nameEn ?? nameZh) : nameZh)
  const clock = (minute: number) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  return (
    <dl className={styles.facts}>
      {tariff.bands.map((band) => (
        <div key={`band ${band.nameZh}`} style={{ display: 'contents' }}>
          <dt>{nameOf(band)}</dt>
          <dd>
            {band.days.map((day) => t(`day.${day}`)).join(t('listComma'))} {clock(band.fromMinute)}—{clock(band.toMinute)} ·{' '}
            {t('card.percent', { percent: band.percent })}
          </dd>
        </div>
      ))}
      {tariff.packages.map((offer) => (
        <div key={`package ${offer.nameZh}`} style={{ display: 'contents' }}>
          <dt>{nameOf(offer)}</dt>
          <dd>
            {t('card.hours', { hours: offer.minutes / 60 })} ·{' '}
            {offer.prices
              .map(({ customerClass, price }) => `${common(`customerClass.${customerClass}`)} ${format.money(price)}`)
              .join(' · ')}
          </dd>
        </div>
      ))}
      {tariff.extras.map((extra) => (
        <div key={`extra ${extra.nameZh}`} style={{ display: 'contents' }}>
          <dt>{nameOf(extra)}</dt>
          <dd>
            {format.money(extra.price)} {t(`perUnit.${extra.per}`)}
          </dd>
        </div>
      ))}
      {tariff.minimum && (
        <>
          <dt>{t('form.minimum')}</dt>
          <dd>
            {format.money(tariff.minimum)} {t('perUnit.booking')}
          </dd>
        </>
      )}
      <dt>{t('form.chargeBy')}</dt>
      <dd>{t(`chargeBy.${tariff.chargeBy}`)}</dd>
      {tariff.noShow && (
        <>
          <dt>{t('form.noShow')}</dt>
          <dd>
            {tariff.noShow.by === 'percent'
              ? t('noShow.percentText', { percent: tariff.noShow.percent })
              : t('noShow.amountText', { amount: format.money(tariff.noShow.amount) })}
          </dd>
        </>
      )}
      {tariff.note && (
        <>
          <dt>{t('form.note')}</dt>
          <dd className="pre-line">{tariff.note}</dd>
        </>
      )}
      {tariff.buildUp && (
        <>
          <dt>{t('build.title')}</dt>
          <dd>
            <details className="fold">
              <summary>{t('build.show')}</summary>
              <BuiltFeeTable build={tariff.buildUp} />
            </details>
          </dd>
        </>
      )}
    </dl>
  )
}
