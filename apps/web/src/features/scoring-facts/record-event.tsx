import { SOURCES } from '@jiju/scoring/core/facts/sources'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { listEnterprises, recordEvent } from './calls.ts'
import { useEventKinds } from './use-event-kinds.ts'

type Enterprise = { readonly id: string; readonly name: string; readonly creditCode: string }

/** Records what counts against an enterprise: the one that is given, or one that is looked up. */
export function RecordEvent({ enterprise, onClose }: { enterprise: Enterprise | null; onClose: () => void }) {
  const { t } = useTranslation('scoring-facts')
  const client = useQueryClient()
  const { kinds, nameOf } = useEventKinds()
  const [picked, setPicked] = useState(enterprise)
  const [code, setCode] = useState('')
  const [occurredOn, setOccurredOn] = useState('')
  const [document, setDocument] = useState('')
  const [source, setSource] = useState<(typeof SOURCES)[number]>('court')
  const record = useCommand({
    run: recordEvent,
    onDone: async () => {
      onClose()
      await client.invalidateQueries({ queryKey: ['facts'] })
    },
  })
  const isComplete = picked !== null && code !== '' && occurredOn !== '' && document.trim() !== ''
  return (
    <Dialog
      title={t('event.record')}
      isOpen
      onClose={onClose}
      foot={
        <Button
          kind="primary"
          disabled={!isComplete}
          isBusy={record.isPending}
          onClick={() =>
            picked && record.mutate({ id: picked.id, body: { code, occurredOn, repairedOn: null, source, document: document.trim() } })
          }
        >
          {t('event.recordVerb')}
        </Button>
      }
    >
      <div className="stack">
        <ProblemSummary error={record.error} />
        {picked && (
          <p>
            {picked.name}
            <span className="s t3"> {picked.creditCode}</span>
          </p>
        )}
        {!enterprise && (
          <Combobox<Enterprise>
            label={picked ? t('event.otherEnterprise') : t('event.enterprise')}
            queryKey="facts-enterprises"
            find={async (words) => (await listEnterprises(words, undefined)).items.slice(0, 8)}
            keyOf={({ id }) => id}
            show={({ name, creditCode }) => (
              <>
                {name} <span className="s t3">{creditCode}</span>
              </>
            )}
            none={t('enterprises.empty')}
            onPick={setPicked}
          />
        )}
        <SelectField
          label={t('event.kind')}
          value={code}
          options={[{ value: '', label: t('event.pick') }, ...kinds.map((kind) => ({ value: kind.code, label: nameOf(kind.code) }))]}
          onPick={setCode}
        />
        <TextField label={t('event.occurred')} type="date" value={occurredOn} onChange={(event) => setOccurredOn(event.target.value)} />
        <SelectField
          label={t('enterprise.source')}
          value={source}
          options={SOURCES.filter((value) => value !== 'self_report').map((value) => ({ value, label: t(`source.${value}`) }))}
          onPick={setSource}
        />
        <TextField label={t('event.document')} value={document} maxLength={200} onChange={(event) => setDocument(event.target.value)} />
      </div>
    </Dialog>
  )
}
