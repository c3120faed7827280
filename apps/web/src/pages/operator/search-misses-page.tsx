import { Skeleton } from '../../ui/states.tsx'

export const SearchMissesPage = Skeleton
