import { Skeleton } from '../../ui/states.tsx'

export const OperatorBenchPage = Skeleton
