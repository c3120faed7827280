import type { Charge } from '@jiju/booking/contract/charges'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { answerCharge } from './calls.ts'
import styles from './use.module.css'

const LOOK = { open: 'warn', accepted: 'ok', objected: 'bad', replaced: 'plain' } as const

/** What the use costs: booked beside metered, each line, and the answer until its limit. Versions that were corrected fold below. */
export function ChargePanel({ charges, zone, onAnswered }: { charges: readonly Charge[]; zone: string; onAnswered: () => void }) {
  const { t } = useTranslation('use')
  const format = useFormat()
  const [isObjecting, setObjecting] = useState(false)
  const [words, setWords] = useState('')
  const command = useCommand({
    run: answerCharge,
    onDone: () => {
      setObjecting(false)
      onAnswered()
    },
  })
  const charge = charges.at(-1)
  if (!charge) return null
  return (
    <Panel
      title={t('charge.title')}
      note={t(`charge.basis.${charge.basis}`)}
      extra={<Tag kind={LOOK[charge.state]}>{t(`charge.state.${charge.state}`)}</Tag>}
    >
      <div className="stack">
        <dl className="kv">
          <dt>{t('charge.booked')}</dt>
          <dd>
            {format.hours(charge.bookedMinutes)} · {format.money(charge.agreedTotal)}
          </dd>
          <dt>{t('charge.metered')}</dt>
          <dd>{format.hours(charge.meteredMinutes)}</dd>
        </dl>
        <p className="s t2">{t(charge.chargedBy === 'metered' ? 'charge.byMeter' : 'charge.byBooking')}</p>
        <ChargeLines charge={charge} />
        {charge.reason && <p className="s">{t('charge.reason', { reason: charge.reason })}</p>}
        {charge.answer && (
          <p className="s t2">
            {t(charge.answer.isSilence ? 'charge.silent' : `charge.answered.${charge.state === 'objected' ? 'objected' : 'accepted'}`, {
              at: format.instant(charge.answer.at, zone),
            })}
            {charge.answer.words && ` “${charge.answer.words}”`}
          </p>
        )}
        {charge.state === 'open' && <p className="s">{t('charge.until', { until: format.instant(charge.answerUntil, zone) })}</p>}
        <ProblemSummary error={command.error} />
        {charge.canAnswer && (
          <div className="row g8 wrap">
            <Button kind="primary" isBusy={command.isPending} onClick={() => command.mutate({ id: charge.id, words: null })}>
              {t('charge.accept')}
            </Button>
            <Button onClick={() => setObjecting(true)}>{t('charge.object')}</Button>
          </div>
        )}
        {charges.length > 1 && (
          <details>
            <summary>{t('charge.versions', { count: charges.length - 1 })}</summary>
            {charges.slice(0, -1).map((old) => (
              <div key={old.id} className="stack">
                <p className="s t2">{t('charge.version', { version: old.version, at: format.instant(old.createdAt, zone) })}</p>
                <ChargeLines charge={old} />
              </div>
            ))}
          </details>
        )}
      </div>
      <Dialog
        title={t('charge.objectTitle')}
        isOpen={isObjecting}
        onClose={() => setObjecting(false)}
        foot={
          <>
            <Button onClick={() => setObjecting(false)}>{t('back')}</Button>
            <Button
              kind="primary"
              isBusy={command.isPending}
              disabled={!words.trim()}
              onClick={() => command.mutate({ id: charge.id, words: words.trim() })}
            >
              {t('charge.object')}
            </Button>
          </>
        }
      >
        <div className="stack">
          <p>{t('charge.objectLead')}</p>
          <TextArea label={t('charge.words')} rows={3} maxLength={1000} value={words} onChange={(event) => setWords(event.target.value)} />
        </div>
      </Dialog>
    </Panel>
  )
}

function ChargeLines({ charge }: { charge: Charge }) {
  const { t, i18n } = useTranslation(['use', 'common'])
  const format = useFormat()
  const nameOf = (line: Charge['lines'][number]): string => {
    const given = i18n.language === 'en' ? (line.nameEn ?? line.nameZh) : line.nameZh
    if (given) return given
    switch (line.code) {
      case 'consumable':
      case 'adjustment':
      case 'no_show':
      case 'training':
        return t(`charge.line.${line.code}`)
      default:
        return t(`common:price.line.${line.code}`)
    }
  }
  const unitOf = (line: Charge['lines'][number]): string =>
    line.code === 'consumable' ? line.unit : t(`common:price.unit.${line.unit as 'hour'}`)
  return (
    <table className={styles.lines}>
      <caption className="sr-only">{t('charge.lines')}</caption>
      <tbody>
        {charge.lines.map((line) => (
          <tr key={`${line.code} ${line.nameZh ?? ''} ${line.unitPrice}`}>
            <th scope="row">
              {nameOf(line)}
              {line.unit !== 'booking' && (
                <span className="s t3">
                  {' '}
                  {line.quantity} {unitOf(line)} × {format.money(line.unitPrice)}
                  {line.percent !== 100 && ` × ${line.percent}%`}
                </span>
              )}
            </th>
            <td>{format.money(line.amount)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('charge.total')}</th>
          <td>
            <strong>{format.money(charge.total)}</strong>
          </td>
        </tr>
      </tfoot>
    </table>
  )
}
