import { expect, test } from 'vitest'
import { statementsOf } from './statements.ts'

test('a migration is cut at the semicolons that end statements, and nowhere else', () =>
  expect(
    statementsOf(
      "-- first; a comment\ncreate a (x text default ';''');\ncreate function b() as $$ begin; end; $$;\n-- last\n",
    ),
  ).toEqual(["-- first; a comment\ncreate a (x text default ';''')", 'create function b() as $$ begin; end; $$']))
