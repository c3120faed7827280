import { useTranslation } from 'react-i18next'
import { dayNow } from '../../lib/format.ts'
import { Segmented } from '../../ui/field.tsx'
import { DateRangeField } from '../../ui/late/date-range-field.tsx'
import type { Period, Scope } from './calls.ts'
import { SPANS, spanOf } from './periods.ts'

type Conditions = Period & { readonly scope: Scope }

/** Which days and which instruments the figures speak of. */
export function PeriodBar({ value, onPick }: { value: Conditions; onPick: (value: Conditions) => void }) {
  const { t } = useTranslation('assessment')
  const today = dayNow()
  const span = SPANS.find((one) => {
    const period = spanOf(one, today)
    return period.from === value.from && period.to === value.to
  })
  return (
    <div className="row g16 wrap assessment-bar">
      <Segmented
        label={t('period.span')}
        value={span ?? 'own'}
        options={[
          ...SPANS.map((one) => ({ value: one, label: t(`period.${one}`) })),
          ...(span ? [] : [{ value: 'own' as const, label: t('period.own') }]),
        ]}
        onPick={(one) => one !== 'own' && onPick({ ...spanOf(one, today), scope: value.scope })}
      />
      <DateRangeField
        fromLabel={t('period.from')}
        toLabel={t('period.to')}
        from={value.from}
        to={value.to}
        onPick={(from, to) => from && to && onPick({ from, to, scope: value.scope })}
      />
      <Segmented
        label={t('scope.label')}
        value={value.scope}
        options={(['all', 'national'] as const).map((scope) => ({ value: scope, label: t(`scope.${scope}`) }))}
        onPick={(scope) => onPick({ ...value, scope })}
      />
    </div>
  )
}
