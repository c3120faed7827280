import type { RegisteredEnterprise } from '@jiju/scoring/contract/facts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Check, TextField } from '../../ui/field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { editEnterprise, registerEnterprise } from './calls.ts'

const FIELDS = ['name', 'shortName', 'foundedOn', 'industry', 'park', 'district'] as const

/** Registers an enterprise, or changes what the register says of one. */
export function EnterpriseDialog({
  enterprise,
  onDone,
  onClose,
}: {
  enterprise: RegisteredEnterprise | null
  onDone?: (id: string) => void
  onClose: () => void
}) {
  const { t } = useTranslation('scoring-facts')
  const client = useQueryClient()
  const [texts, setTexts] = useState(() => Object.fromEntries(FIELDS.map((field) => [field, enterprise?.[field] ?? ''])))
  const [creditCode, setCreditCode] = useState(enterprise?.creditCode ?? '')
  const [isOptedOut, setOptedOut] = useState(enterprise?.isOptedOut ?? false)
  const text = (field: (typeof FIELDS)[number]) => texts[field]?.trim() || null
  const body = {
    name: texts.name?.trim() ?? '',
    shortName: text('shortName'),
    foundedOn: text('foundedOn'),
    industry: text('industry'),
    park: text('park'),
    district: text('district'),
  }
  const save = useCommand({
    run: async (_: object, headers) =>
      enterprise
        ? await editEnterprise({ id: enterprise.id, version: enterprise.version, body: { ...body, isOptedOut } }, headers)
        : await registerEnterprise({ ...body, creditCode }, headers),
    onDone: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['facts'] })
      onClose()
      onDone?.(id)
    },
  })
  return (
    <Dialog
      title={enterprise ? t('enterprises.edit') : t('enterprises.new')}
      isOpen
      onClose={onClose}
      foot={
        <Button kind="primary" isBusy={save.isPending} onClick={() => save.mutate({ ...body, creditCode, isOptedOut })}>
          {t('enterprises.save')}
        </Button>
      }
    >
      <div className="stack">
        <ProblemSummary error={save.error} />
        {!enterprise && (
          <TextField
            label={t('enterprises.creditCode')}
            value={creditCode}
            maxLength={40}
            onChange={(event) => setCreditCode(event.target.value)}
          />
        )}
        {FIELDS.map((field) => (
          <TextField
            key={field}
            label={t(`enterprises.${field}`)}
            type={field === 'foundedOn' ? 'date' : 'text'}
            value={texts[field]}
            maxLength={200}
            onChange={(event) => setTexts({ ...texts, [field]: event.target.value })}
          />
        ))}
        {enterprise && (
          <Check isChecked={isOptedOut} onChange={setOptedOut}>
            {t('enterprises.optOut')}
          </Check>
        )}
      </div>
    </Dialog>
  )
}
