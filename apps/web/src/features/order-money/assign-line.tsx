import type { AssignBankLine, BankLine } from '@jiju/orders/contract/bank'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../lib/api.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField } from '../../ui/field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'
import { assignBankLine, listOutgoings, setBankLineAside } from './calls.ts'
import { OrganisationPicker } from './organisation-picker.tsx'

type Target = AssignBankLine['target'] | 'aside'

/** Somebody says what a line of a statement is; receipts and payments have different choices. */
export function AssignLine({ line, onClose }: { line: BankLine; onClose: () => void }) {
  const { t, i18n } = useTranslation('order-money')
  const format = useFormat()
  const client = useQueryClient()
  const isReceipt = !line.amount.startsWith('-')
  const targets: readonly Target[] = isReceipt ? ['prepaid', 'gateway', 'voucher', 'aside'] : ['outgoing', 'aside']
  const [target, setTarget] = useState<Target>(targets[0] ?? 'aside')
  const [organisationId, setOrganisation] = useState<string | null>(null)
  const [choice, setChoice] = useState('')
  const [note, setNote] = useState('')
  const programmes = useQuery({
    queryKey: ['ledger', 'programmes'],
    queryFn: async () => await answer(api.GET('/api/v1/orders/voucher-programmes')),
    enabled: isReceipt,
  })
  const outgoings = useQuery({
    queryKey: ['ledger', 'outgoings', 'to-match'],
    queryFn: () => listOutgoings({}),
    enabled: !isReceipt,
  })
  const onDone = async () => {
    toast(t('bank.decided'))
    onClose()
    await client.invalidateQueries({ queryKey: ['ledger'] })
  }
  const assign = useCommand({ run: assignBankLine, onDone })
  const aside = useCommand({ run: setBankLineAside, onDone })
  const body = bodyOf({ target, organisationId, choice })
  const isReady = target === 'aside' ? note.trim() !== '' : body !== undefined
  const options =
    target === 'voucher'
      ? (programmes.data?.items ?? []).map((one) => ({ value: one.id, label: i18n.language === 'en' ? one.nameEn : one.nameZh }))
      : (outgoings.data?.items ?? [])
          .filter(({ amount }) => `-${amount}` === line.amount)
          .map((one) => ({ value: one.id, label: `${one.number} · ${one.accountName}` }))
  return (
    <Dialog
      title={t('bank.decideTitle')}
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('back')}</Button>
          <Button
            kind="primary"
            disabled={!isReady}
            isBusy={assign.isPending || aside.isPending}
            onClick={() => (body ? assign.mutate({ id: line.id, body }) : aside.mutate({ id: line.id, note: note.trim() }))}
          >
            {t(target === 'aside' ? 'bank.setAside' : 'bank.assign')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>
          {format.day(line.bookedOn)} · {line.counterpartyName || '—'} · {format.money(line.amount)} {t('yuan')}
          <span className="s t3" style={{ display: 'block' }}>
            {line.reference}
          </span>
        </p>
        <SelectField
          label={t('bank.is')}
          value={target}
          onPick={(next) => {
            setTarget(next)
            setChoice('')
          }}
          options={targets.map((value) => ({ value, label: t(`bank.target.${value}`) }))}
        />
        {target === 'prepaid' && (
          <OrganisationPicker
            kinds={['enterprise', 'provider']}
            label={t('bank.payer')}
            hint={t('bank.payerHint')}
            onPick={setOrganisation}
          />
        )}
        {(target === 'voucher' || target === 'outgoing') && (
          <SelectField
            label={t(`bank.choose.${target}`)}
            value={choice}
            onPick={setChoice}
            options={[{ value: '', label: t(options.length === 0 ? 'bank.nothingFits' : 'bank.pick') }, ...options]}
          />
        )}
        {target === 'aside' && (
          <TextArea label={t('reason')} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
        )}
        <ProblemSummary error={assign.error ?? aside.error} />
      </div>
    </Dialog>
  )
}

/** The decision as it is sent; undefined as long as something is missing, and for a line that is set aside. */
function bodyOf({
  target,
  organisationId,
  choice,
}: {
  target: Target
  organisationId: string | null
  choice: string
}): AssignBankLine | undefined {
  if (target === 'gateway') return { target }
  if (target === 'prepaid') return organisationId === null ? undefined : { target, organisationId }
  if (choice === '') return undefined
  if (target === 'voucher') return { target, programmeId: choice }
  return target === 'outgoing' ? { target, outgoingId: choice } : undefined
}
