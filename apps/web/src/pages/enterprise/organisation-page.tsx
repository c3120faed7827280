import { Skeleton } from '../../ui/states.tsx'

export const OrganisationPage = Skeleton
