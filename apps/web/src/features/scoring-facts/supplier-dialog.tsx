import type { FactSupplierList } from '@jiju/scoring/contract/fact-suppliers'
import { SOURCES } from '@jiju/scoring/core/facts/sources'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { addSupplier, editSupplier, removeSupplier, type SuppliedSource, type Supplier } from './supplier-calls.ts'

const SUPPLIED = SOURCES.filter((source): source is SuppliedSource => source !== 'self_report')

/** Registers a body as a supplier of a source, or changes whom to ask, its folder and how often it delivers. */
export function SupplierDialog({
  supplier,
  bodies,
  onClose,
}: {
  supplier: Supplier | null
  bodies: FactSupplierList['bodies']
  onClose: () => void
}) {
  const { t } = useTranslation('scoring-facts')
  const client = useQueryClient()
  const [organisationId, setOrganisation] = useState(supplier?.organisationId ?? bodies[0]?.id ?? '')
  const [source, setSource] = useState<SuppliedSource>((supplier?.source as SuppliedSource | undefined) ?? 'statistics')
  const [contact, setContact] = useState(supplier?.contact ?? '')
  const [folder, setFolder] = useState(supplier?.folder ?? '')
  const [days, setDays] = useState(supplier?.expectedDays?.toString() ?? '')
  const body = { contact: contact.trim() || null, folder: folder.trim() || null, expectedDays: days.trim() === '' ? null : Number(days) }
  const onDone = async () => {
    await client.invalidateQueries({ queryKey: ['facts', 'suppliers'] })
    onClose()
  }
  const save = useCommand({
    run: async (_: object, headers) =>
      supplier
        ? await editSupplier({ organisationId, source, version: supplier.version, body }, headers)
        : await addSupplier({ organisationId, source, ...body }, headers),
    onDone,
  })
  const remove = useCommand({ run: removeSupplier, onDone })
  const [isRemoving, setRemoving] = useState(false)
  return (
    <Dialog
      title={supplier ? t('suppliers.editTitle', { name: supplier.name, source: t(`source.${supplier.source}`) }) : t('suppliers.add')}
      isOpen
      onClose={onClose}
      foot={
        <>
          {supplier && (
            <Button isBusy={remove.isPending} onClick={() => (isRemoving ? remove.mutate({ organisationId, source }) : setRemoving(true))}>
              {isRemoving ? t('suppliers.removeSure') : t('suppliers.remove')}
            </Button>
          )}
          <Button
            kind="primary"
            disabled={organisationId === ''}
            isBusy={save.isPending}
            onClick={() => save.mutate({ ...body, organisationId, source })}
          >
            {t('enterprises.save')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <ProblemSummary error={save.error ?? remove.error} />
        {!supplier && (
          <>
            <SelectField
              label={t('suppliers.body')}
              value={organisationId}
              options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
              onPick={setOrganisation}
            />
            <SelectField
              label={t('imports.source')}
              value={source}
              options={SUPPLIED.map((value) => ({ value, label: t(`source.${value}`) }))}
              onPick={setSource}
            />
          </>
        )}
        <TextField label={t('suppliers.contact')} value={contact} maxLength={200} onChange={(event) => setContact(event.target.value)} />
        <TextField
          label={t('suppliers.folder')}
          hint={t('suppliers.folderHint')}
          value={folder}
          maxLength={40}
          placeholder="tax-bureau"
          onChange={(event) => setFolder(event.target.value.toLowerCase())}
        />
        <TextField
          label={t('suppliers.expectedDays')}
          hint={t('suppliers.expectedHint')}
          inputMode="numeric"
          value={days}
          maxLength={4}
          placeholder="90"
          onChange={(event) => setDays(event.target.value.replace(/\D/g, ''))}
        />
      </div>
    </Dialog>
  )
}
