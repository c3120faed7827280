import { Skeleton } from '../../ui/states.tsx'

export const MembersPage = Skeleton
