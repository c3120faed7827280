import { Skeleton } from '../../ui/states.tsx'

export const CalendarPage = Skeleton
