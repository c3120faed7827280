import { Skeleton } from '../../ui/states.tsx'

export const JobsPage = Skeleton
