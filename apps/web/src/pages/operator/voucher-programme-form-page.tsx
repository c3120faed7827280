import type { VoucherProgramme } from '@jiju/orders/contract/voucher-programmes'
import { CreateVoucherProgramme, WriteVoucherRules } from '@jiju/orders/contract/voucher-programmes'
import { REFERENCE_PROGRAMME } from '@jiju/orders/core/vouchers/reference-programme'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { createProgramme, programmeOptions, vouchersKey, writeRules } from '../../features/order-vouchers/calls.ts'
import { nameOf } from '../../features/order-vouchers/named.ts'
import { draftOf, emptyRules, type RulesDraft, RulesFields, rulesOf } from '../../features/order-vouchers/rules-fields.tsx'
import { dayNow } from '../../lib/format.ts'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { toast } from '../../ui/toast.tsx'

/** A new programme, from nothing or from the reference values. */
export function VoucherProgrammeFormPage() {
  const { t } = useTranslation('order-vouchers')
  const navigate = useNavigate()
  const client = useQueryClient()
  const [names, setNames] = useState({ nameZh: '', nameEn: '', issuer: '', budget: '' })
  const [draft, setDraft] = useState(() => emptyRules(dayNow()))
  const command = useCommand({
    run: createProgramme,
    onDone: async (programme) => {
      toast(t('office.programmes.created'))
      await client.invalidateQueries({ queryKey: vouchersKey })
      await navigate({ to: '/o/vouchers/programmes/$id', params: { id: programme.id } })
    },
  })
  const body = { ...names, rules: rulesOf(draft) }
  const field = (key: keyof typeof names) => ({
    value: names[key],
    onChange: (event: { target: { value: string } }) => setNames({ ...names, [key]: event.target.value }),
  })
  const fill = () => {
    const { nameZh, nameEn, issuer, ...rules } = REFERENCE_PROGRAMME
    setNames({ ...names, nameZh, nameEn, issuer })
    setDraft(draftOf(WriteVoucherRules.parse(rules), rules.validFrom))
  }
  return (
    <>
      <PageHead
        crumb={[{ label: t('title'), link: { to: '/o/vouchers' } }, { label: t('office.programmes.new') }]}
        title={t('office.programmes.new')}
        actions={<Button onClick={fill}>{t('office.programmes.template')}</Button>}
        line={t('office.programmes.templateHint')}
      />
      <div className="stack">
        <Panel title={t('programme')}>
          <div className="stack">
            <TextField label={t('office.programmes.nameZh')} maxLength={200} {...field('nameZh')} />
            <TextField label={t('office.programmes.nameEn')} maxLength={200} {...field('nameEn')} />
            <TextField label={t('office.programmes.issuerLabel')} maxLength={200} {...field('issuer')} />
            <TextField label={t('office.programmes.budgetLabel')} inputMode="decimal" {...field('budget')} />
          </div>
        </Panel>
        <RulesFields draft={draft} onChange={(change) => setDraft((before) => ({ ...before, ...change }))} />
        <ProblemSummary error={command.error} />
        <div>
          <Button
            kind="primary"
            isBusy={command.isPending}
            disabled={!CreateVoucherProgramme.safeParse(body).success}
            onClick={() => command.mutate(body)}
          >
            {t('office.programmes.create')}
          </Button>
        </div>
      </div>
    </>
  )
}

/** A new version of a programme's rules, beginning with those that hold. */
export function VoucherRulesFormPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const query = useQuery(programmeOptions(id))
  return (
    <QueryView query={query} isPage>
      {(programme) => <RulesForm key={programme.id} programme={programme} />}
    </QueryView>
  )
}

function RulesForm({ programme }: { programme: VoucherProgramme }) {
  const { t } = useTranslation('order-vouchers')
  const navigate = useNavigate()
  const client = useQueryClient()
  const current = programme.rules.find(({ holds }) => holds) ?? programme.rules[0]
  const [draft, setDraft] = useState<RulesDraft>(() =>
    current ? draftOf(WriteVoucherRules.parse(current), dayNow()) : emptyRules(dayNow()),
  )
  const command = useCommand({
    run: writeRules,
    onDone: async (next) => {
      toast(t('office.programmes.saved'))
      client.setQueryData(programmeOptions(next.id).queryKey, next)
      await navigate({ to: '/o/vouchers/programmes/$id', params: { id: next.id } })
    },
  })
  const body = rulesOf(draft)
  return (
    <>
      <PageHead
        crumb={[
          { label: t('title'), link: { to: '/o/vouchers' } },
          { label: nameOf(programme), link: { to: '/o/vouchers/programmes/$id', params: { id: programme.id } } },
          { label: t('office.programmes.newRules') },
        ]}
        title={t('office.programmes.newRules')}
        line={t('office.programmes.newRulesHint')}
      />
      <div className="stack">
        <RulesFields draft={draft} onChange={(change) => setDraft((before) => ({ ...before, ...change }))} />
        <ProblemSummary error={command.error} />
        <div>
          <Button
            kind="primary"
            isBusy={command.isPending}
            disabled={!WriteVoucherRules.safeParse(body).success}
            onClick={() => command.mutate({ id: programme.id, body })}
          >
            {t('office.programmes.save')}
          </Button>
        </div>
      </div>
    </>
  )
}
