import { NotFound } from '../../ui/states.tsx'

export const StandardPage = NotFound
