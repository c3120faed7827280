import { CONFIDENTIALITIES, PURPOSES } from '@jiju/orders/core/vocabulary'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { NO_VOUCHER } from './draft.ts'
import type { Wizard } from './use-wizard.ts'

/** What the results are for, by when, how secret; and what pays for it. */
export function TermsStep({ wizard, payment }: { wizard: Wizard; payment?: ReactNode }) {
  const { t } = useTranslation('order-wizard')
  const { keeper, draft, preview } = wizard
  const format = useFormat()
  const resultDay = preview.data?.resultDay
  const isLate = Boolean(resultDay && draft.deadline && resultDay > draft.deadline)
  return (
    <div className="stack">
      <Panel title={t('terms.title')}>
        <div className="form">
          <SelectField
            id="purpose"
            label={t('terms.purpose')}
            hint={t('terms.purposeHint')}
            value={draft.purpose}
            options={PURPOSES.map((value) => ({ value, label: t(`purpose.${value}`) }))}
            // What a voucher pays depends on it, so it is chosen anew.
            onPick={(purpose) => keeper.change({ purpose, ...NO_VOUCHER })}
          />
          <SelectField
            id="confidentiality"
            label={t('terms.confidentiality')}
            hint={t('terms.confidentialityHint')}
            value={draft.confidentiality === 'sealed' ? 'normal' : draft.confidentiality}
            // An order names its client; only an enquiry can hide it.
            options={CONFIDENTIALITIES.filter((value) => value !== 'sealed').map((value) => ({
              value,
              label: t(`confidentiality.${value}`),
            }))}
            onPick={(confidentiality) => keeper.change({ confidentiality })}
          />
          <TextField
            id="deadline"
            type="date"
            label={t('terms.deadline')}
            value={draft.deadline}
            hint={resultDay && t('terms.deadlineHint', { day: format.day(resultDay) })}
            onChange={(event) => keeper.change({ deadline: event.target.value })}
          />
          {isLate && resultDay && (
            <p className="notice notice-warn" role="status">
              {t('terms.late', { day: format.day(resultDay) })}
            </p>
          )}
          <TextField
            id="title"
            label={t('terms.name')}
            hint={t('terms.nameHint')}
            maxLength={200}
            value={draft.title}
            onChange={(event) => keeper.change({ title: event.target.value })}
          />
        </div>
      </Panel>
      {payment}
    </div>
  )
}
