import type { Dispute } from '@jiju/orders/contract/disputes'
import type { Order } from '@jiju/orders/contract/orders'
import { RULINGS, type Ruling } from '@jiju/orders/core/disputes/vocabulary'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { addEvidence, addEvidenceFile, disputesOptions, ruleDispute } from './calls.ts'

/** Every dispute of an order: the claim, what each side brings, and the ruling with its grounds. Nothing is shown while there is none. */
export function DisputePanel({ order }: { order: Order }) {
  const query = useQuery(disputesOptions(order.id))
  return (
    <>
      {query.data?.items.map((dispute) => (
        <DisputeView key={dispute.id} dispute={dispute} order={order} />
      ))}
    </>
  )
}

function DisputeView({ dispute, order }: { dispute: Dispute; order: Order }) {
  const { t } = useTranslation('orderDisputes')
  const format = useFormat()
  const mayArgue = useAccess('orders.dispute.argue')
  const mayRule = useAccess('orders.dispute.rule')
  const claim = dispute.openedSide === 'platform' ? t('unanswered') : dispute.claim
  return (
    <Panel
      title={t('title', { number: dispute.number })}
      note={format.stamp(dispute.openedAt)}
      extra={<Tag kind={dispute.state === 'open' ? 'bad' : 'plain'}>{t(`state.${dispute.state}`)}</Tag>}
    >
      <div className="stack">
        <p>
          <strong>{t(`wanted.${dispute.wanted}`)}</strong> · {claim}
        </p>
        {dispute.evidence.length > 0 && (
          <ol className="line-list">
            {dispute.evidence.map((one) => (
              <li key={one.id} style={{ alignItems: 'flex-start' }}>
                <span className="f1 pre">
                  {one.file ? <a href={`/api/v1/orders/disputes/${dispute.id}/files/${one.id}`}>{one.file.name}</a> : one.words}
                </span>
                <span className="s t3 r">
                  {format.stamp(one.at)}
                  <br />
                  {one.personName} · {t(`side.${one.side}`)}
                </span>
              </li>
            ))}
          </ol>
        )}
        {dispute.ruling && (
          <div className="turn-bar" data-turn="other">
            <div>
              <div className="h3">{t(`ruled.${dispute.ruling}`)}</div>
              <div className="m t2 pre">{dispute.rulingWords}</div>
              <div className="s t3">
                {[dispute.ruledByName, dispute.endedAt && format.stamp(dispute.endedAt)].filter(Boolean).join(' · ')}
              </div>
            </div>
          </div>
        )}
        {dispute.state === 'open' && mayArgue && <Argue dispute={dispute} orderId={order.id} />}
        {dispute.state === 'open' && mayRule && order.side === 'operator' && <Rule dispute={dispute} orderId={order.id} />}
      </div>
    </Panel>
  )
}

function Argue({ dispute, orderId }: { dispute: Dispute; orderId: string }) {
  const { t } = useTranslation('orderDisputes')
  const client = useQueryClient()
  const [words, setWords] = useState('')
  const renew = () => client.invalidateQueries({ queryKey: disputesOptions(orderId).queryKey })
  const say = useCommand({
    run: addEvidence,
    onDone: async () => {
      setWords('')
      await renew()
    },
  })
  const send = useCommand({ run: addEvidenceFile, onDone: renew })
  return (
    <div className="stack">
      <ProblemSummary error={say.error ?? send.error} />
      <TextArea
        label={t('argue.label')}
        hint={t('argue.hint')}
        rows={3}
        maxLength={4000}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <div className="row g8 wrap">
        <Button
          isBusy={say.isPending}
          disabled={!words.trim()}
          onClick={() => say.mutate({ id: dispute.id, body: { words: words.trim() } })}
        >
          {t('argue.button')}
        </Button>
      </div>
      <FileDrop
        label={t('argue.file')}
        hint={t('argue.fileHint')}
        accept=".pdf,image/*"
        isDisabled={send.isPending}
        onFiles={([file]) => file && send.mutate({ id: dispute.id, file })}
      />
    </div>
  )
}

function Rule({ dispute, orderId }: { dispute: Dispute; orderId: string }) {
  const { t } = useTranslation('orderDisputes')
  const client = useQueryClient()
  const [ruling, setRuling] = useState<Ruling>('redo')
  const [words, setWords] = useState('')
  const rule = useCommand({
    run: ruleDispute,
    onDone: async () => {
      toast(t('rule.done'))
      await client.invalidateQueries({ queryKey: ['orders'] })
      await client.invalidateQueries({ queryKey: disputesOptions(orderId).queryKey })
    },
  })
  return (
    <div className="stack">
      <h3 className="h3">{t('rule.title')}</h3>
      <ProblemSummary error={rule.error} />
      <SelectField
        label={t('rule.ruling')}
        hint={t(`rule.effect.${ruling}`)}
        value={ruling}
        options={RULINGS.map((value) => ({ value, label: t(`ruled.${value}`) }))}
        onPick={setRuling}
      />
      <TextArea
        label={t('rule.words')}
        hint={t('rule.wordsHint')}
        rows={3}
        maxLength={4000}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <div>
        <Button
          kind="primary"
          isBusy={rule.isPending}
          disabled={!words.trim()}
          onClick={() => rule.mutate({ id: dispute.id, body: { ruling, words: words.trim() } })}
        >
          {t('rule.button')}
        </Button>
      </div>
    </div>
  )
}
