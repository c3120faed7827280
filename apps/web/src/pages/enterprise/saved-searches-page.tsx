import { Skeleton } from '../../ui/states.tsx'

export const SavedSearchesPage = Skeleton
