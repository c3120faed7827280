import type { Inspection, Study, WriteInspection } from '@jiju/orders/contract/studies'
import { INSPECTION_KINDS, type InspectionKind } from '@jiju/orders/core/work/vocabulary'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayNow } from '../../lib/format.ts'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Check, SelectField, TextField } from '../../ui/field.tsx'
import { DateField } from '../../ui/late/moment-field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { closeInspection, seeInspection, writeInspection } from './calls.ts'
import { WordsForm } from './words-form.tsx'

/** Reports of quality assurance, with who has taken note of them. */
export function InspectionList({
  inspections,
  isDirector = false,
  mayClose = true,
  onChanged,
}: {
  inspections: readonly Inspection[]
  /** The reader directs the study that was inspected. */
  isDirector?: boolean
  /** The reader may be the inspector. */
  mayClose?: boolean
  onChanged: () => void
}) {
  const { t } = useTranslation('order-studies')
  const format = useFormat()
  const mayManage = useAccess('orders.order.decide')
  const see = useCommand({ run: seeInspection, onDone: onChanged })
  const close = useCommand({ run: closeInspection, onDone: onChanged })
  if (inspections.length === 0) return <p className="t3 panel-body">{t('inspection.empty')}</p>
  return (
    <ul className="plain stack-24">
      {see.error && (
        <li>
          <ProblemSummary error={see.error} />
        </li>
      )}
      {inspections.map((one) => (
        <li key={one.id} className="stack">
          <div className="row g8 wrap">
            <span className="b">{one.phaseName ? `${one.phaseName} · ${one.subject}` : one.subject}</span>
            <Tag kind="line">{t(`inspection.kind.${one.kind}`)}</Tag>
            <Tag kind={one.closedAt ? 'ok' : one.hasFindings ? 'bad' : 'warn'}>
              {t(one.closedAt ? 'inspection.closed' : 'inspection.open')}
            </Tag>
          </div>
          <div className="s t3">
            {[one.number, one.studyNumber, format.day(one.inspectedOn), one.inspectorName].filter(Boolean).join(' · ')}
          </div>
          <p className="pre">{one.findings}</p>
          {one.action && <p className="pre">{t('inspection.actionIs', { action: one.action })}</p>}
          <div className="row g8 wrap">
            {one.managementSeenAt ? (
              <span className="s t2">
                {t('inspection.management', { name: one.managementSeenByName, at: format.stamp(one.managementSeenAt) })}
              </span>
            ) : (
              mayManage && (
                <Button size="sm" isBusy={see.isPending} onClick={() => see.mutate({ id: one.id, as: 'management' })}>
                  {t('inspection.seeManagement')}
                </Button>
              )
            )}
            {one.directorSeenAt ? (
              <span className="s t2">
                {t('inspection.director', { name: one.directorSeenByName, at: format.stamp(one.directorSeenAt) })}
              </span>
            ) : (
              isDirector && (
                <Button size="sm" isBusy={see.isPending} onClick={() => see.mutate({ id: one.id, as: 'director' })}>
                  {t('inspection.seeDirector')}
                </Button>
              )
            )}
            {mayClose && !one.closedAt && !one.hasFindings && (
              <Button size="sm" isBusy={close.isPending} onClick={() => close.mutate({ id: one.id, action: '' })}>
                {t('inspection.close')}
              </Button>
            )}
          </div>
          {mayClose && !one.closedAt && one.hasFindings && (
            <WordsForm
              labels={[t('inspection.action')]}
              button={t('inspection.close')}
              kind="default"
              error={close.error}
              isBusy={close.isPending}
              onSend={([action = '']) => close.mutate({ id: one.id, action })}
            />
          )}
        </li>
      ))}
    </ul>
  )
}

/** A new inspection; of a study by its quality person, of facility or process by anybody of quality assurance. */
export function InspectionForm({ study, onDone }: { study?: Study; onDone: () => void }) {
  const { t } = useTranslation('order-studies')
  const today = dayNow()
  const kinds = INSPECTION_KINDS.filter((kind) => (kind === 'study') === (study !== undefined))
  const [kind, setKind] = useState<InspectionKind>(kinds[0] ?? 'facility')
  const [phaseId, setPhaseId] = useState('')
  const [subject, setSubject] = useState('')
  const [inspectedOn, setInspectedOn] = useState<string>(today)
  const [findings, setFindings] = useState('')
  const [hasFindings, setHasFindings] = useState(false)
  const command = useCommand({
    run: writeInspection,
    onDone: () => {
      setSubject('')
      setFindings('')
      setHasFindings(false)
      onDone()
    },
  })
  const body: WriteInspection = {
    kind,
    subject: subject.trim(),
    inspectedOn,
    findings: findings.trim(),
    hasFindings,
    ...(study && { studyId: study.id }),
    ...(phaseId && { phaseId }),
  }
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        command.mutate({ body })
      }}
    >
      <ProblemSummary error={command.error} />
      {!study && (
        <SelectField
          label={t('inspection.kindLabel')}
          value={kind}
          options={kinds.map((value) => ({ value, label: t(`inspection.kind.${value}`) }))}
          onPick={setKind}
        />
      )}
      {study && (
        <SelectField
          label={t('phase.title')}
          value={phaseId}
          options={[{ value: '', label: t('inspection.wholeStudy') }, ...study.phases.map(({ id, name }) => ({ value: id, label: name }))]}
          onPick={setPhaseId}
        />
      )}
      <div className="form-pair">
        <TextField label={t('inspection.subject')} maxLength={300} value={subject} onChange={(event) => setSubject(event.target.value)} />
        <DateField label={t('inspection.day')} value={inspectedOn} max={today} onChange={({ target }) => setInspectedOn(target.value)} />
      </div>
      <TextArea
        label={t('inspection.findings')}
        rows={3}
        maxLength={8000}
        value={findings}
        onChange={(event) => setFindings(event.target.value)}
      />
      <Check isChecked={hasFindings} onChange={setHasFindings}>
        {t('inspection.hasFindings')}
      </Check>
      <div>
        <Button kind="primary" type="submit" isBusy={command.isPending} disabled={!subject.trim() || !findings.trim()}>
          {t('inspection.report')}
        </Button>
      </div>
    </form>
  )
}
