import { NotFound } from '../../ui/states.tsx'

export const ProvidersPage = NotFound
