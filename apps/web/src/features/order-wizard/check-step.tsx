import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../lib/i18n.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Panel } from '../../ui/panel.tsx'
import { AnswerList } from '../../ui/service-form/answer-list.tsx'
import { StandardWarnings } from './standard-warnings.tsx'
import type { Step, Wizard } from './use-wizard.ts'

/** The whole order once more, without new questions. */
export function CheckStep({ wizard, serviceId }: { wizard: Wizard; serviceId: string }) {
  const { t } = useTranslation(['order-wizard', 'common'])
  const format = useFormat()
  const { draft, items, areItemsReady, areAnswersReady } = wizard
  const edit = (step: Step): ReactNode => (
    <Link to="/e/orders/new/$step" params={{ step }} search={{ service: serviceId }} className="m">
      {t('check.edit')}
    </Link>
  )
  return (
    <div className="stack">
      {!(areItemsReady && areAnswersReady) && (
        <p className="notice notice-warn" role="status">
          {t('check.incomplete')}
        </p>
      )}
      {items.map(({ item, line, fields, takesSamples }) => (
        <Panel
          key={item.serviceId}
          title={line ? (currentLanguage() === 'en' && line.nameEn) || line.nameZh : '…'}
          extra={edit('questions')}
        >
          <div className="stack">
            <p className="m t2">
              {[
                `${item.quantity} ${line?.price ? t(`common:priceUnit.${line.price.unit as 'item'}`) : ''}`.trim(),
                takesSamples && t('check.samples', { count: Number(item.samples) }),
                line?.price && format.price(line.price.total),
                line && t('check.result', { day: format.day(line.resultDay) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {line && <StandardWarnings standards={line.standards} />}
            <AnswerList fields={fields} answers={item.answers} />
          </div>
        </Panel>
      ))}
      <Panel title={t('terms.title')} extra={edit('terms')}>
        <dl className="kv">
          <dt>{t('terms.purpose')}</dt>
          <dd>{t(`purpose.${draft.purpose}`)}</dd>
          <dt>{t('terms.confidentiality')}</dt>
          <dd>{t(`confidentiality.${draft.confidentiality}`)}</dd>
          {draft.deadline && (
            <>
              <dt>{t('terms.deadlineShort')}</dt>
              <dd>{format.day(draft.deadline)}</dd>
            </>
          )}
        </dl>
      </Panel>
    </div>
  )
}
