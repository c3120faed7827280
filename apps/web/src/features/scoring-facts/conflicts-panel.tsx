import type { FactConflict } from '@jiju/scoring/contract/facts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Tag } from '../../ui/tag.tsx'
import { AskReason } from './ask-reason.tsx'
import { chooseSource } from './calls.ts'
import { useFactNames } from './use-fact-names.ts'

type Source = FactConflict['statements'][number]['source']

/** Sources of one enterprise that differ: which counts, and the choice of another. */
export function ConflictsPanel({
  enterpriseId,
  conflicts,
  mayChoose,
}: {
  enterpriseId: string
  conflicts: readonly FactConflict[]
  mayChoose: boolean
}) {
  const { t } = useTranslation('scoring-facts')
  const format = useFormat()
  const client = useQueryClient()
  const { nameOf, unitOf } = useFactNames()
  const [wanted, setWanted] = useState<{ conflict: FactConflict; source: Source | null } | null>(null)
  const choose = useCommand({
    run: chooseSource,
    onDone: async () => {
      setWanted(null)
      await client.invalidateQueries({ queryKey: ['facts'] })
    },
  })
  if (conflicts.length === 0) return null
  return (
    <Panel title={t('enterprise.conflicts')} note={t('enterprise.conflictLine')} isFlush>
      <ul className="line-list">
        {conflicts.map((conflict) => (
          <li key={`${conflict.factCode} ${conflict.period}`} style={{ flexWrap: 'wrap', gap: 12 }}>
            <span>
              {nameOf(conflict.factCode)} · {conflict.period}
              {conflict.choice && <div className="s t3">{conflict.choice.reason}</div>}
            </span>
            <span className="row g8" style={{ flexWrap: 'wrap' }}>
              {conflict.statements.map(({ factId, source, value }, place) => {
                const counts = conflict.choice ? conflict.choice.source === source : place === 0
                const text = `${t(`source.${source}`)} ${format.number(value, 2)} ${unitOf(conflict.factCode)}`
                if (counts || !mayChoose)
                  return (
                    <Tag key={factId} kind={counts ? 'ok' : 'line'}>
                      {text} {counts && `· ${t('enterprise.used')}`}
                    </Tag>
                  )
                return (
                  <Button key={factId} size="sm" onClick={() => setWanted({ conflict, source })}>
                    {t('enterprise.choose')} {text}
                  </Button>
                )
              })}
              {conflict.choice && mayChoose && (
                <Button size="sm" onClick={() => setWanted({ conflict, source: null })}>
                  {t('enterprise.backToOrder')}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {wanted && (
        <AskReason
          title={wanted.source ? t('enterprise.chooseTitle', { source: t(`source.${wanted.source}`) }) : t('enterprise.backToOrder')}
          label={t('enterprise.why')}
          error={choose.error}
          isPending={choose.isPending}
          onClose={() => setWanted(null)}
          onSend={(reason) => {
            const { factCode, period, choice } = wanted.conflict
            choose.mutate({ id: enterpriseId, body: { factCode, period, source: wanted.source, reason, replaces: choice?.id ?? null } })
          }}
        />
      )}
    </Panel>
  )
}
