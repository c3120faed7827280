import {
  type CultivationFile,
  Recognise,
  RecordVisit,
  WatchEnterprise,
  type WatchList,
  WriteNote,
} from '@jiju/scoring/contract/cultivation'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { dayNow } from '../../lib/format.ts'
import { currentLanguage } from '../../lib/i18n.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useForm } from '../../lib/use-form.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { recogniseStep, recordVisit, watchEnterprise, writeNote } from './calls.ts'

type DialogProps = { readonly file: CultivationFile; readonly onClose: () => void }

/** After a change the file, its lists and the overview are read again. */
export function useRefresh() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ['cultivation'] })
}

function useDone(onClose: () => void) {
  const refresh = useRefresh()
  return async () => {
    await refresh()
    onClose()
  }
}

function FormDialog({
  title,
  send,
  error,
  isPending,
  form,
  onClose,
  children,
}: {
  title: string
  send: string
  error: Error | null
  isPending: boolean
  form: object
  onClose: () => void
  children: ReactNode
}) {
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <form className="form" {...form}>
        {children}
        <ProblemSummary error={error} />
        <div className="row g8">
          <Button kind="primary" type="submit" isBusy={isPending}>
            {send}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

export function WatchDialog({ file, lists, onClose }: DialogProps & { lists: readonly WatchList[] }) {
  const { t } = useTranslation('scoring-applications')
  const { enterpriseId } = file.ladder
  const command = useCommand({ run: watchEnterprise, onDone: useDone(onClose) })
  const form = useForm({
    initial: { listId: lists[0]?.id ?? '', reason: '' },
    schema: WatchEnterprise.extend({ listId: z.uuid() }),
    onSend: (entry) => command.mutate({ enterpriseId, ...entry }),
  })
  return (
    <FormDialog
      title={t('file.watchIt')}
      send={t('file.watchIt')}
      error={command.error}
      isPending={command.isPending}
      form={form.form}
      onClose={onClose}
    >
      <SelectField
        label={t('file.list')}
        value={form.values.listId}
        onPick={(listId) => form.set({ listId })}
        options={lists.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField label={t('file.reason')} maxLength={300} {...form.field('reason')} />
    </FormDialog>
  )
}

export function RecogniseDialog({ file, onClose }: DialogProps) {
  const { t } = useTranslation('scoring-applications')
  const { enterpriseId, steps, next } = file.ladder
  const command = useCommand({ run: recogniseStep, onDone: useDone(onClose) })
  const form = useForm({
    initial: { step: next ?? steps[0]?.code ?? '', document: '', recognisedOn: dayNow(), validUntil: '' },
    schema: Recognise,
    toInput: ({ validUntil, ...rest }) => ({ ...rest, validUntil: validUntil || null }),
    onSend: (recognition) => command.mutate({ enterpriseId, recognition }),
  })
  return (
    <FormDialog
      title={t('file.recognise')}
      send={t('file.recognise')}
      error={command.error}
      isPending={command.isPending}
      form={form.form}
      onClose={onClose}
    >
      <SelectField
        label={t('file.step')}
        value={form.values.step}
        onPick={(step) => form.set({ step })}
        options={steps.map(({ code, name }) => ({ value: code, label: name[currentLanguage()] }))}
      />
      <TextField label={t('file.document')} maxLength={200} {...form.field('document')} />
      <div className="form-pair">
        <TextField type="date" label={t('file.recognisedOn')} {...form.field('recognisedOn')} />
        <TextField type="date" label={t('file.validUntil')} {...form.field('validUntil')} />
      </div>
    </FormDialog>
  )
}

export function VisitDialog({ file, onClose }: DialogProps) {
  const { t } = useTranslation('scoring-applications')
  const { enterpriseId } = file.ladder
  const command = useCommand({ run: recordVisit, onDone: useDone(onClose) })
  const form = useForm({
    initial: { visitedOn: dayNow(), visitors: '', findings: '', followUp: '', followUpOn: '' },
    schema: RecordVisit,
    toInput: ({ followUp, followUpOn, ...rest }) => ({ ...rest, followUp: followUp.trim() || null, followUpOn: followUpOn || null }),
    onSend: (visit) => command.mutate({ enterpriseId, visit }),
  })
  return (
    <FormDialog
      title={t('file.recordVisit')}
      send={t('file.recordVisit')}
      error={command.error}
      isPending={command.isPending}
      form={form.form}
      onClose={onClose}
    >
      <div className="form-pair">
        <TextField type="date" label={t('file.visitedOn')} {...form.field('visitedOn')} />
        <TextField label={t('file.visitors')} maxLength={200} {...form.field('visitors')} />
      </div>
      <TextArea label={t('file.findings')} maxLength={4000} {...form.field('findings')} />
      <div className="form-pair">
        <TextField label={t('file.followUp')} maxLength={1000} {...form.field('followUp')} />
        <TextField type="date" label={t('file.followUpOn')} {...form.field('followUpOn')} />
      </div>
    </FormDialog>
  )
}

export function NoteDialog({ file, onClose }: DialogProps) {
  const { t } = useTranslation('scoring-applications')
  const { enterpriseId } = file.ladder
  const command = useCommand({ run: writeNote, onDone: useDone(onClose) })
  const form = useForm({ initial: { body: '' }, schema: WriteNote, onSend: ({ body }) => command.mutate({ enterpriseId, body }) })
  return (
    <FormDialog
      title={t('file.addNote')}
      send={t('file.addNote')}
      error={command.error}
      isPending={command.isPending}
      form={form.form}
      onClose={onClose}
    >
      <TextArea label={t('file.note')} maxLength={4000} {...form.field('body')} />
    </FormDialog>
  )
}
