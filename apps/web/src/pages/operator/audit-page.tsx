import { Skeleton } from '../../ui/states.tsx'

export const AuditPage = Skeleton
