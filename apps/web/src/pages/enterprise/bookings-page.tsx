import { Skeleton } from '../../ui/states.tsx'

export const BookingsPage = Skeleton
