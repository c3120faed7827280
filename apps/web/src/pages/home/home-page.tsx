import { NotFound } from '../../ui/states.tsx'

export const HomePage = NotFound
