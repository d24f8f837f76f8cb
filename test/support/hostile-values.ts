import fc from 'fast-check';

import type { Schema, TypeRef } from './schema-walk.js';

/** Stands in markup that must never reach a page as markup. */
export const MARKUP = '<img src=x onerror=alert(7)>';
/** A header that nobody but an attacker would set. */
export const INJECTED = 'x-injected-by-test';

/** What attackers send, by what it is meant to do. */
const ATTACKS: readonly string[] = [
  // markup and script
  MARKUP,
  `"><script>alert(7)</script>${MARKUP}`,
  `javascript:alert(7)//${MARKUP}`,
  "' onmouseover='alert(7)",
  // statements of the database
  "' OR '1'='1",
  "'; DROP TABLE response; --",
  '1) UNION SELECT token FROM session --',
  '%_%',
  // paths
  '../../../../etc/passwd',
  '..%2f..%2f..%2fetc%2fpasswd',
  '....//....//etc/passwd',
  'file:///etc/passwd',
  'C:\\Windows\\win.ini',
  '/proc/self/environ',
  // addresses that a server should not fetch
  'http://169.254.169.254/latest/meta-data/',
  'http://127.0.0.1:4/',
  // formulas of spreadsheets
  '=cmd|" /C calc"!A0',
  '@SUM(1+1)*cmd',
  '＝1+1',
  '\t=1+1',
  // prototypes
  '__proto__',
  'constructor',
  'prototype',
  'hasOwnProperty',
  'toString',
  // line ends in headers
  `a\r\n${INJECTED}: yes`,
  `a%0d%0a${INJECTED}:%20yes`,
  // templates
  '${7*7}',
  '{{7*7}}',
  '%s%n%x',
  '{link}',
  // texts that programs stumble over
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '%',
  '%zz',
  '\ud800',
  '\u202e\u2066abc',
  '\ufeff',
  'NaN',
  'null',
  'undefined',
  'true',
  '-0',
  '1e309',
  '9'.repeat(40),
  '٣',
  '2026-02-30',
  '0000-00-00T00:00:00.000Z',
  '+275760-09-13T00:00:00.001Z',
  'ﷺ'.repeat(200),
  'a'.repeat(20_000),
  '('.repeat(5000),
  '[[[['.repeat(1000),
];

/** Names that exist, so that an input comes further than the first look-up. */
const KNOWN: readonly string[] = [
  'demo-2026',
  '2017-18',
  'RW603',
  'RW6',
  'QOP',
  'Y62',
  'OL1',
  'acute-ed-2018',
  '1.0',
  '1.1',
  'liaison',
  'iapt_inreach_mus',
  'integration',
  'all',
  'region',
  'summary.json',
  'hospitals.csv',
  'map',
];

/** A text: mostly one that exists or attacks, else anything at all. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...KNOWN) },
  { weight: 5, arbitrary: fc.constantFrom(...ATTACKS) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...KNOWN), fc.constantFrom(...ATTACKS)).map((two) => two.join('')),
  },
  { weight: 1, arbitrary: fc.uuid() },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 80 }) },
);

const hostileNumber: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(0, 1, -1, 2, 50, 100, 101, 2 ** 31 - 1, -(2 ** 31), 2 ** 31, 2 ** 53, 1.5, 1e300, -0),
  fc.integer(),
);

/** Any JSON, prototypes and deep nests among it. */
export const hostileJson: fc.Arbitrary<unknown> = fc.oneof(
  fc.json({ maxDepth: 4 }).map((text): unknown => JSON.parse(text)),
  fc.constant(JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}')),
  fc.constant(JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`)),
  hostileText,
);

/** A value for an argument: of its type in most cases, so that it comes to the rules behind the schema. */
export function hostileArgument(schema: Schema, type: TypeRef, depth = 0): fc.Arbitrary<unknown> {
  if (type.kind === 'NON_NULL' && type.ofType != null) return hostileArgument(schema, type.ofType, depth);
  if (type.kind === 'LIST' && type.ofType != null)
    return fc.oneof(
      { weight: 8, arbitrary: fc.array(hostileArgument(schema, type.ofType, depth + 1), { maxLength: 3 }) },
      { weight: 1, arbitrary: fc.constant([]) },
    );
  const { values, fields } = schema.shapeOf(type.name ?? '');
  const wrong = { weight: 1, arbitrary: hostileJson };
  if (values.length > 0)
    return fc.oneof(
      { weight: 15, arbitrary: fc.constantFrom(...values) },
      { ...wrong, arbitrary: hostileText },
    );
  if (fields.length > 0 && depth < 5) {
    const members = Object.fromEntries(
      fields.map((field) => [field.name, hostileArgument(schema, field.type, depth + 1)]),
    );
    const required = fields.filter((field) => field.type.kind === 'NON_NULL').map((field) => field.name);
    return fc.oneof({ weight: 20, arbitrary: fc.record(members, { requiredKeys: required }) }, wrong);
  }
  if (type.name === 'Int' || type.name === 'Float')
    return fc.oneof({ weight: 9, arbitrary: hostileNumber }, wrong);
  if (type.name === 'Boolean') return fc.oneof({ weight: 9, arbitrary: fc.boolean() }, wrong);
  return fc.oneof({ weight: 15, arbitrary: hostileText }, wrong);
}
