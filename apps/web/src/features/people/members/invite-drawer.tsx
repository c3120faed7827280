import { IssueInvitation } from '@jiju/people/contract/members'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Organisation } from '../../../lib/session.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useForm } from '../../../lib/use-form.ts'
import { Button } from '../../../ui/button.tsx'
import { Drawer } from '../../../ui/drawer.tsx'
import { TextField } from '../../../ui/field.tsx'
import { FormErrors } from '../../../ui/form-errors.tsx'
import { ProblemSummary } from '../../../ui/problem-summary.tsx'
import { toast } from '../../../ui/toast.tsx'
import { issueInvitation } from '../calls.ts'
import { RolesPicker } from '../roles-picker.tsx'

export function InviteDrawer({ organisation, isOpen, onClose }: { organisation: Organisation; isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('members')
  return (
    <Drawer title={t('inviteTitle')} isOpen={isOpen} onClose={onClose}>
      <InviteForm organisation={organisation} onDone={onClose} />
    </Drawer>
  )
}

function InviteForm({ organisation, onDone }: { organisation: Organisation; onDone: () => void }) {
  const { t } = useTranslation('members')
  const client = useQueryClient()
  const command = useCommand({
    run: issueInvitation,
    onDone: async (invitation) => {
      toast(t('invited', { email: invitation.email }))
      await client.invalidateQueries({ queryKey: ['members'] })
      onDone()
    },
  })
  const form = useForm({
    initial: { email: '', roles: [] as string[] },
    schema: IssueInvitation,
    extra: (values): Record<string, string> => (values.roles.length === 0 ? { roles: t('rolesNeeded') } : {}),
    onSend: (input) => command.mutate({ id: organisation.id, ...input }),
  })
  return (
    <form className="form" {...form.form}>
      <p className="t2">{t('inviteNote')}</p>
      <FormErrors errors={form.errors} idOf={form.idOf} />
      <ProblemSummary error={command.error} idOf={(field) => form.idOf(field.slice(1))} />
      <TextField {...form.field('email')} label={t('email')} type="email" autoComplete="off" />
      <RolesPicker
        kind={organisation.kind}
        value={form.values.roles}
        onChange={(roles) => form.set({ roles })}
        error={form.errorOf('roles')}
      />
      <div>
        <Button kind="primary" type="submit" isBusy={command.isPending}>
          {t('inviteSubmit')}
        </Button>
      </div>
    </form>
  )
}
