import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Check, Segmented, SelectField } from '../../ui/field.tsx'
import { TimeField } from '../../ui/late/moment-field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { toast } from '../../ui/toast.tsx'
import { type MailChoice, NOTICE_GROUPS, type NoticeSettings, readSettings, saveSettings } from './calls.ts'

const CHOICES: readonly MailChoice[] = ['at_once', 'daily', 'off']
const NIGHT = { from: '22:00', until: '07:30' }

/** Which notices are mailed, and when not. */
export function NoticeSettingsSection() {
  const query = useQuery({ queryKey: ['notice-settings'], queryFn: readSettings })
  return (
    <QueryView query={query}>
      {({ data, version }) => <SettingsForm key={version} saved={data} version={version ?? '"0"'} onSaved={() => void query.refetch()} />}
    </QueryView>
  )
}

function SettingsForm({ saved, version, onSaved }: { saved: NoticeSettings; version: string; onSaved: () => void }) {
  const { t } = useTranslation('notices')
  const [values, setValues] = useState(saved)
  const set = (change: Partial<NoticeSettings>) => setValues((old) => ({ ...old, ...change }))
  const command = useCommand({
    run: saveSettings,
    onDone: () => {
      toast(t('setting.saved'))
      onSaved()
    },
  })
  const zones = [...new Set([values.zone, ...Intl.supportedValuesOf('timeZone')])].sort()
  return (
    <Panel
      title={t('settings')}
      note={t('setting.lead')}
      extra={
        <ButtonLink to="/account/notices" size="sm">
          {t('setting.more')}
        </ButtonLink>
      }
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          command.mutate({ body: values, version })
        }}
      >
        <ProblemSummary error={command.error} />
        {NOTICE_GROUPS.map((group) => (
          <div key={group}>
            <div className="field-label">{t(`group.${group}`)}</div>
            <Segmented
              label={`${t(`group.${group}`)} ${t('setting.mail')}`}
              value={values.mail[group]}
              options={CHOICES.map((value) => ({ value, label: t(`choice.${value}`) }))}
              onPick={(choice) => set({ mail: { ...values.mail, [group]: choice } })}
            />
          </div>
        ))}
        <TimeField label={t('setting.digestAt')} value={values.digestAt} onChange={({ target }) => set({ digestAt: target.value })} />
        <div>
          <Check isChecked={values.quiet !== null} onChange={(isOn) => set({ quiet: isOn ? (saved.quiet ?? NIGHT) : null })}>
            {t('setting.quietOn')}
          </Check>
          <div className="s t3">{t('setting.quietHint')}</div>
        </div>
        {values.quiet && (
          <div className="row g16 wrap">
            <TimeField
              label={t('setting.from')}
              value={values.quiet.from}
              onChange={({ target }) => set({ quiet: { ...(values.quiet ?? NIGHT), from: target.value } })}
            />
            <TimeField
              label={t('setting.until')}
              value={values.quiet.until}
              onChange={({ target }) => set({ quiet: { ...(values.quiet ?? NIGHT), until: target.value } })}
            />
          </div>
        )}
        <SelectField
          label={t('setting.zone')}
          value={values.zone}
          options={zones.map((value) => ({ value, label: value }))}
          onPick={(zone) => set({ zone })}
        />
        <div>
          <Button kind="primary" type="submit" isBusy={command.isPending}>
            {t('setting.save')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
