import { useQuery } from '@tanstack/react-query'
import { useLocation, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listJoinRequests } from '../../features/people/calls.ts'
import { InvitationList } from '../../features/people/members/invitation-list.tsx'
import { InviteDrawer } from '../../features/people/members/invite-drawer.tsx'
import { JoinRequestList } from '../../features/people/members/join-request-list.tsx'
import { MemberTable } from '../../features/people/members/member-table.tsx'
import { SecondFactorPolicyPanel } from '../../features/people/organisation/second-factor-policy-form.tsx'
import { oneOf } from '../../lib/search-params.ts'
import { activeOrganisation, useAccess, useMe } from '../../lib/session.ts'
import { Button } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Forbidden } from '../../ui/states.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'

const TABS = ['members', 'invitations', 'requests', 'secondFactor'] as const

/** Who belongs to the organisation, with which roles; who is invited; who asks to join. The same page in each workspace. */
export function MembersPage() {
  const { t } = useTranslation('members')
  const search = useSearch({ strict: false }) as { tab?: string }
  const path = useLocation({ select: ({ pathname }) => pathname }) as '/e/members'
  const organisation = activeOrganisation(useMe())
  const mayList = useAccess('people.member.list')
  const mayInvite = useAccess('people.invitation.issue')
  const [isInviting, setInviting] = useState(false)
  const tabs = mayInvite ? TABS : (['members'] as const)
  const tab = oneOf(search.tab, tabs) ?? 'members'
  const requests = useQuery({
    queryKey: ['members', 'requests', organisation?.id],
    queryFn: () => listJoinRequests(organisation?.id ?? ''),
    enabled: mayInvite && organisation !== null,
  })
  if (!organisation || !mayList) return <Forbidden />
  return (
    <>
      <PageHead
        title={t('title')}
        documentTitle={`${t('title')} ${t(`tabs.${tab}`)}`}
        line={organisation.name}
        actions={
          mayInvite && (
            <Button kind="primary" onClick={() => setInviting(true)}>
              {t('invite')}
            </Button>
          )
        }
      />
      {tabs.length > 1 && (
        <TabLinks
          label={t('title')}
          value={tab}
          tabs={tabs.map((value) => ({
            value,
            label: t(`tabs.${value}`),
            count: value === 'requests' ? requests.data?.items.length : undefined,
          }))}
          linkOf={(value) => ({ to: path, search: { tab: value } })}
        />
      )}
      {tab === 'members' && <MemberTable organisation={organisation} />}
      {tab === 'invitations' && <InvitationList organisation={organisation} onInvite={() => setInviting(true)} />}
      {tab === 'requests' && <JoinRequestList organisation={organisation} />}
      {tab === 'secondFactor' && <SecondFactorPolicyPanel organisation={organisation} />}
      <InviteDrawer organisation={organisation} isOpen={isInviting} onClose={() => setInviting(false)} />
    </>
  )
}
