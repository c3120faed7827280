import { ProviderInput } from '@jiju/catalog/contract/providers'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { changeProfile, type Profile, profileOptions } from '../../features/catalog-admin/calls.ts'
import { ListField } from '../../features/catalog-admin/editor/list-field.tsx'
import { readOrganisation } from '../../features/people/calls.ts'
import { OrganisationForm } from '../../features/people/organisation/organisation-form.tsx'
import { OrganisationStatusNotice } from '../../features/people/organisation/status-notice.tsx'
import { activeOrganisation, useAccess, useMe } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useForm } from '../../lib/use-form.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { FormErrors } from '../../ui/form-errors.tsx'
import { DateField } from '../../ui/late/moment-field.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Forbidden } from '../../ui/states.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toast.tsx'

/** The provider's public page and its organisation's data. */
export function ProviderProfilePage() {
  const { t } = useTranslation('editor')
  const active = activeOrganisation(useMe())
  const mayEdit = useAccess('catalog.profile.edit')
  const organisation = useQuery({
    queryKey: ['organisation', active?.id],
    queryFn: () => readOrganisation(active?.id ?? ''),
    enabled: active !== null,
  })
  const profile = useQuery({ ...profileOptions, enabled: mayEdit })
  if (!active) return <Forbidden />
  return (
    <>
      <PageHead
        title={t('profile.title')}
        line={active.name}
        actions={
          <ButtonLink to="/providers/$id" params={{ id: active.id }}>
            {t('profile.publicPage')}
          </ButtonLink>
        }
      />
      <div className="stack">
        <QueryView query={organisation} isPage>
          {(data) => (
            <>
              <OrganisationStatusNotice organisation={data} />
              <OrganisationForm key={data.version} organisation={data} />
            </>
          )}
        </QueryView>
        {mayEdit && <QueryView query={profile}>{(data) => <ProfileForm key={data.version} profile={data} />}</QueryView>}
      </div>
    </>
  )
}

function ProfileForm({ profile }: { profile: Profile }) {
  const { t } = useTranslation('editor')
  const client = useQueryClient()
  const command = useCommand({
    run: changeProfile,
    onDone: (next) => {
      toast(t('profile.saved'))
      client.setQueryData(profileOptions.queryKey, next)
    },
  })
  const form = useForm({
    initial: {
      introductionZh: profile.introductionZh ?? '',
      introductionEn: profile.introductionEn ?? '',
      website: profile.website ?? '',
      contactName: profile.contactName ?? '',
      phone: profile.phone ?? '',
      email: profile.email ?? '',
      establishedOn: profile.establishedOn ?? '',
      capabilities: profile.capabilities,
    },
    schema: ProviderInput,
    toInput: ({ capabilities, ...texts }): ProviderInput =>
      ({
        ...Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, value.trim() || null])),
        capabilities,
      }) as ProviderInput,
    onSend: (body) => command.mutate({ version: profile.version, body }),
  })
  return (
    <Panel title={t('profile.part')}>
      <form className="form form-wide" {...form.form}>
        <FormErrors errors={form.errors} idOf={form.idOf} />
        <ProblemSummary error={command.error} idOf={(field) => form.idOf(field.slice(1))} />
        <TextArea {...form.field('introductionZh')} label={t('profile.introductionZh')} rows={5} />
        <TextArea {...form.field('introductionEn')} label={t('profile.introductionEn')} rows={5} lang="en" />
        <ListField
          id={form.idOf('capabilities')}
          label={t('profile.capabilities')}
          hint={t('listHint')}
          error={form.errorOf('capabilities')}
          value={form.values.capabilities}
          onChange={(capabilities) => form.set({ capabilities })}
        />
        <div className="form-pair">
          <TextField {...form.field('contactName')} label={t('profile.contactName')} />
          <TextField {...form.field('phone')} label={t('profile.phone')} type="tel" />
          <TextField {...form.field('email')} label={t('profile.email')} type="email" />
          <TextField {...form.field('website')} label={t('profile.website')} type="url" placeholder="https://" />
          <DateField {...form.field('establishedOn')} label={t('profile.establishedOn')} />
        </div>
        <div>
          <Button kind="primary" type="submit" isBusy={command.isPending}>
            {t('profile.save')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
