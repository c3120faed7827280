import { Skeleton } from '../../ui/states.tsx'

export const ReviewPage = Skeleton
