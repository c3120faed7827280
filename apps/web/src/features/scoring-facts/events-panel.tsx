import type { NegativeEvent } from '@jiju/scoring/contract/fact-events'
import type { RegisteredEnterprise } from '@jiju/scoring/contract/facts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useEventColumns } from './event-columns.tsx'
import { RecordEvent } from './record-event.tsx'

/** What counts against an enterprise, with its repair and its end. */
export function EventsPanel({
  enterprise,
  events,
  mayWrite,
}: {
  enterprise: RegisteredEnterprise
  events: readonly NegativeEvent[]
  mayWrite: boolean
}) {
  const { t } = useTranslation('scoring-facts')
  const [isRecording, setRecording] = useState(false)
  const { columns, dialog } = useEventColumns<NegativeEvent>(mayWrite)
  return (
    <Panel
      title={t('event.title')}
      extra={
        mayWrite && (
          <Button size="sm" onClick={() => setRecording(true)}>
            {t('event.record')}
          </Button>
        )
      }
      isFlush
    >
      {events.length === 0 ? (
        <p className="panel-body t3">{t('event.none')}</p>
      ) : (
        <DataTable caption={t('event.title')} columns={columns} rows={events} rowKey={(row) => row.id} />
      )}
      {dialog}
      {isRecording && <RecordEvent enterprise={enterprise} onClose={() => setRecording(false)} />}
    </Panel>
  )
}
