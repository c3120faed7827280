import type { Agreement } from '@jiju/orders/contract/agreements'
import type { Order } from '@jiju/orders/contract/orders'
import { clauseWords } from '@jiju/orders/core/agreement/figures'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { Tag } from '../../ui/tag.tsx'
import { toast } from '../../ui/toast.tsx'
import { acceptAgreement, agreementOptions } from './calls.ts'
import { ChangeCard } from './change-card.tsx'
import { ChangeForm, type ChangeTarget } from './change-form.tsx'
import { ChooseTermsForm } from './choose-terms-form.tsx'
import { ParticularsForm } from './particulars-form.tsx'

/** The whole agreement: each topic's clauses with the changes proposed to them, what is said of samples and delivery, and the acceptance of both sides. */
export function AgreementView({ order, agreement }: { order: Order; agreement: Agreement }) {
  const { t } = useTranslation('order-agreement')
  const client = useQueryClient()
  const mayWrite = useAccess('orders.agreement.write') && agreement.canWrite
  const mayChoose = useAccess('orders.agreement.choose') && agreement.canWrite
  const renew = (next: Agreement) => client.setQueryData(agreementOptions(order.id).queryKey, next)
  const [target, setTarget] = useState<ChangeTarget | null>(null)
  return (
    <div className="stack-24">
      {agreement.state === 'agreed' && agreement.agreedAt && <Frozen agreement={agreement} />}
      {agreement.terms.map((terms) => {
        const changes = agreement.changes.filter(({ topic }) => topic === terms.topic)
        return (
          <section key={terms.topic} className="stack" aria-label={t(`topic.${terms.topic}`)}>
            <div className="row g8 base wrap">
              <h3 className="h3">{t(`topic.${terms.topic}`)}</h3>
              <span className="s t3">
                {terms.name} {t('version', { number: terms.number })}
              </span>
              {terms.isChanged && <Tag>{t('changed')}</Tag>}
            </div>
            {mayChoose && <ChooseTermsForm order={order} agreement={agreement} topic={terms.topic} onDone={renew} />}
            <ol className="clauses">
              {terms.clauses.map((clause) => (
                <li key={clause.key}>
                  <div className="row g8 base" style={{ justifyContent: 'space-between' }}>
                    <span className="b">{clause.heading}</span>
                    {mayWrite && !changes.some((change) => change.state === 'proposed' && change.clauseKey === clause.key) && (
                      <Button kind="text" size="sm" onClick={() => setTarget({ topic: terms.topic, clause })}>
                        {t('change.button')}
                      </Button>
                    )}
                  </div>
                  <p className="m pre">{clauseWords(clause)}</p>
                  {target?.topic === terms.topic && target.clause?.key === clause.key && (
                    <ChangeForm order={order} target={target} onClose={() => setTarget(null)} onDone={renew} />
                  )}
                </li>
              ))}
            </ol>
            {mayWrite && (
              <div>
                <Button size="sm" onClick={() => setTarget({ topic: terms.topic, clause: null })}>
                  {t('change.add')}
                </Button>
              </div>
            )}
            {target?.topic === terms.topic && !target.clause && (
              <ChangeForm order={order} target={target} onClose={() => setTarget(null)} onDone={renew} />
            )}
            {changes.map((change) => (
              <ChangeCard key={change.number} order={order} change={change} mayAnswer={mayWrite} onDone={renew} />
            ))}
          </section>
        )
      })}
      <ParticularsForm key={agreement.version} order={order} agreement={agreement} mayWrite={mayWrite} onDone={renew} />
      <Acceptance order={order} agreement={agreement} onDone={renew} />
    </div>
  )
}

function Frozen({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation('order-agreement')
  const format = useFormat()
  return (
    <div className="notice">
      <div className="f1">
        {t('frozen', { at: format.stamp(agreement.agreedAt ?? '') })}
        <div className="mono t3">SHA-256 {agreement.contentSha256}</div>
      </div>
    </div>
  )
}

function Acceptance({ order, agreement, onDone }: { order: Order; agreement: Agreement; onDone: (next: Agreement) => void }) {
  const { t } = useTranslation('order-agreement')
  const format = useFormat()
  const mayAccept = useAccess('orders.agreement.write') && agreement.canAccept
  const accept = useCommand({
    run: acceptAgreement,
    onDone: (next) => {
      toast(t(next.state === 'agreed' ? 'accept.agreed' : 'accept.done'))
      onDone(next)
    },
  })
  const isBlocked = agreement.changes.some(({ state }) => state === 'proposed')
  return (
    <section className="stack" aria-label={t('accept.title')}>
      <h3 className="h3">{t('accept.title')}</h3>
      <ProblemSummary error={accept.error} />
      {agreement.acceptances.length > 0 && (
        <ul className="line-list">
          {agreement.acceptances.map((one) => (
            <li key={`${one.side}${one.contentSha256}`}>
              <span className="f1">
                {t(`side.${one.side}`)} · {one.personName}
              </span>
              <span className="s t3">{format.stamp(one.at)}</span>
              <Tag kind={one.isCurrent ? 'ok' : 'plain'}>{t(one.isCurrent ? 'accept.current' : 'accept.outdated')}</Tag>
            </li>
          ))}
        </ul>
      )}
      {agreement.canWrite && <p className="m t2">{t(isBlocked ? 'accept.blocked' : 'accept.hint')}</p>}
      {mayAccept && (
        <div>
          <Button
            kind="primary"
            isBusy={accept.isPending}
            onClick={() => accept.mutate({ id: order.id, contentSha256: agreement.contentSha256 })}
          >
            {t('accept.button')}
          </Button>
        </div>
      )}
    </section>
  )
}
