import { Skeleton } from '../../ui/states.tsx'

export const OrganisationsPage = Skeleton
