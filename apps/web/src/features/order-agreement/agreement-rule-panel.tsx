import type { AgreementRuleView, SetAgreementRule } from '@jiju/orders/contract/agreement-rules'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Bones } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import './agreement.css'
import { agreementRuleOptions, setAgreementRule } from './calls.ts'

/** Which work of the own institution waits until both sides have accepted the agreement. */
export function AgreementRulePanel() {
  const { t } = useTranslation('order-agreement')
  const query = useQuery(agreementRuleOptions)
  return (
    <Panel title={t('rule.title')}>
      <div className="stack">
        <p className="m t2">{t('rule.lead')}</p>
        <QueryView query={query} skeleton={<Bones rows={3} />}>
          {(rule) => <RuleForm key={rule.version} rule={rule} />}
        </QueryView>
      </div>
    </Panel>
  )
}

const choiceOf = (isSet: boolean, isNeeded: boolean) => (isSet ? (isNeeded ? 'yes' : 'no') : 'unset')

function RuleForm({ rule }: { rule: AgreementRuleView }) {
  const { t } = useTranslation('order-agreement')
  const client = useQueryClient()
  const maySet = useAccess('orders.agreement_rule.set')
  const [byKind, setByKind] = useState(
    () => new Map(rule.kinds.flatMap((one) => (one.isDefault ? [] : [[one.kind, one.isNeeded] as const]))),
  )
  const [byService, setByService] = useState(
    () => new Map(rule.services.flatMap((one) => (one.isOwn ? [[one.id, one.isNeeded] as const] : []))),
  )
  const save = useCommand({
    run: setAgreementRule,
    onDone: (next) => {
      toast(t('rule.saved'))
      client.setQueryData(agreementRuleOptions.queryKey, next)
    },
  })
  const options = (unset: string) => [
    { value: 'unset' as const, label: unset },
    { value: 'yes' as const, label: t('rule.yes') },
    { value: 'no' as const, label: t('rule.no') },
  ]
  const pick = <Key,>(map: ReadonlyMap<Key, boolean>, key: Key, choice: 'unset' | 'yes' | 'no') => {
    const next = new Map(map)
    if (choice === 'unset') next.delete(key)
    else next.set(key, choice === 'yes')
    return next
  }
  const others = rule.services.filter(({ id }) => !byService.has(id))
  const body = { byKind: Object.fromEntries(byKind), byService: Object.fromEntries(byService) } as SetAgreementRule
  return (
    <div className="stack">
      <ProblemSummary error={save.error} />
      <div className="rule-kinds">
        {rule.kinds.map(({ kind, isNeeded, isDefault }) => (
          <SelectField
            key={kind}
            label={t(`rule.kind.${kind}`)}
            disabled={!maySet}
            value={choiceOf(byKind.has(kind), byKind.get(kind) ?? false)}
            options={options(isDefault ? t('rule.defaultIs', { choice: t(isNeeded ? 'rule.yes' : 'rule.no') }) : t('rule.byDefault'))}
            onPick={(choice) => setByKind((map) => pick(map, kind, choice))}
          />
        ))}
      </div>
      {(byService.size > 0 || (maySet && others.length > 0)) && <h3 className="h3">{t('rule.services')}</h3>}
      <div className="rule-services">
        {rule.services
          .filter(({ id }) => byService.has(id))
          .map(({ id, name }) => (
            <SelectField
              key={id}
              label={name}
              disabled={!maySet}
              value={choiceOf(true, byService.get(id) ?? false)}
              options={options(t('rule.asKind'))}
              onPick={(choice) => setByService((map) => pick(map, id, choice))}
            />
          ))}
        {maySet && others.length > 0 && (
          <SelectField
            label={t('rule.add')}
            value=""
            options={[{ value: '', label: t('rule.pick') }, ...others.map(({ id, name }) => ({ value: id, label: name }))]}
            onPick={(id) => id && setByService((map) => pick(map, id, others.find((one) => one.id === id)?.isNeeded ? 'no' : 'yes'))}
          />
        )}
      </div>
      {maySet && (
        <div>
          <Button kind="primary" isBusy={save.isPending} onClick={() => save.mutate({ version: rule.version, body })}>
            {t('rule.save')}
          </Button>
        </div>
      )}
    </div>
  )
}
