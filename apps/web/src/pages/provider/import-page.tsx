import { Skeleton } from '../../ui/states.tsx'

export const ImportPage = Skeleton
