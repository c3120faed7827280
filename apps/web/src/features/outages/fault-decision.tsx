import type { FaultReport } from '@jiju/booking/contract/faults'
import { FAULT_VERDICTS, type FaultVerdict } from '@jiju/booking/core/outages/vocabulary'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Segmented } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { resolveFault, triageFault } from './calls.ts'

/** What the provider does with a report: judge, declare an outage, resolve. */
export function FaultDecision({ report, onDone }: { report: FaultReport; onDone: () => void }) {
  const { t } = useTranslation('outages')
  const [verdict, setVerdict] = useState<FaultVerdict>(report.verdict ?? report.impact)
  const [note, setNote] = useState(report.triageNote ?? '')
  const [resolution, setResolution] = useState('')
  const told = (text: string) => () => {
    toast(text)
    onDone()
  }
  const triage = useCommand({ run: triageFault, onDone: told(t('fault.saved')) })
  const resolve = useCommand({ run: resolveFault, onDone: told(t('fault.closed')) })
  return (
    <>
      <Panel title={t('fault.triage')}>
        <div className="form">
          <ProblemSummary error={triage.error} />
          <Segmented
            label={t('fault.finding')}
            isWide
            value={verdict}
            options={FAULT_VERDICTS.map((value) => ({ value, label: t(`fault.verdict.${value}`) }))}
            onPick={setVerdict}
          />
          <TextArea
            label={t('fault.triageNote')}
            hint={t('fault.triageNoteHint')}
            rows={2}
            maxLength={1000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          <div className="row g8 wrap">
            <Button
              kind={report.state === 'open' ? 'primary' : 'default'}
              isBusy={triage.isPending}
              onClick={() => triage.mutate({ target: report, verdict, note })}
            >
              {t('fault.save')}
            </Button>
            {report.outageId ? (
              <ButtonLink to="/p/outages/$id" params={{ id: report.outageId }}>
                {t('fault.outage')}
              </ButtonLink>
            ) : (
              verdict === 'down' && (
                <ButtonLink to="/p/outages/new" search={{ resource: report.resourceId, fault: report.id }}>
                  {t('fault.toOutage')}
                </ButtonLink>
              )
            )}
          </div>
        </div>
      </Panel>
      <Panel title={t('fault.resolve')}>
        <div className="form">
          <ProblemSummary error={resolve.error} />
          <TextArea
            label={t('fault.resolve')}
            hint={t('fault.resolveHint')}
            rows={3}
            maxLength={2000}
            value={resolution}
            onChange={(event) => setResolution(event.target.value)}
          />
          <div>
            <Button
              isBusy={resolve.isPending}
              disabled={!resolution.trim()}
              onClick={() => resolve.mutate({ target: report, resolution: resolution.trim() })}
            >
              {t('fault.close')}
            </Button>
          </div>
        </div>
      </Panel>
    </>
  )
}
