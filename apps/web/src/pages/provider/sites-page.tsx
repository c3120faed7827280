import { Skeleton } from '../../ui/states.tsx'

export const SitesPage = Skeleton
