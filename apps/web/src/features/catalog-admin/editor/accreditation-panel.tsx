import { type AccreditationDetail, AccreditationInput } from '@jiju/catalog/contract/accreditations'
import { addDays } from '@jiju/kernel/local-date'
import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayNow } from '../../../lib/format.ts'
import { useAccess } from '../../../lib/session.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useForm } from '../../../lib/use-form.ts'
import { Button } from '../../../ui/button.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { Drawer } from '../../../ui/drawer.tsx'
import { SelectField, TextField } from '../../../ui/field.tsx'
import { FormErrors } from '../../../ui/form-errors.tsx'
import { DateField } from '../../../ui/late/moment-field.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { ProblemSummary } from '../../../ui/problem-summary.tsx'
import { QueryView } from '../../../ui/query-view.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { toast } from '../../../ui/toast.tsx'
import { accreditationOptions, accreditationsOptions, addAccreditation, changeAccreditation, findStandards } from '../calls.ts'

const SCHEMES = AccreditationInput.shape.scheme.options

/** CMA, CNAS and GLP of the provider: which cover this resource, and the scope to edit. */
export function AccreditationPanel({
  resourceId,
  standardIds,
  name,
}: {
  resourceId: string
  standardIds: readonly string[]
  name: string
}) {
  const { t } = useTranslation('editor')
  const client = useQueryClient()
  const mayEdit = useAccess('catalog.accreditation.edit')
  const query = useQuery(accreditationsOptions)
  const details = useQueries({ queries: (query.data?.items ?? []).map((item) => accreditationOptions(item.id)) })
  const [editing, setEditing] = useState<AccreditationDetail | 'new' | null>(null)
  const soon = addDays(dayNow(), 60)
  const covers = (detail: AccreditationDetail) =>
    detail.items.some(
      (item) =>
        item.resourceId === resourceId || (item.resourceId === null && item.standardId !== null && standardIds.includes(item.standardId)),
    )
  const done = async () => {
    setEditing(null)
    toast(t('accreditation.saved'))
    await client.invalidateQueries({ queryKey: ['accreditations'] })
  }
  const cover = useCommand({ run: changeAccreditation, onDone: done })
  return (
    <Panel
      title={t('accreditation.title')}
      note={t('accreditation.note')}
      isFlush
      extra={
        mayEdit && (
          <Button size="sm" onClick={() => setEditing('new')}>
            {t('accreditation.add')}
          </Button>
        )
      }
    >
      <ProblemSummary error={cover.error} />
      <QueryView query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="panel-body t2">{t('accreditation.none')}</p>
          ) : (
            <ul className="line-list">
              {items.map((item, index) => {
                const detail = details[index]?.data
                const isCovering = detail ? covers(detail) : false
                return (
                  <li key={item.id} style={{ flexWrap: 'wrap' }}>
                    <span className="f1" style={{ minWidth: 200 }}>
                      <span className="b">{t(`scheme.${item.scheme}`)}</span> {item.certificateNo}
                      <span className="s t3" style={{ display: 'block' }}>
                        {item.validFrom} — {item.validTo} · {t('accreditation.items', { count: item.itemCount })}
                      </span>
                    </span>
                    <Tag kind={!item.isInDate ? 'bad' : item.validTo <= soon ? 'warn' : 'ok'}>
                      {!item.isInDate
                        ? t('accreditation.expired')
                        : item.validTo <= soon
                          ? t('accreditation.expiring', { date: item.validTo })
                          : t('accreditation.inDate')}
                    </Tag>
                    <Tag kind={isCovering ? 'accent' : 'line'}>{isCovering ? t('accreditation.covers') : t('accreditation.coversNot')}</Tag>
                    {mayEdit && detail && !isCovering && (
                      <Button
                        size="sm"
                        isBusy={cover.isPending}
                        onClick={() =>
                          cover.mutate({
                            target: detail,
                            body: { ...inputOf(detail), items: [...inputOf(detail).items, { ...EMPTY_ITEM, product: name, resourceId }] },
                          })
                        }
                      >
                        {t('accreditation.coverThis')}
                      </Button>
                    )}
                    {mayEdit && detail && (
                      <Button size="sm" onClick={() => setEditing(detail)}>
                        {t('accreditation.edit')}
                      </Button>
                    )}
                  </li>
                )
              })}
            </ul>
          )
        }
      </QueryView>
      <Drawer
        title={editing === 'new' ? t('accreditation.add') : t('accreditation.edit')}
        isOpen={editing !== null}
        onClose={() => setEditing(null)}
        isWide
      >
        {editing && <AccreditationForm accreditation={editing === 'new' ? null : editing} onDone={done} />}
      </Drawer>
    </Panel>
  )
}

type Item = AccreditationInput['items'][number]
const EMPTY_ITEM: Item = {
  product: '',
  parameter: null,
  standardId: null,
  standardText: null,
  fieldCode: null,
  limits: null,
  resourceId: null,
}

function inputOf(detail: AccreditationDetail): AccreditationInput {
  const { scheme, certificateNo, validFrom, validTo, note } = detail
  const items = detail.items.map(({ product, parameter, standardId, standardText, fieldCode, limits, resourceId }) => ({
    product,
    parameter,
    standardId,
    standardText,
    fieldCode,
    limits,
    resourceId,
  }))
  return { scheme, certificateNo, validFrom, validTo, note, items }
}

function AccreditationForm({ accreditation, onDone }: { accreditation: AccreditationDetail | null; onDone: () => Promise<void> }) {
  const { t } = useTranslation('editor')
  const today = dayNow()
  const add = useCommand({ run: addAccreditation, onDone })
  const change = useCommand({ run: changeAccreditation, onDone })
  const [numbers, setNumbers] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(
      (accreditation?.items ?? [])
        .filter((item) => item.standardId && item.standardNumber)
        .map((item) => [item.standardId ?? '', item.standardNumber ?? '']),
    ),
  )
  const form = useForm({
    initial: accreditation
      ? { ...inputOf(accreditation), note: accreditation.note ?? '' }
      : {
          scheme: 'cma' as (typeof SCHEMES)[number],
          certificateNo: '',
          validFrom: today,
          validTo: addDays(today, 6 * 365),
          note: '',
          items: [] as Item[],
        },
    schema: AccreditationInput,
    toInput: (values): AccreditationInput => ({ ...values, note: values.note.trim() || null }),
    onSend: (body) => (accreditation ? change.mutate({ target: accreditation, body }) : add.mutate(body)),
  })
  const { items } = form.values
  const setItem = (index: number, edit: Partial<Item>) =>
    form.set({ items: items.map((item, at) => (at === index ? { ...item, ...edit } : item)) })
  return (
    <form className="form form-wide" {...form.form}>
      <FormErrors errors={form.errors} idOf={form.idOf} />
      <ProblemSummary error={add.error ?? change.error} idOf={(field) => form.idOf(field.slice(1))} />
      <div className="form-pair">
        <SelectField
          label={t('accreditation.scheme')}
          value={form.values.scheme}
          options={SCHEMES.map((value) => ({ value, label: t(`scheme.${value}`) }))}
          onPick={(scheme) => form.set({ scheme })}
        />
        <TextField {...form.field('certificateNo')} label={t('accreditation.certificateNo')} />
        <DateField {...form.field('validFrom')} label={t('accreditation.validFrom')} />
        <DateField {...form.field('validTo')} label={t('accreditation.validTo')} />
      </div>
      <TextField {...form.field('note')} label={t('accreditation.noteLabel')} hint={t('optional')} />
      <fieldset className="form-group">
        <legend>{t('accreditation.items', { count: items.length })}</legend>
        {items.slice(0, 200).map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place until it is saved.
          <div key={index} className="panel panel-body stack" style={{ gap: 8 }}>
            <div className="form-pair">
              <TextField
                label={t('accreditation.product')}
                value={item.product}
                error={form.errorOf(`items.${index}.product`)}
                onChange={(event) => setItem(index, { product: event.target.value })}
              />
              <TextField
                label={t('accreditation.parameter')}
                value={item.parameter ?? ''}
                onChange={(event) => setItem(index, { parameter: event.target.value || null })}
              />
              <TextField
                label={t('accreditation.limits')}
                value={item.limits ?? ''}
                onChange={(event) => setItem(index, { limits: event.target.value || null })}
              />
            </div>
            {item.standardId ? (
              <div className="row g8">
                <Tag onRemove={() => setItem(index, { standardId: null })} removeLabel={t('accreditation.removeItem')}>
                  {numbers[item.standardId] ?? item.standardText ?? '…'}
                </Tag>
              </div>
            ) : (
              <Combobox
                label={t('accreditation.standard')}
                placeholder={item.standardText ?? t('standards.addHint')}
                queryKey="standards"
                find={findStandards}
                keyOf={(standard) => standard.id}
                show={(standard) => `${standard.number} ${standard.titleZh ?? standard.titleEn ?? ''}`}
                none={t('standards.notFound')}
                onPick={(standard) => {
                  setNumbers((old) => ({ ...old, [standard.id]: standard.number }))
                  setItem(index, { standardId: standard.id, standardText: standard.number })
                }}
              />
            )}
            <div>
              <Button size="sm" kind="text" onClick={() => form.set({ items: items.filter((_, at) => at !== index) })}>
                {t('accreditation.removeItem')}
              </Button>
            </div>
          </div>
        ))}
        <div>
          <Button size="sm" onClick={() => form.set({ items: [...items, EMPTY_ITEM] })}>
            {t('accreditation.addItem')}
          </Button>
        </div>
      </fieldset>
      <div>
        <Button kind="primary" type="submit" isBusy={add.isPending || change.isPending}>
          {t('accreditation.save')}
        </Button>
      </div>
    </form>
  )
}
