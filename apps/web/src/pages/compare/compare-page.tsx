import { NotFound } from '../../ui/states.tsx'

export const ComparePage = NotFound
