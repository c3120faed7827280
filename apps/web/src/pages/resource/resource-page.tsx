import { NotFound } from '../../ui/states.tsx'

export const ResourcePage = NotFound
