import type { FactConflict } from '@jiju/scoring/contract/facts'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { useFactNames } from '../../lib/use-fact-names.ts'
import { useFormat } from '../../lib/use-format.ts'
import { AskReason } from '../../ui/ask-reason.tsx'
import { Button } from '../../ui/button.tsx'
import { Tag } from '../../ui/tag.tsx'
import { chooseSource } from './calls.ts'

type Source = FactConflict['statements'][number]['source']
type Wanted = { readonly conflict: FactConflict; readonly source: Source | null }

/** The values of sources that differ, the one that counts first in sight, with the choice of another; and the dialog of that choice. */
export function useConflictChoice(mayChoose: boolean): { values: (conflict: FactConflict) => ReactNode; dialog: ReactNode } {
  const { t } = useTranslation('scoring-facts')
  const format = useFormat()
  const client = useQueryClient()
  const { nameOf, figureOf } = useFactNames()
  const [wanted, setWanted] = useState<Wanted | null>(null)
  const choose = useCommand({
    run: chooseSource,
    onDone: async () => {
      setWanted(null)
      await client.invalidateQueries({ queryKey: ['facts'] })
    },
  })
  const values = (conflict: FactConflict) => (
    <ul className="col g4">
      {conflict.statements.map(({ factId, source, value }, place) => {
        const counts = conflict.choice ? conflict.choice.source === source : place === 0
        return (
          <li key={factId} className="row g8 wrap">
            <span className={counts ? 'b nw' : 'nw'}>
              {t(`source.${source}`)} {figureOf(conflict.factCode, value)}
            </span>
            {counts && (
              <Tag kind={conflict.choice ? 'accent' : 'ok'}>{conflict.choice ? t('enterprise.chosen') : t('conflicts.byAuthority')}</Tag>
            )}
            {!counts && mayChoose && (
              <Button
                size="sm"
                aria-label={t('conflicts.chooseThis', { source: t(`source.${source}`), value: figureOf(conflict.factCode, value) })}
                onClick={() => setWanted({ conflict, source })}
              >
                {t('enterprise.choose')}
              </Button>
            )}
          </li>
        )
      })}
      {conflict.choice && (
        <li className="row g8 wrap">
          <span className="s t3">{conflict.choice.reason}</span>
          {mayChoose && (
            <Button size="sm" onClick={() => setWanted({ conflict, source: null })}>
              {t('enterprise.backToOrder')}
            </Button>
          )}
        </li>
      )}
    </ul>
  )
  const dialog = wanted && (
    <AskReason
      title={wanted.source ? t('enterprise.chooseTitle', { source: t(`source.${wanted.source}`) }) : t('enterprise.backToOrder')}
      line={`${wanted.conflict.enterpriseName} · ${nameOf(wanted.conflict.factCode)} · ${format.period(wanted.conflict.period)}`}
      label={t('enterprise.why')}
      verb={wanted.source ? t('enterprise.choose') : t('enterprise.backToOrder')}
      error={choose.error}
      isPending={choose.isPending}
      onClose={() => setWanted(null)}
      onSend={(reason) => {
        const { enterpriseId, factCode, period, choice } = wanted.conflict
        choose.mutate({ id: enterpriseId, body: { factCode, period, source: wanted.source, reason, replaces: choice?.id ?? null } })
      }}
    />
  )
  return { values, dialog }
}
