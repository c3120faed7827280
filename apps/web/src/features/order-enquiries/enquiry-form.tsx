import { newId } from '@jiju/kernel/ids'
import { type Enquiry, PlaceEnquiry } from '@jiju/orders/contract/enquiries'
import { CONFIDENTIALITIES, type Confidentiality, PURPOSES, type Purpose } from '@jiju/orders/core/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../lib/i18n.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useForm } from '../../lib/use-form.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Segmented, SelectField, TextField } from '../../ui/field.tsx'
import { FormErrors } from '../../ui/form-errors.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { UnitField } from '../../ui/unit-field.tsx'
import { placeEnquiry, programmesOptions } from './calls.ts'
import { type ItemDraft, ItemRows } from './item-rows.tsx'
import { ProviderChoice } from './provider-choice.tsx'

export type FirstValues = {
  readonly items: readonly Omit<ItemDraft, 'key'>[]
  readonly title: string
  readonly words: string
  readonly deadlineDay?: string | undefined
}

const emptyItem = (): ItemDraft => ({
  key: newId(),
  serviceId: undefined,
  name: '',
  method: '',
  quantity: '1',
  sampleCount: '1',
  answers: {},
})

/** An enquiry in five questions: what, for what, until when, how confidential, whom to ask. */
export function EnquiryForm({ first, onDone }: { first: FirstValues | undefined; onDone: (enquiry: Enquiry) => void }) {
  const { t } = useTranslation('order-enquiries')
  const command = useCommand({
    run: placeEnquiry,
    onDone: (enquiry) => {
      toast(t('form.done', { count: enquiry.asked.length }))
      onDone(enquiry)
    },
  })
  const form = useForm({
    initial: {
      title: first?.title ?? '',
      words: first?.words ?? '',
      items: first ? first.items.map((item) => ({ ...item, key: newId() })) : [emptyItem()],
      purpose: 'development' as Purpose,
      confidentiality: 'normal' as Confidentiality,
      award: 'choice' as 'choice' | 'first',
      offered: '',
      voucherProgrammeId: '',
      deadlineDay: first?.deadlineDay ?? '',
      openDays: '10',
      providerIds: [] as string[],
      isToFitting: false,
    },
    schema: PlaceEnquiry,
    toInput: (values): PlaceEnquiry => ({
      kind: values.items.every(({ serviceId }) => serviceId) ? 'service' : 'need',
      award: values.award,
      ...(values.award === 'first'
        ? { offered: values.offered.trim(), ...(values.voucherProgrammeId ? { voucherProgrammeId: values.voucherProgrammeId } : {}) }
        : {}),
      title: values.title.trim() || (values.items[0]?.name.trim() ?? ''),
      words: values.words.trim(),
      purpose: values.purpose,
      confidentiality: values.confidentiality,
      ...(values.deadlineDay ? { deadlineDay: values.deadlineDay } : {}),
      openDays: Number(values.openDays),
      items: values.items.map((item) => ({
        ...(item.serviceId ? { serviceId: item.serviceId } : {}),
        name: item.name.trim(),
        method: item.method.trim(),
        quantity: Number(item.quantity),
        sampleCount: Number(item.sampleCount),
        form: item.answers as PlaceEnquiry['items'][number]['form'],
      })),
      providerIds: values.providerIds,
      isToFitting: values.isToFitting,
    }),
    extra: (values) => {
      const hasOwner = values.items.some(({ serviceId }) => serviceId)
      return {
        ...(!values.isToFitting && values.providerIds.length === 0 && !hasOwner ? { providerIds: t('form.nobody') } : {}),
        ...(values.award === 'first' && !/^\d{1,9}(\.\d{1,2})?$/.test(values.offered.trim()) ? { offered: t('form.offeredWrong') } : {}),
      }
    },
    onSend: (body) => command.mutate(body),
  })
  const { values } = form
  const format = useFormat()
  const programmes = useQuery(programmesOptions(values.award === 'first')).data ?? []
  return (
    <form className="form form-wide" {...form.form}>
      <FormErrors errors={form.errors} idOf={form.idOf} />
      <ProblemSummary error={command.error} idOf={(field) => form.idOf(field.slice(1).replaceAll('/', '.'))} />
      <fieldset className="form-group">
        <legend>{t('form.what')}</legend>
        <ItemRows
          items={values.items}
          idOf={form.idOf}
          errorOf={form.errorOf}
          showProblems={command.error !== null}
          onChange={(items) => form.set({ items })}
        />
        <TextField {...form.field('title')} label={t('form.title')} hint={t('form.titleHint')} maxLength={200} />
        <TextArea {...form.field('words')} label={t('form.words')} hint={t('form.wordsHint')} rows={4} maxLength={4000} />
      </fieldset>
      <fieldset className="form-group">
        <legend>{t('form.conditions')}</legend>
        <div className="form-pair">
          <SelectField
            label={t('field.purpose')}
            value={values.purpose}
            options={PURPOSES.map((value) => ({ value, label: t(`purpose.${value}`) }))}
            onPick={(purpose) => form.set({ purpose })}
          />
          <TextField {...form.field('deadlineDay')} label={t('form.deadline')} type="date" />
          <UnitField
            {...form.field('openDays')}
            label={t('form.openDays')}
            unit={t('quote.workingDays')}
            inputMode="numeric"
            hint={t('form.openDaysHint')}
          />
        </div>
        <div>
          <div className="field-label">{t('field.confidentiality')}</div>
          <Segmented
            label={t('field.confidentiality')}
            value={values.confidentiality}
            options={CONFIDENTIALITIES.map((value) => ({ value, label: t(`confidentiality.${value}`) }))}
            onPick={(confidentiality) => form.set({ confidentiality })}
          />
          <div className="s t3">{t(`confidentialityHint.${values.confidentiality}`)}</div>
        </div>
        <div>
          <div className="field-label">{t('form.award')}</div>
          <Segmented
            label={t('form.award')}
            value={values.award}
            options={(['choice', 'first'] as const).map((value) => ({ value, label: t(`award.${value}`) }))}
            onPick={(award) => form.set({ award })}
          />
          <div className="s t3">{t(`awardHint.${values.award}`)}</div>
        </div>
        {values.award === 'first' && (
          <div className="form-pair">
            <UnitField {...form.field('offered')} label={t('form.offered')} unit={t('form.yuan')} inputMode="decimal" />
            <SelectField
              id={form.idOf('voucherProgrammeId')}
              label={t('form.voucher')}
              hint={t('form.voucherHint')}
              value={values.voucherProgrammeId}
              options={[
                { value: '', label: t('form.noVoucher') },
                ...programmes.map(({ programmeId, nameZh, nameEn, left }) => ({
                  value: programmeId,
                  label: t('form.voucherLeft', { name: currentLanguage() === 'en' ? nameEn : nameZh, left: format.money(left) }),
                })),
              ]}
              onPick={(voucherProgrammeId) => form.set({ voucherProgrammeId })}
            />
          </div>
        )}
      </fieldset>
      <fieldset className="form-group">
        <legend>{t('form.whom')}</legend>
        <ProviderChoice
          id={form.idOf('providerIds')}
          items={values.items}
          chosen={values.providerIds}
          isToFitting={values.isToFitting}
          error={form.errorOf('providerIds')}
          onChange={(providerIds) => form.set({ providerIds })}
          onFitting={(isToFitting) => form.set({ isToFitting })}
        />
      </fieldset>
      <div>
        <Button kind="primary" size="lg" type="submit" isBusy={command.isPending}>
          {t('form.send')}
        </Button>
      </div>
    </form>
  )
}
