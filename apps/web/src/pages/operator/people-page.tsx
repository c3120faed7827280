import { Skeleton } from '../../ui/states.tsx'

export const PeoplePage = Skeleton
