import { Skeleton } from '../../ui/states.tsx'

export const EnterpriseBenchPage = Skeleton
