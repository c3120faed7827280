import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { VoucherChoice } from '../../features/order-vouchers/voucher-choice.tsx'
import { placeOrder } from '../../features/order-wizard/calls.ts'
import { CheckStep } from '../../features/order-wizard/check-step.tsx'
import { ItemsStep } from '../../features/order-wizard/items-step.tsx'
import { QuestionsStep } from '../../features/order-wizard/questions-step.tsx'
import { SideSummary } from '../../features/order-wizard/side-summary.tsx'
import { TermsStep } from '../../features/order-wizard/terms-step.tsx'
import { STEPS, type Step, useWizard, type Wizard } from '../../features/order-wizard/use-wizard.ts'
import { currentLanguage } from '../../lib/i18n.ts'
import { oneOf } from '../../lib/search-params.ts'
import { useMe } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { ErrorState, NotFound } from '../../ui/states.tsx'
import { Steps } from '../../ui/steps.tsx'
import { toast } from '../../ui/toast.tsx'

/** Ordering a service at its list price, step by step; each step has its own address and the last asks nothing new. */
export function OrderWizardPage() {
  const { service } = useSearch({ strict: false }) as { service?: string }
  const me = useMe()
  if (!service) return <NotFound />
  return me?.person ? <OrderWizard key={service} personId={me.person.id} serviceId={service} /> : null
}

function OrderWizard({ personId, serviceId }: { personId: string; serviceId: string }) {
  const { t } = useTranslation('order-wizard')
  const params = useParams({ strict: false }) as { step?: string }
  const step = oneOf(params.step, STEPS) ?? 'items'
  const wizard = useWizard(personId, serviceId)
  const [shown, setShown] = useState<readonly Step[]>([])
  const { preview, items, draft } = wizard
  const line = items[0]?.line
  const name = line ? (currentLanguage() === 'en' && line.nameEn) || line.nameZh : ''
  if (preview.error && !preview.data)
    return (
      <div className="panel">
        <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />
      </div>
    )
  return (
    <>
      <PageHead title={t('title')} documentTitle={`${t('title')} ${name}`} line={line && `${name} · ${line.providerName}`} />
      <div className="stack">
        <section className="panel">
          <Steps
            label={t('steps')}
            steps={STEPS.map((key, index) => ({
              key,
              name: t(`step.${key}`),
              state: key === step ? 'now' : index < STEPS.indexOf(step) ? 'done' : 'todo',
            }))}
          />
        </section>
        {wizard.isPriced === false && (
          <div className="notice notice-warn row sb wrap g12" role="status">
            <span className="f1">{t('noPrice')}</span>
            <ButtonLink
              to="/e/enquiries/new"
              search={{ service: draft.items.map((item) => item.serviceId).join(',') }}
              kind="primary"
              size="sm"
            >
              {t('enquire')}
            </ButtonLink>
          </div>
        )}
        <div className="two-columns">
          <div className="stack">
            <StepBody step={step} wizard={wizard} serviceId={serviceId} showProblems={shown.includes(step)} />
            <StepButtons step={step} wizard={wizard} serviceId={serviceId} onBlocked={() => setShown((before) => [...before, step])} />
          </div>
          <aside>
            <SideSummary wizard={wizard} />
          </aside>
        </div>
      </div>
    </>
  )
}

type StepProps = { step: Step; wizard: Wizard; serviceId: string }

function StepBody({ step, wizard, serviceId, showProblems }: StepProps & { showProblems: boolean }) {
  switch (step) {
    case 'items':
      return <ItemsStep wizard={wizard} showProblems={showProblems} />
    case 'questions':
      return <QuestionsStep wizard={wizard} showProblems={showProblems} />
    case 'terms':
      return <TermsStep wizard={wizard} payment={<Payment wizard={wizard} />} />
    case 'check':
      return <CheckStep wizard={wizard} serviceId={serviceId} />
  }
}

/** What a voucher would pay; nothing is reserved before the order is placed. */
function Payment({ wizard }: { wizard: Wizard }) {
  const { keeper, draft, items, preview } = wizard
  const providerId = items[0]?.line?.providerId
  const lines = items.flatMap(({ line }) =>
    line?.price ? [{ kind: 'test' as const, serviceId: line.serviceId, amount: line.price.total }] : [],
  )
  if (!providerId || !preview.data?.total || lines.length === 0) return null
  return (
    <VoucherChoice
      price={{ providerId, purpose: draft.purpose, lines }}
      value={draft.voucherProgrammeId}
      onChange={(chosen) => keeper.change({ voucherProgrammeId: chosen?.programmeId ?? null, expectedVoucher: chosen?.amount ?? null })}
    />
  )
}

function StepButtons({ step, wizard, serviceId, onBlocked }: StepProps & { onBlocked: () => void }) {
  const { t } = useTranslation('order-wizard')
  const navigate = useNavigate()
  const client = useQueryClient()
  const { keeper, areItemsReady, areAnswersReady, isPriced, bodyOf } = wizard
  const command = useCommand({
    run: placeOrder,
    onDone: async (order) => {
      keeper.discard()
      toast(t(order.state === 'awaiting_approval' ? 'submitted' : 'placed', { number: order.number }))
      await client.invalidateQueries({ queryKey: ['orders'] })
      await navigate({ to: '/e/orders/$id', params: { id: order.id } })
    },
  })
  const at = STEPS.indexOf(step)
  const [before, after] = [STEPS[at - 1], STEPS[at + 1]]
  const isReady = (step !== 'items' || areItemsReady) && (step !== 'questions' || areAnswersReady)
  const goOn = () => {
    if (after && isReady) return navigate({ to: '/e/orders/new/$step', params: { step: after }, search: { service: serviceId } })
    onBlocked()
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-form-errors]')?.focus())
    return undefined
  }
  return (
    <div className="stack">
      <ProblemSummary error={command.error} />
      <div className="row g8 wrap">
        {before && (
          <ButtonLink to="/e/orders/new/$step" params={{ step: before }} search={{ service: serviceId }}>
            {t('back')}
          </ButtonLink>
        )}
        {after ? (
          <Button kind="primary" onClick={() => void goOn()}>
            {t('next')}
          </Button>
        ) : (
          <Button
            kind="primary"
            isBusy={command.isPending}
            disabled={!areItemsReady || !areAnswersReady || isPriced !== true}
            onClick={() => command.mutate(bodyOf())}
          >
            {t('place')}
          </Button>
        )}
        <Button kind="text" onClick={keeper.discard}>
          {t('discard')}
        </Button>
      </div>
      {!after && <p className="s t3">{t('placeHint')}</p>}
    </div>
  )
}
