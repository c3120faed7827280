import { Skeleton } from '../../ui/states.tsx'

export const AccountPage = Skeleton
