import type { InvitationPreview } from '@jiju/people/contract/members'
import { SignUp } from '@jiju/people/contract/sign-in'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { acceptInvitation, previewInvitation, signUp } from '../../features/people/calls.ts'
import { useMailToken } from '../../features/people/mail-token.ts'
import { useRoleNames } from '../../features/people/roles.ts'
import { currentLanguage } from '../../lib/i18n.ts'
import { RequestProblem } from '../../lib/problem.ts'
import { useChooseOrganisation, useForgetAnswers, useMe, useSignOut } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useForm } from '../../lib/use-form.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { FormErrors } from '../../ui/form-errors.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { toast } from '../../ui/toast.tsx'
import { NarrowPage } from './narrow-page.tsx'

/** The mail's link: accept as the person it was sent to, or sign up with it. */
export function InvitationPage() {
  const { t } = useTranslation('signin')
  const token = useMailToken() ?? ''
  const query = useQuery({ queryKey: ['invitation', token], queryFn: () => previewInvitation(token), enabled: token !== '', retry: false })
  if (token === '' || (query.error instanceof RequestProblem && query.error.status >= 400 && query.error.status < 500))
    return (
      <NarrowPage title={t('invitation.goneTitle')} lead={t('invitation.gone')}>
        <div>
          <ButtonLink to="/">{t('invitation.home')}</ButtonLink>
        </div>
      </NarrowPage>
    )
  return <QueryView query={query}>{(preview) => <Invitation token={token} preview={preview} />}</QueryView>
}

function Invitation({ token, preview }: { token: string; preview: InvitationPreview }) {
  const { t } = useTranslation('signin')
  const roles = useRoleNames()
  const format = useFormat()
  const me = useMe()
  const person = me?.person
  const { name } = preview.organisation
  return (
    <NarrowPage
      title={t('invitation.title', { name })}
      lead={t('invitation.lead', { name, email: preview.email, roles: roles.names(preview.roles) })}
    >
      <Panel note={t('invitation.expires', { date: format.instant(preview.expiresAt) })}>
        {!person ? (
          preview.isRegistered ? (
            <ButtonLink to="/signin" search={{ next: `/invitation#token=${token}` }} kind="primary" isBlock>
              {t('invitation.signIn')}
            </ButtonLink>
          ) : (
            <SignUpAndJoin token={token} preview={preview} />
          )
        ) : person.email === preview.email ? (
          <Accept token={token} preview={preview} />
        ) : (
          <OtherPerson email={person.email} invited={preview.email} />
        )}
      </Panel>
      <p className="s t3">{t('invitation.expires', { date: format.instant(preview.expiresAt) })}</p>
    </NarrowPage>
  )
}

function useJoined(preview: InvitationPreview) {
  const { t } = useTranslation('signin')
  const navigate = useNavigate()
  const choose = useChooseOrganisation()
  const forget = useForgetAnswers()
  return async () => {
    await forget()
    await choose(preview.organisation.id)
    toast(t('invitation.accepted', { name: preview.organisation.shortName }))
    await navigate({ to: '/workspace' })
  }
}

function Accept({ token, preview }: { token: string; preview: InvitationPreview }) {
  const { t } = useTranslation('signin')
  const command = useCommand({
    run: (input: { token: string }, headers) => acceptInvitation(input.token, headers),
    onDone: useJoined(preview),
  })
  return (
    <div className="stack">
      <ProblemSummary error={command.error} />
      <p className="t2">{t('invitation.acceptHint')}</p>
      <Button kind="primary" size="lg" isBlock isBusy={command.isPending} onClick={() => command.mutate({ token })}>
        {t('invitation.accept')}
      </Button>
    </div>
  )
}

function SignUpAndJoin({ token, preview }: { token: string; preview: InvitationPreview }) {
  const { t } = useTranslation('signin')
  const command = useCommand({ run: signUp, onDone: useJoined(preview) })
  const form = useForm({
    initial: { name: '', password: '' },
    schema: SignUp,
    toInput: (values): SignUp => ({ ...values, email: preview.email, language: currentLanguage(), invitationToken: token }),
    onSend: (input) => command.mutate(input),
  })
  return (
    <form className="form" {...form.form}>
      <p className="t2">{t('invitation.signUpLead')}</p>
      <FormErrors errors={form.errors} idOf={form.idOf} />
      <ProblemSummary error={command.error} idOf={(field) => form.idOf(field.slice(1))} />
      <TextField {...form.field('name')} label={t('join.name')} autoComplete="name" />
      <TextField
        {...form.field('password')}
        label={t('join.password')}
        type="password"
        autoComplete="new-password"
        hint={t('join.passwordHint')}
      />
      <Button kind="primary" size="lg" type="submit" isBlock isBusy={command.isPending}>
        {t('invitation.signUp')}
      </Button>
    </form>
  )
}

function OtherPerson({ email, invited }: { email: string; invited: string }) {
  const { t } = useTranslation('signin')
  const signOut = useSignOut()
  return (
    <div className="stack">
      <p>{t('invitation.otherPerson', { email, invited })}</p>
      <div>
        <Button onClick={() => void signOut()}>{t('invitation.signOut')}</Button>
      </div>
    </div>
  )
}
