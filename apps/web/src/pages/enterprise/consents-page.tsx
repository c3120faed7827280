import { Skeleton } from '../../ui/states.tsx'

export const ConsentsPage = Skeleton
