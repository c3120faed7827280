import { Skeleton } from '../../ui/states.tsx'

export const ResourcesPage = Skeleton
