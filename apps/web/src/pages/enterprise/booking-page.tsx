import { Skeleton } from '../../ui/states.tsx'

export const BookingPage = Skeleton
