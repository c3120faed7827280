import { PlaceReservation, type Reservation } from '@jiju/booking/contract/reservations'
import type { Operation } from '@jiju/booking/core/vocabulary'
import type { OrganisationSummary } from '@jiju/people/contract/organisations'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { REGION_ZONE } from '../../lib/format.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useForm } from '../../lib/use-form.ts'
import { useFormat } from '../../lib/use-format.ts'
import { fromWallClock, toWallClock } from '../../lib/wall-clock.ts'
import { Button } from '../../ui/button.tsx'
import { Segmented, SelectField, TextField } from '../../ui/field.tsx'
import { FormErrors } from '../../ui/form-errors.tsx'
import { DateTimeField } from '../../ui/late/moment-field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { placeReservation, readRules } from './calls.ts'
import { QuotePreview } from './quote-preview.tsx'

export type BookForWish = { readonly resourceId: string; readonly start: Date; readonly end: Date }

/** How the page lets the reader choose a customer: organisations belong to another feature. */
type PickOrganisation = (props: {
  value: OrganisationSummary | null
  onPick: (value: OrganisationSummary | null) => void
  error: string | undefined
}) => ReactNode

/** Books an own instrument for a customer, or takes its time for the provider itself: what dragging does, as a form. */
export function BookForForm({
  wish,
  resources,
  pickOrganisation,
  onDone,
}: {
  wish: BookForWish
  resources: readonly { readonly id: string; readonly title: string; readonly zone: string }[]
  pickOrganisation: PickOrganisation
  onDone: (placed: Reservation) => void
}) {
  const { t } = useTranslation('calendar')
  const { t: word } = useTranslation('bookings')
  const format = useFormat()
  const zoneOf = (id: string) => resources.find((resource) => resource.id === id)?.zone ?? REGION_ZONE
  const command = useCommand({
    run: placeReservation,
    onDone: (placed) => {
      toast(t('chooser.done', { time: format.range(placed.start, placed.end, placed.zone) }))
      onDone(placed)
    },
  })
  const form = useForm({
    initial: {
      mode: 'customer' as 'customer' | 'internal',
      resourceId: wish.resourceId,
      start: toWallClock(wish.start, zoneOf(wish.resourceId)),
      end: toWallClock(wish.end, zoneOf(wish.resourceId)),
      operation: '' as '' | Operation,
      organisation: null as OrganisationSummary | null,
      project: '',
      note: '',
    },
    schema: PlaceReservation,
    toInput: (values): PlaceReservation => ({
      resourceId: values.resourceId,
      start: fromWallClock(values.start, zoneOf(values.resourceId)) ?? '',
      end: fromWallClock(values.end, zoneOf(values.resourceId)) ?? '',
      ...(values.operation ? { operation: values.operation } : {}),
      ...(values.project.trim() ? { project: values.project.trim() } : {}),
      ...(values.note.trim() ? { note: values.note.trim() } : {}),
      ...(values.mode === 'internal'
        ? { isInternal: true }
        : values.organisation
          ? { customerOrganisationId: values.organisation.id }
          : {}),
    }),
    extra: (values): Record<string, string> =>
      values.mode === 'customer' && !values.organisation ? { organisation: t('chooser.pickOrganisation') } : {},
    onSend: (body) => command.mutate(body),
  })
  const { values } = form
  const zone = zoneOf(values.resourceId)
  const rules = useQuery({ queryKey: ['booking-rules', values.resourceId], queryFn: () => readRules(values.resourceId), staleTime: 60_000 })
  const stepMinutes = rules.data?.data.stepMinutes ?? 30
  const operations = rules.data?.data.operations ?? []
  const start = fromWallClock(values.start, zone)
  const end = fromWallClock(values.end, zone)
  const length = start && end ? Date.parse(end) - Date.parse(start) : 0
  const moveStart = (text: string) => {
    const next = fromWallClock(text, zone)
    // The length stays when the start moves.
    form.set(next && length > 0 ? { start: text, end: toWallClock(new Date(Date.parse(next) + length), zone) } : { start: text })
  }
  return (
    <form className="form" {...form.form}>
      <FormErrors errors={form.errors} idOf={form.idOf} />
      <ProblemSummary error={command.error} idOf={(field) => form.idOf(field.slice(1))} />
      <Segmented
        label={t('chooser.mode')}
        isWide
        value={values.mode}
        options={[
          { value: 'customer', label: t('chooser.customer') },
          { value: 'internal', label: t('chooser.internal') },
        ]}
        onPick={(mode) => form.set({ mode })}
      />
      <SelectField
        id={form.idOf('resourceId')}
        label={t('chooser.resource')}
        value={values.resourceId}
        options={resources.map((resource) => ({ value: resource.id, label: resource.title }))}
        onPick={(resourceId) => form.set({ resourceId, operation: '' })}
      />
      {values.mode === 'customer' &&
        pickOrganisation({
          value: values.organisation,
          onPick: (organisation) => form.set({ organisation }),
          error: form.errorOf('organisation'),
        })}
      <div className="form-pair">
        <DateTimeField
          {...form.field('start')}
          label={t('chooser.start')}
          stepMinutes={stepMinutes}
          onChange={({ target }) => moveStart(target.value)}
        />
        <DateTimeField {...form.field('end')} label={t('chooser.end')} stepMinutes={stepMinutes} />
      </div>
      {operations.length > 1 && (
        <SelectField
          label={t('chooser.operation')}
          value={values.operation || (operations[0] ?? 'self_service')}
          options={operations.map((operation) => ({ value: operation, label: word(`operation.${operation}`) }))}
          onPick={(operation) => form.set({ operation })}
        />
      )}
      <TextField {...form.field('project')} label={t('chooser.project')} hint={t('chooser.projectHint')} maxLength={200} />
      <TextArea {...form.field('note')} label={t('chooser.note')} rows={2} maxLength={1000} />
      {start && end && length > 0 && (values.mode === 'internal' || values.organisation) && (
        <QuotePreview
          wish={{
            resourceId: values.resourceId,
            start,
            end,
            ...(values.operation ? { operation: values.operation } : {}),
            ...(values.mode === 'internal' ? { isInternal: true } : { customerOrganisationId: values.organisation?.id ?? '' }),
          }}
          zone={zone}
          isPriced={values.mode === 'customer'}
          onPickTime={(slot) => form.set({ start: toWallClock(slot.start, zone), end: toWallClock(slot.end, zone) })}
        />
      )}
      <div>
        <Button kind="primary" type="submit" isBusy={command.isPending}>
          {values.mode === 'internal' ? t('chooser.submitInternal') : t('chooser.submit')}
        </Button>
      </div>
    </form>
  )
}
