import { describe, expect, it } from 'vitest';

import { projectFiles, textOf } from './repository.js';

/** What the product must not say to PostgreSQL, because databases that speak its language lack it, or spread it badly. */
const LEFT_ALONE: readonly RegExp[] = [
  /\bLISTEN\s+["a-z_]+\b/,
  /\bNOTIFY\s+["a-z_]+\b|pg_notify/,
  /\b(BIG)?SERIAL\b|\bnextval\(|GENERATED (ALWAYS|BY DEFAULT)/,
  /\bCREATE EXTENSION\b/,
  /::jsonb|\bjsonb_\w+\(/,
  /\bDISTINCT ON\b/,
  /\bLATERAL\b/,
  /\bLOCK TABLE\b/,
  /\bSERIALIZABLE\b/,
  /\bDEFERRABLE\b/,
  /\bUNLOGGED\b/,
  /\bTABLESAMPLE\b/,
];

/** What it does say that others lack in part: each has to stand in the table of docs/operations.md. */
const USED: readonly RegExp[] = [
  /pg_advisory_lock/,
  /pg_try_advisory_lock/,
  /pg_advisory_xact_lock/,
  /SKIP LOCKED/,
  /FOR UPDATE/,
  /ON CONFLICT/,
  /generate_series/,
  /sha256\(convert_to/,
  /pg_export_snapshot/,
  /BEFORE TRUNCATE/,
  /json_array_elements_text/,
  /pg_last_wal_replay_lsn/,
  /pg_control_system/,
];

describe('what the product says to PostgreSQL', () => {
  const sources = projectFiles('server/src')
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .map((path) => ({ path, text: textOf(path) }));
  const documented = textOf('docs/operations.md').split('### Distributed PostgreSQL')[1] ?? '';

  it.each(LEFT_ALONE)('leaves %s alone', (word) => {
    expect(sources.filter(({ text }) => word.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it.each(USED)('has %s in the table of what others lack', (word) => {
    expect(sources.some(({ text }) => word.test(text))).toBe(true);
    expect(documented).toMatch(word);
  });
});
