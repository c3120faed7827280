import type { AccessKey, OrganisationKind } from '@jiju/people/core/access'
import type { LinkProps } from '@tanstack/react-router'
import type { ParseKeys } from 'i18next'
import type { IconName } from '../ui/icon.tsx'

export type NavEntry = {
  to: NonNullable<LinkProps['to']>
  text: ParseKeys<'workspace'>
  icon: IconName
  /** Only shown when the role may do this; no entry for what is refused. */
  access?: AccessKey
  /** Active only at exactly this path: for the first page of a workspace. */
  isExact?: boolean
  /** One of at most three entries that become a tab on phones, between home and search. */
  isTab?: boolean
}

export type NavGroup = { title?: ParseKeys<'workspace'>; entries: readonly NavEntry[] }

/** Side navigation by kind of organisation: at most three groups and twelve entries. */
export const WORKSPACE_NAV: Partial<Record<OrganisationKind, readonly NavGroup[]>> = {}
