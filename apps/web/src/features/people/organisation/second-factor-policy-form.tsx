import { EditSecondFactorPolicy, type SecondFactorPolicy } from '@jiju/people/contract/organisations'
import { rolesOf } from '@jiju/people/core/roles'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Organisation } from '../../../lib/session.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useForm } from '../../../lib/use-form.ts'
import { Button } from '../../../ui/button.tsx'
import { Check } from '../../../ui/field.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { ProblemSummary } from '../../../ui/problem-summary.tsx'
import { QueryView } from '../../../ui/query-view.tsx'
import { toast } from '../../../ui/toast.tsx'
import { editSecondFactorPolicy, readSecondFactorPolicy } from '../calls.ts'
import { useRoleNames } from '../roles.ts'

/** Which roles must sign in with a second factor; those that the platform asks for anyway cannot be taken off. */
export function SecondFactorPolicyPanel({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation('members')
  const query = useQuery({ queryKey: ['second-factor-policy', organisation.id], queryFn: () => readSecondFactorPolicy(organisation.id) })
  return (
    <Panel title={t('secondFactor.title')} note={t('secondFactor.note')}>
      <QueryView query={query}>{(policy) => <Form key={policy.version} organisation={organisation} policy={policy} />}</QueryView>
    </Panel>
  )
}

function Form({ organisation, policy }: { organisation: Organisation; policy: SecondFactorPolicy }) {
  const { t } = useTranslation('members')
  const roles = useRoleNames()
  const client = useQueryClient()
  const command = useCommand({
    run: editSecondFactorPolicy,
    onDone: async (edited) => {
      toast(t('secondFactor.saved'))
      client.setQueryData(['second-factor-policy', organisation.id], edited)
      // Who saves may be asked themselves from now on; the organisation has a new version.
      await client.invalidateQueries({ queryKey: ['organisation', organisation.id] })
      await client.invalidateQueries({ queryKey: ['me'] })
    },
  })
  const form = useForm({
    initial: { roles: policy.roles },
    schema: EditSecondFactorPolicy,
    onSend: (body) => command.mutate({ id: organisation.id, version: policy.version, body }),
  })
  const { roles: chosen } = form.values
  return (
    <form className="form" {...form.form}>
      <ProblemSummary error={command.error} />
      <fieldset className="form-group" style={{ gap: 4 }}>
        <legend className="field-label">{t('secondFactor.roles')}</legend>
        {rolesOf(organisation.kind).map((role) => {
          const isAlways = policy.alwaysRoles.includes(role)
          return (
            <Check
              key={role}
              isChecked={isAlways || chosen.includes(role)}
              isDisabled={isAlways}
              onChange={(isOn) => form.set({ roles: isOn ? [...chosen, role] : chosen.filter((each) => each !== role) })}
            >
              {roles.name(role)} {isAlways && <span className="s t3">{t('secondFactor.always')}</span>}
            </Check>
          )
        })}
      </fieldset>
      {policy.withoutCount > 0 && <p className="notice notice-warn">{t('secondFactor.without', { count: policy.withoutCount })}</p>}
      {rolesOf(organisation.kind).some((role) => !policy.alwaysRoles.includes(role)) && (
        <div>
          <Button kind="primary" type="submit" isBusy={command.isPending}>
            {t('organisation.save')}
          </Button>
        </div>
      )}
    </form>
  )
}
