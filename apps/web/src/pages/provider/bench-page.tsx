import { Skeleton } from '../../ui/states.tsx'

export const ProviderBenchPage = Skeleton
