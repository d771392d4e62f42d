import { z } from 'zod'

// A NUL, another control character or half a surrogate pair could not be stored or printed again as it came.
const unprintable = /\p{Cs}|(?![\n\r\t])\p{Cc}/u

/** Free text of at most `max` characters, line breaks allowed; may be empty, as a draft saved half-way is. */
export const prose = (max: number): z.ZodString =>
  z
    .string()
    .max(max)
    .refine((text) => !unprintable.test(text), { error: 'platform.text.unprintable' })

/** Text of one line. */
export const line = (max: number): z.ZodString => prose(max).regex(/^[^\n\r]*$/, { error: 'platform.text.oneLine' })

/** Text of one line that says something. */
export const label = (max: number): z.ZodString => line(max).regex(/\S/, { error: 'platform.text.empty' })

/** An explanation that says something, of `min` to `max` characters not counting the blanks around it. */
export const reason = (min: number, max: number): z.ZodString =>
  prose(max).refine((text) => text.trim().length >= min, { error: 'platform.text.tooShort' })
