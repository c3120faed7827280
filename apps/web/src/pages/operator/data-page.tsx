import { Skeleton } from '../../ui/states.tsx'

export const DataPage = Skeleton
