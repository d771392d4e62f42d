import { z } from 'zod'

/** The domains of life that assessments, goals and results share. */
export const LifeArea = z.enum(['work', 'housing', 'family', 'relations', 'health', 'skills', 'money'])
export type LifeArea = z.infer<typeof LifeArea>
