import { useTranslation } from 'react-i18next'
import { DemandPanels } from '../../features/plans/demand-panel.tsx'
import { PolicyForm } from '../../features/plans/policy-form.tsx'
import { useAccess } from '../../lib/session.ts'
import { Panel } from '../../ui/panel.tsx'

/** What people wait for, and how what frees is offered. */
export function WaitingList() {
  const { t } = useTranslation('plans')
  const mayEdit = useAccess('booking.calendar.edit')
  return (
    <div className={mayEdit ? 'two-columns' : 'stack'}>
      <DemandPanels />
      {mayEdit && (
        <Panel title={t('policy.title')}>
          <PolicyForm />
        </Panel>
      )}
    </div>
  )
}
