import { NotFound } from '../../ui/states.tsx'

export const SearchPage = NotFound
