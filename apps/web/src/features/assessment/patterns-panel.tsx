import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Segmented } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { type Period, patternsOptions } from './calls.ts'
import { HeatMap } from './heat-map.tsx'
import { StepChart } from './step-chart.tsx'

/** When instruments are used: the week by hours, and the period by weeks or months. */
export function PatternsPanel({ period, resourceId }: { period: Period; resourceId?: string }) {
  const { t } = useTranslation('assessment')
  const [step, setStep] = useState<'week' | 'month'>('month')
  const query = useQuery(patternsOptions({ ...period, step, ...(resourceId ? { resourceId } : {}) }))
  return (
    <>
      <Panel title={t('heat.title')}>
        <QueryView query={query}>{({ cells }) => <HeatMap cells={cells} />}</QueryView>
      </Panel>
      <Panel
        title={t('steps.title')}
        extra={
          <Segmented
            label={t('steps.step')}
            value={step}
            options={(['month', 'week'] as const).map((value) => ({ value, label: t(`steps.name_${value}`) }))}
            onPick={setStep}
          />
        }
      >
        <QueryView query={query}>{({ steps }) => <StepChart steps={steps} step={step} />}</QueryView>
      </Panel>
    </>
  )
}
