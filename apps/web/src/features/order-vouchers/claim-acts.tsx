import type { VoucherClaim } from '@jiju/orders/contract/voucher-claims'
import { PAPER_KINDS, type PaperKind } from '@jiju/orders/core/vouchers/vocabulary'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { actOnClaim, addPaper, claimOptions, vouchersKey } from './calls.ts'

/** What the reader may do about a claim: decide it, or bring what was asked for. */
export function ClaimActs({ claim }: { claim: VoucherClaim }) {
  const { t } = useTranslation('order-vouchers')
  const client = useQueryClient()
  const [words, setWords] = useState('')
  const command = useCommand({
    run: actOnClaim,
    onDone: async (next) => {
      setWords('')
      toast(t('claim.done'))
      client.setQueryData(claimOptions(next.voucherId).queryKey, next)
      await client.invalidateQueries({ queryKey: vouchersKey })
    },
  })
  const acts = claim.acts.filter((act) => act !== 'claim')
  const has = (act: (typeof acts)[number]) => acts.includes(act)
  const send = (act: (typeof acts)[number]) => command.mutate({ claim, act, words })
  if (acts.length === 0) return null
  return (
    <section className="stack">
      {has('supply') && <AddPaper claim={claim} />}
      <ProblemSummary error={command.error} />
      <TextArea
        label={t('claim.words')}
        hint={has('reject') ? t('claim.rejectHint') : undefined}
        rows={3}
        maxLength={1000}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <div className="row g8 wrap">
        {has('accept') && (
          <Button kind="primary" isBusy={command.isPending} onClick={() => send('accept')}>
            {t('claim.acceptAct')}
          </Button>
        )}
        {has('supply') && (
          <Button kind="primary" isBusy={command.isPending} onClick={() => send('supply')}>
            {t('claim.supplyAct')}
          </Button>
        )}
        {has('ask_more') && (
          <Button isBusy={command.isPending} disabled={!words.trim()} onClick={() => send('ask_more')}>
            {t('claim.askAct')}
          </Button>
        )}
        {has('reject') && (
          <Button kind="danger" isBusy={command.isPending} disabled={!words.trim()} onClick={() => send('reject')}>
            {t('claim.rejectAct')}
          </Button>
        )}
      </div>
    </section>
  )
}

const ADDED_KINDS = PAPER_KINDS.filter((kind) => kind !== 'order')

function AddPaper({ claim }: { claim: VoucherClaim }) {
  const { t } = useTranslation('order-vouchers')
  const client = useQueryClient()
  const [kind, setKind] = useState<PaperKind>(claim.evidence.missing.find((one) => one !== 'order') ?? 'other')
  const command = useCommand({
    run: addPaper,
    onDone: (next) => {
      client.setQueryData(claimOptions(next.voucherId).queryKey, next)
    },
  })
  return (
    <div className="stack">
      <ProblemSummary error={command.error} />
      <SelectField
        label={t('claim.kind')}
        value={kind}
        options={ADDED_KINDS.map((value) => ({ value, label: t(`paper.${value}`) }))}
        onPick={setKind}
      />
      <FileDrop
        label={t('claim.add')}
        hint={t('claim.addHint')}
        accept=".pdf,.xlsx,image/*"
        isDisabled={command.isPending}
        onFiles={([file]) => file && command.mutate({ voucherId: claim.voucherId, kind, file })}
      />
    </div>
  )
}
