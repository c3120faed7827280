import { Skeleton } from '../../ui/states.tsx'

export const MailPage = Skeleton
