import { FIGURE_KINDS, FIGURE_MARK, FIGURE_UNITS, type Figure } from '@jiju/orders/core/agreement/figures'
import { useTranslation } from 'react-i18next'
import { SelectField, TextField } from '../../ui/field.tsx'

const START: Figure = { kind: 'samples', amount: 30, unit: 'day' }

/** The length of time that a clause states, or none; its words name it by a mark. */
export function FigureFields({ figure, onChange }: { figure: Figure | null; onChange: (next: Figure | null) => void }) {
  const { t } = useTranslation('order-agreement')
  const kinds = FIGURE_KINDS.map((value) => ({ value, label: t(`figure.kind.${value}`) }))
  return (
    <div className="row g8 wrap" style={{ alignItems: 'flex-start' }}>
      <SelectField
        label={t('figure.label')}
        hint={t('figure.hint', { mark: FIGURE_MARK })}
        value={figure?.kind ?? 'none'}
        options={[{ value: 'none' as const, label: t('figure.none') }, ...kinds]}
        onPick={(kind) => onChange(kind === 'none' ? null : { ...(figure ?? START), kind })}
      />
      {figure && (
        <>
          <TextField
            label={t('figure.amount')}
            type="number"
            min={1}
            max={999}
            value={figure.amount}
            onChange={(event) => onChange({ ...figure, amount: Math.max(1, Math.min(999, Math.trunc(Number(event.target.value)) || 1)) })}
          />
          <SelectField
            label={t('figure.unitLabel')}
            value={figure.unit}
            options={FIGURE_UNITS.map((value) => ({ value, label: t(`figure.unit.${value}`) }))}
            onPick={(unit) => onChange({ ...figure, unit })}
          />
        </>
      )}
    </div>
  )
}
