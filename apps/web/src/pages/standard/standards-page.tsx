import { NotFound } from '../../ui/states.tsx'

export const StandardsPage = NotFound
