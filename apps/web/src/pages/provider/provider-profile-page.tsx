import { Skeleton } from '../../ui/states.tsx'

export const ProviderProfilePage = Skeleton
