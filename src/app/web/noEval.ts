import { z } from 'zod'

// The page's policy forbids code made from text; schemas decide how they parse when they are made, so this comes first.
z.config({ jitless: true })
