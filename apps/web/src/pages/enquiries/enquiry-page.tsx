import type { Enquiry } from '@jiju/orders/contract/enquiries'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QuoteTermsPanel } from '../../features/order-agreement/quote-terms.tsx'
import { AskMoreDialog } from '../../features/order-enquiries/ask-more-dialog.tsx'
import { AskedPanel } from '../../features/order-enquiries/asked-panel.tsx'
import { enquiryKey, enquiryOptions, withdrawEnquiry } from '../../features/order-enquiries/calls.ts'
import { ComparisonPanel } from '../../features/order-enquiries/comparison-panel.tsx'
import { NeedPanel } from '../../features/order-enquiries/need-panel.tsx'
import { QuotePanel } from '../../features/order-enquiries/own-quotes.tsx'
import { EnquiryStateTag } from '../../features/order-enquiries/state-tags.tsx'
import { ThreadPanel } from '../../features/order-threads/thread-panel.tsx'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { toast } from '../../ui/toast.tsx'

const REFETCH_MS = 60_000

/** One enquiry for its client: who has answered, all quotes side by side, the thread with each provider. */
export function EnquiryPage() {
  const { id } = useParams({ from: '/work/e/enquiries/$id' })
  const query = useQuery({ ...enquiryOptions(id), refetchInterval: REFETCH_MS })
  return (
    <QueryView query={query} isPage>
      {(enquiry) => <EnquiryView enquiry={enquiry} />}
    </QueryView>
  )
}

function EnquiryView({ enquiry }: { enquiry: Enquiry }) {
  const { t } = useTranslation('order-enquiries')
  const client = useQueryClient()
  const mayPlace = useAccess('orders.enquiry.place')
  const [open, setOpen] = useState<'withdraw' | 'askMore' | null>(null)
  const [talkTo, setTalkTo] = useState<string | null>(null)
  const renew = (next: Enquiry) => {
    client.setQueryData(enquiryOptions(next.id).queryKey, next)
    void client.invalidateQueries({ queryKey: enquiryKey })
  }
  const may = (act: Enquiry['acts'][number]) => mayPlace && enquiry.acts.includes(act)
  const accepted = enquiry.quotes.find(({ state }) => state === 'accepted')
  const talking = enquiry.asked.find(({ providerId }) => providerId === talkTo) ?? enquiry.asked.find(({ threadId }) => threadId !== null)
  return (
    <>
      <PageHead
        crumb={[{ label: t('title'), link: { to: '/e/enquiries' } }, { label: enquiry.number }]}
        title={enquiry.title}
        documentTitle={`${enquiry.title} ${enquiry.number}`}
        beside={<EnquiryStateTag state={enquiry.state} />}
        line={[enquiry.number, t(`award.${enquiry.award}`), t(`confidentiality.${enquiry.confidentiality}`)].join(' · ')}
        actions={
          mayPlace && (
            <ButtonLink to="/e/enquiries/new" search={{ from: enquiry.id }}>
              {t('askAgain')}
            </ButtonLink>
          )
        }
      />
      <div className="stack">
        <section className="panel">
          <TurnBar enquiry={enquiry}>
            {may('withdraw') && (
              <Button kind="danger" onClick={() => setOpen('withdraw')}>
                {t('withdraw.button')}
              </Button>
            )}
            {may('ask_more') && <Button onClick={() => setOpen('askMore')}>{t('askMore.button')}</Button>}
            {enquiry.orderId && (
              <ButtonLink kind="primary" to="/e/orders/$id" params={{ id: enquiry.orderId }}>
                {t('toOrder')}
              </ButtonLink>
            )}
          </TurnBar>
        </section>
        {enquiry.award === 'choice' && enquiry.state === 'open' && <ComparisonPanel enquiry={enquiry} />}
        {accepted && <QuotePanel quote={accepted} title={t('acceptedQuote', { name: accepted.providerName })} />}
        <QuoteTermsPanel quotes={accepted ? [accepted] : enquiry.quotes.filter(({ state }) => state === 'offered')} />
        <div className="two-columns">
          <div className="stack">
            <AskedPanel
              enquiry={enquiry}
              onThread={(providerId) => {
                setTalkTo(providerId)
                document.getElementById('thread')?.scrollIntoView({ block: 'nearest' })
              }}
            />
            <NeedPanel enquiry={enquiry} />
          </div>
          <aside id="thread" className="stack">
            {enquiry.asked.length > 1 && talking && (
              <SelectField
                label={t('threadWith')}
                value={talking.providerId}
                options={enquiry.asked.map(({ providerId, providerName, unread }) => ({
                  value: providerId,
                  label: unread > 0 ? `${providerName}（${t('unread', { count: unread })}）` : providerName,
                }))}
                onPick={setTalkTo}
              />
            )}
            {talking?.threadId && <ThreadPanel key={talking.threadId} threadId={talking.threadId} note={talking.providerName} />}
          </aside>
        </div>
      </div>
      {open === 'withdraw' && <WithdrawDialog enquiry={enquiry} onClose={() => setOpen(null)} onDone={renew} />}
      {open === 'askMore' && <AskMoreDialog enquiry={enquiry} onClose={() => setOpen(null)} onDone={renew} />}
    </>
  )
}

/** Whose turn it is and until when. */
function TurnBar({ enquiry, children }: { enquiry: Enquiry; children: React.ReactNode }) {
  const { t } = useTranslation('order-enquiries')
  const format = useFormat()
  const offered = enquiry.quotes.filter(({ isAcceptable }) => isAcceptable)
  const waiting = enquiry.asked.filter(({ state }) => state === 'asked').length
  const isMine = enquiry.state === 'open' && offered.length > 0
  const until = format.instant(enquiry.openUntil)
  const text = isMine
    ? t('turn.choose', { count: offered.length })
    : enquiry.state === 'open'
      ? t('turn.waiting', { count: waiting })
      : t(`turn.${enquiry.state}`, { at: enquiry.endedAt ? format.instant(enquiry.endedAt) : '' })
  const note =
    enquiry.state !== 'open'
      ? null
      : isMine && waiting > 0
        ? t('turn.stillWaiting', { count: waiting, until })
        : t(enquiry.award === 'first' ? 'turn.firstNote' : 'turn.openNote', { until })
  return (
    <div className="turn-bar" data-turn={isMine ? 'mine' : 'other'}>
      <div className="row g12">
        <Icon name={enquiry.state === 'awarded' ? 'checkCircle' : 'clock'} size={18} />
        <div>
          <div className="h3">{text}</div>
          {note && <div className="m t2">{note}</div>}
        </div>
      </div>
      <div className="row g8 wrap">{children}</div>
    </div>
  )
}

function WithdrawDialog({ enquiry, onClose, onDone }: { enquiry: Enquiry; onClose: () => void; onDone: (next: Enquiry) => void }) {
  const { t } = useTranslation('order-enquiries')
  const command = useCommand({
    run: withdrawEnquiry,
    onDone: (next) => {
      toast(t('withdraw.done'))
      onClose()
      onDone(next)
    },
  })
  const offered = enquiry.quotes.filter(({ state }) => state === 'offered').length
  return (
    <Dialog
      title={t('withdraw.title')}
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('back')}</Button>
          <Button kind="danger" isBusy={command.isPending} onClick={() => command.mutate({ id: enquiry.id })}>
            {t('withdraw.button')}
          </Button>
        </>
      }
    >
      <ProblemSummary error={command.error} />
      <p>{t('withdraw.effect', { asked: enquiry.asked.length, quotes: offered })}</p>
    </Dialog>
  )
}
