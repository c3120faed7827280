import { LEVELS, type Level } from '@jiju/booking/core/qualification/levels'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { toast } from '../../ui/toast.tsx'
import { addRecognitionRule, findProviders, type ProviderChoice, recognitionRulesOptions, removeRecognitionRule } from './calls.ts'

/** Whose levels on which class of instruments count here as they are. */
export function RecognitionRules() {
  const { t } = useTranslation('qualification')
  const client = useQueryClient()
  const query = useQuery(recognitionRulesOptions)
  const [from, setFrom] = useState<ProviderChoice | null>(null)
  const [classCode, setClassCode] = useState('')
  const [maxLevel, setMaxLevel] = useState('2')
  const renew = async () => {
    await client.invalidateQueries({ queryKey: ['passport'] })
    await client.invalidateQueries({ queryKey: ['qualifications'] })
  }
  const add = useCommand({
    run: addRecognitionRule,
    onDone: async () => {
      toast(t('recognition.done'))
      setFrom(null)
      setClassCode('')
      await renew()
    },
  })
  const remove = useCommand({ run: removeRecognitionRule, onDone: renew })
  return (
    <Panel title={t('recognition.title')}>
      <div className="stack">
        <p className="m t2">{t('recognition.text')}</p>
        <ProblemSummary error={add.error ?? remove.error} />
        <QueryView query={query}>
          {(rules) => (
            <ul className="line-list">
              {rules.map((rule) => (
                <li key={rule.id}>
                  <span className="f1">
                    {t('recognition.rule', { provider: rule.fromProviderName, code: rule.classCode, level: t(`levels.${rule.maxLevel}`) })}
                  </span>
                  <Button size="sm" isBusy={remove.isPending} onClick={() => remove.mutate({ id: rule.id })}>
                    {t('recognition.remove')}
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </QueryView>
        {from ? (
          <p className="row sb g8">
            <span>{from.name}</span>
            <Button size="sm" kind="text" onClick={() => setFrom(null)}>
              {t('recognition.other')}
            </Button>
          </p>
        ) : (
          <Combobox
            label={t('provider')}
            queryKey="recognition-providers"
            find={findProviders}
            keyOf={({ id }) => id}
            show={({ name }) => name}
            none={t('share.none')}
            onPick={setFrom}
          />
        )}
        <div className="form-pair">
          <TextField
            label={t('recognition.class')}
            hint={t('recognition.classHint')}
            maxLength={20}
            value={classCode}
            onChange={({ target }) => setClassCode(target.value)}
          />
          <SelectField
            label={t('recognition.most')}
            value={maxLevel}
            options={LEVELS.map((value) => ({ value: String(value), label: t(`levels.${value}`) }))}
            onPick={setMaxLevel}
          />
        </div>
        <div>
          <Button
            disabled={!from || classCode.trim() === ''}
            isBusy={add.isPending}
            onClick={() =>
              from && add.mutate({ fromProviderId: from.id, classCode: classCode.trim(), maxLevel: Number(maxLevel) as Level })
            }
          >
            {t('recognition.add')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}
