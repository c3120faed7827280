import type { NoticeKinds } from '@jiju/platform/notices/notice-kinds'
import texts from './notices.json' with { type: 'json' }

/** What people are told of organisations and members. What guards an account is mailed directly and cannot be switched off. */
export const PEOPLE_NOTICES: NoticeKinds = {
  'people.join_requested': { group: 'organisation', mail: 'at_once', texts: texts['people.join_requested'] },
  'people.join_approved': { group: 'organisation', mail: 'at_once', texts: texts['people.join_approved'] },
  'people.join_rejected': { group: 'organisation', mail: 'at_once', texts: texts['people.join_rejected'] },
  'people.member_removed': { group: 'organisation', mail: 'at_once', texts: texts['people.member_removed'] },
  'people.organisation_verified': { group: 'organisation', mail: 'at_once', texts: texts['people.organisation_verified'] },
  'people.organisation_rejected': { group: 'organisation', mail: 'at_once', texts: texts['people.organisation_rejected'] },
  'people.organisation_suspended': { group: 'organisation', mail: 'at_once', texts: texts['people.organisation_suspended'] },
}
