import type { Passport } from '@jiju/booking/contract/passports'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { toast } from '../../ui/toast.tsx'
import { findProviders, revokeShare, sharePassport } from './calls.ts'

/** Who may read the passport: the person's own act, taken back at any time. */
export function SharePanel({ shares }: { shares: Passport['shares'] }) {
  const { t } = useTranslation('qualification')
  const format = useFormat()
  const client = useQueryClient()
  const renew = () => client.invalidateQueries({ queryKey: ['passport'] })
  const give = useCommand({
    run: sharePassport,
    onDone: async ({ recognised }) => {
      toast(recognised > 0 ? t('share.recognised', { count: recognised }) : t('share.done'))
      await renew()
    },
  })
  const take = useCommand({
    run: revokeShare,
    onDone: async () => {
      toast(t('share.revoked'))
      await renew()
    },
  })
  return (
    <Panel title={t('share.title')}>
      <div className="stack">
        <p className="m t2">{t('share.text')}</p>
        <ProblemSummary error={give.error ?? take.error} />
        {shares.length > 0 && (
          <ul className="line-list">
            {shares.map((one) => (
              <li key={one.id}>
                <span className="f1">
                  {one.providerName}
                  <span className="s t3"> {t('share.since', { time: format.instant(one.sharedAt) })}</span>
                </span>
                <Button
                  size="sm"
                  isBusy={take.isPending}
                  onClick={() => take.mutate({ id: one.id })}
                  aria-label={`${t('share.revoke')} ${one.providerName}`}
                >
                  {t('share.revoke')}
                </Button>
              </li>
            ))}
          </ul>
        )}
        <Combobox
          label={t('share.with')}
          hint={t('share.hint')}
          queryKey="passport-providers"
          find={findProviders}
          keyOf={({ id }) => id}
          show={({ name }) => name}
          none={t('share.none')}
          onPick={({ id }) => give.mutate({ providerId: id })}
        />
      </div>
    </Panel>
  )
}
