import { Skeleton } from '../../ui/states.tsx'

export const ReviewsPage = Skeleton
