import { Skeleton } from '../../ui/states.tsx'

export const ImportsPage = Skeleton
