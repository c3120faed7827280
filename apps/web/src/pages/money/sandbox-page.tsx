import type { PayInSandbox } from '@jiju/orders/contract/payments'
import { SANDBOX_MANNERS } from '@jiju/orders/core/money/payments'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { payInSandbox, sandboxOptions } from '../../features/order-money/calls.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'

/** The page of the payment provider's sandbox: no money is taken; whoever pays chooses how it ends and how it is told. */
export function SandboxPage() {
  const { t } = useTranslation('order-money')
  const format = useFormat()
  const client = useQueryClient()
  const { reference } = useParams({ from: '/work/pay/sandbox/$reference' })
  const query = useQuery(sandboxOptions(reference))
  const [manner, setManner] = useState<PayInSandbox['manner']>('at_once')
  const command = useCommand({
    run: payInSandbox,
    onDone: async (payment) => {
      client.setQueryData(sandboxOptions(reference).queryKey, payment)
      await client.invalidateQueries({ queryKey: ['ledger'] })
    },
  })
  return (
    <QueryView query={query} isPage>
      {(payment) => (
        <>
          <PageHead title={t('sandbox.title')} line={t('sandbox.lead')} />
          <Panel title={format.price(payment.amount)} note={payment.merchantNumber}>
            <div className="stack" style={{ maxWidth: 480 }}>
              {payment.state === 'open' ? (
                <>
                  <SelectField
                    label={t('sandbox.manner')}
                    value={manner}
                    onPick={setManner}
                    options={SANDBOX_MANNERS.map((value) => ({ value, label: t(`sandbox.how.${value}`) }))}
                  />
                  <ProblemSummary error={command.error} />
                  <div>
                    <Button kind="primary" isBusy={command.isPending} onClick={() => command.mutate({ reference, body: { manner } })}>
                      {t(manner === 'fails' ? 'sandbox.fail' : 'sandbox.pay')}
                    </Button>
                  </div>
                </>
              ) : (
                <>
                  <p role="status">{t(`sandbox.state.${payment.state}`)}</p>
                  <div>
                    <ButtonLink to="/e/ledger">{t('sandbox.back')}</ButtonLink>
                  </div>
                </>
              )}
            </div>
          </Panel>
        </>
      )}
    </QueryView>
  )
}
