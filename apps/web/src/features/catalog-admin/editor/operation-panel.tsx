import { OperationInput, type ResourceWork } from '@jiju/catalog/contract/resources'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../lib/use-command.ts'
import { validate } from '../../../lib/use-form.ts'
import { Button } from '../../../ui/button.tsx'
import { Check, SelectField } from '../../../ui/field.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { ProblemSummary } from '../../../ui/problem-summary.tsx'
import { toast } from '../../../ui/toast.tsx'
import { changeOperation } from '../calls.ts'
import { OpeningEditor } from '../sites/opening-editor.tsx'

const STATUSES = OperationInput.shape.operatingStatus.options

/** Facts of daily running: in force at once, without review. */
export function OperationPanel({
  work,
  mayEdit,
  onChanged,
}: {
  work: ResourceWork
  mayEdit: boolean
  onChanged: (work: ResourceWork) => void
}) {
  const { t } = useTranslation('editor')
  const [operatingStatus, setStatus] = useState(work.operatingStatus)
  const [opening, setOpening] = useState(work.opening)
  const command = useCommand({
    run: changeOperation,
    onDone: (next) => {
      toast(t('edit.operatingSaved'))
      onChanged(next)
    },
  })
  const errors = opening ? validate(OperationInput, { operatingStatus, opening }) : {}
  const isChanged = operatingStatus !== work.operatingStatus || JSON.stringify(opening) !== JSON.stringify(work.opening)
  return (
    <Panel title={t('edit.operatingTitle')} note={t('edit.operatingNote')}>
      <div className="form">
        <ProblemSummary error={command.error} />
        <SelectField
          label={t('field.operatingStatus')}
          value={operatingStatus}
          disabled={!mayEdit}
          options={STATUSES.map((value) => ({ value, label: t(`operating.${value}`) }))}
          onPick={setStatus}
        />
        <Check isChecked={opening !== null} isDisabled={!mayEdit} onChange={(isOwn) => setOpening(isOwn ? [] : null)}>
          {t('edit.openingOwn')}
        </Check>
        {opening ? (
          <OpeningEditor value={opening} onChange={setOpening} errors={errors} />
        ) : (
          <p className="s t3">{t('edit.openingSite')}</p>
        )}
        {mayEdit && (
          <div>
            <Button
              isBusy={command.isPending}
              disabled={!isChanged || Object.keys(errors).length > 0}
              onClick={() => command.mutate({ target: work, body: { operatingStatus, opening } })}
            >
              {t('edit.operatingSave')}
            </Button>
          </div>
        )}
      </div>
    </Panel>
  )
}
