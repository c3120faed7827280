import { Skeleton } from '../../ui/states.tsx'

export const ResourceEditorPage = Skeleton
