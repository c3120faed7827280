import type { Enquiry } from '@jiju/orders/contract/enquiries'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QuoteTermsPanel, TermsPicker } from '../../features/order-agreement/quote-terms.tsx'
import { enquiryKey, enquiryOptions } from '../../features/order-enquiries/calls.ts'
import { DeclineDialog } from '../../features/order-enquiries/decline-dialog.tsx'
import { NeedPanel } from '../../features/order-enquiries/need-panel.tsx'
import { EarlierQuotes, QuotePanel } from '../../features/order-enquiries/own-quotes.tsx'
import { QuoteForm } from '../../features/order-enquiries/quote-form.tsx'
import { AskedStateTag } from '../../features/order-enquiries/state-tags.tsx'
import { TakeForm } from '../../features/order-enquiries/take-form.tsx'
import { ThreadPanel } from '../../features/order-threads/thread-panel.tsx'
import { useAccess } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Remaining } from '../../ui/remaining.tsx'

/** One enquiry for a provider that was asked: the need, the own quote, the thread with the client. */
export function ReceivedEnquiryPage() {
  const { id } = useParams({ from: '/work/p/enquiries/$id' })
  const query = useQuery(enquiryOptions(id))
  return (
    <QueryView query={query} isPage>
      {(enquiry) => <ReceivedView enquiry={enquiry} />}
    </QueryView>
  )
}

function ReceivedView({ enquiry }: { enquiry: Enquiry }) {
  const { t } = useTranslation('order-enquiries')
  const format = useFormat()
  const client = useQueryClient()
  const mayAnswer = useAccess('orders.enquiry.answer')
  const [isRevising, setRevising] = useState(false)
  const [termsIds, setTermsIds] = useState<string[]>([])
  const [isDeclining, setDeclining] = useState(false)
  const [own] = enquiry.asked
  if (!own) return null
  const may = (act: Enquiry['acts'][number]) => mayAnswer && enquiry.acts.includes(act)
  const [newest, ...earlier] = enquiry.quotes
  const offered = newest?.state === 'offered' ? newest : undefined
  const renew = (next: Enquiry) => {
    setRevising(false)
    client.setQueryData(enquiryOptions(next.id).queryKey, next)
    void client.invalidateQueries({ queryKey: enquiryKey })
  }
  const isWaiting = own.state === 'asked' && enquiry.state === 'open'
  const showsForm = may('quote') && (isRevising || !offered)
  return (
    <>
      <PageHead
        crumb={[{ label: t('inbox.title'), link: { to: '/p/enquiries' } }, { label: enquiry.number }]}
        title={enquiry.title}
        documentTitle={`${enquiry.title} ${enquiry.number}`}
        beside={<AskedStateTag state={own.state} isLate={own.isLate} />}
        line={[enquiry.number, enquiry.organisationName ?? t('hiddenClient'), t(`confidentiality.${enquiry.confidentiality}`)].join(' · ')}
      />
      <div className="stack">
        <section className="panel">
          <div className="turn-bar" data-turn={isWaiting ? 'mine' : 'other'}>
            <div className="row g12">
              <Icon name={own.state === 'won' ? 'checkCircle' : 'clock'} size={18} />
              <div>
                <div className="h3">{t(`ownTurn.${own.state}`, { until: format.instant(own.answerUntil) })}</div>
                <div className="m t2">
                  {own.declineReason
                    ? format.said(t(`reason.${own.declineReason}`), own.declineWords)
                    : enquiry.state === 'open' && t('ownTurn.note', { until: format.instant(enquiry.openUntil) })}
                </div>
              </div>
            </div>
            <div className="row g8 wrap">
              {isWaiting && <Remaining until={own.answerUntil} />}
              {may('decline') && <Button onClick={() => setDeclining(true)}>{t('decline.button')}</Button>}
              {may('withdraw_quote') && (
                <Button kind="danger" onClick={() => setDeclining(true)}>
                  {t('withdrawQuote.button')}
                </Button>
              )}
              {may('quote') && offered && !isRevising && (
                <Button kind="primary" onClick={() => setRevising(true)}>
                  {t('quote.reviseOpen')}
                </Button>
              )}
              {enquiry.orderId && (
                <ButtonLink kind="primary" to="/p/orders/$id" params={{ id: enquiry.orderId }}>
                  {t('toOrder')}
                </ButtonLink>
              )}
            </div>
          </div>
        </section>
        <div className="two-columns">
          <div className="stack">
            <NeedPanel enquiry={enquiry} />
            {may('take') && (
              <Panel title={t('take.title')}>
                <TakeForm enquiry={enquiry} />
              </Panel>
            )}
            {showsForm && (
              <Panel title={t(offered ? 'quote.reviseTitle' : 'quote.title')}>
                <QuoteForm
                  key={newest?.id ?? 'first'}
                  enquiry={enquiry}
                  before={newest}
                  termsIds={termsIds}
                  onDone={renew}
                  onCancel={offered ? () => setRevising(false) : undefined}
                >
                  <TermsPicker value={termsIds} onChange={setTermsIds} />
                </QuoteForm>
              </Panel>
            )}
            {newest && !isRevising && <QuotePanel quote={newest} title={t('quote.own')} />}
            {newest && !isRevising && <QuoteTermsPanel quotes={[newest]} />}
            <EarlierQuotes quotes={isRevising && newest ? [newest, ...earlier] : earlier} />
          </div>
          <aside>{own.threadId && <ThreadPanel threadId={own.threadId} note={enquiry.organisationName ?? t('hiddenClient')} />}</aside>
        </div>
      </div>
      {isDeclining && <DeclineDialog enquiry={enquiry} quoteId={offered?.id} onClose={() => setDeclining(false)} onDone={renew} />}
    </>
  )
}
