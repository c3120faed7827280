import { NotFound } from '../../ui/states.tsx'

export const ProviderPage = NotFound
