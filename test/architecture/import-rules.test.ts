import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { root } from './repository.js';

/** One import that must not be: the rule that finds it, the file it stands in, what it imports. */
const FORBIDDEN: readonly (readonly [rule: string, from: string, to: string])[] = [
  ['module-analysis', 'shared/src/analysis/figure.ts', 'shared/src/fieldwork/response.ts'],
  ['module-analysis', 'server/src/analysis/figure.service.ts', 'server/src/fieldwork/response.ts'],
  ['module-kernel', 'shared/src/kernel/text.ts', 'shared/src/frame/site.ts'],
  ['module-instrument', 'shared/src/instrument/question.ts', 'shared/src/frame/site.ts'],
  ['module-cleaning', 'server/src/cleaning/dataset.ts', '@liaison-atlas/shared/publication/release'],
  ['shared-is-pure', 'shared/src/frame/read.ts', 'node:fs'],
  ['shared-is-pure', 'shared/src/frame/draw.ts', 'client/src/lib/format.ts'],
  ['client-not-to-server', 'client/src/lib/rows.ts', 'server/src/frame/site.entity.ts'],
  ['server-not-to-client', 'server/src/pages/draw.ts', 'client/src/respond/render.ts'],
  ['nothing-imports-tests', 'server/src/frame/seed.ts', 'test/support/given.ts'],
  ['test-support-tests-nothing', 'test/support/more.ts', 'test/integration/a.ts'],
  ['tests-are-strangers', 'test/journeys/b.ts', 'test/integration/a.ts'],
  ['graphql-stays-at-the-edge', 'server/src/frame/site.service.ts', 'server/src/frame/site.model.ts'],
  ['base-knows-no-module', 'server/src/platform/mail.ts', 'server/src/frame/site.entity.ts'],
  ['edges-are-not-imported', 'server/src/frame/choices.ts', 'server/src/pages/draw-page.ts'],
  ['edges-are-strangers', 'server/src/seed/more.ts', 'server/src/pages/draw-page.ts'],
  ['features-are-strangers', 'client/src/features/home/home.ts', 'client/src/features/map/map.ts'],
  ['client-flows-one-way', 'client/src/components/card.ts', 'client/src/features/map/map.ts'],
  ['answering-stays-small', 'client/src/respond/render.ts', 'client/src/map/site-map.ts'],
  ['no-circular', 'shared/src/coding/one.ts', 'shared/src/coding/two.ts'],
  ['resolvable', 'server/src/frame/lost.ts', 'server/src/frame/nowhere.ts'],
];

/** Imports that the rules must let pass. */
const ALLOWED: readonly (readonly [from: string, to: string])[] = [
  ['server/src/publication/make.service.ts', '@liaison-atlas/shared/analysis/figure'],
  ['shared/src/publication/release.ts', 'shared/src/analysis/figure.ts'],
  ['server/src/database/entities.ts', 'server/src/frame/site.entity.ts'],
  ['server/src/app.module.ts', 'server/src/pages/draw-page.ts'],
  ['test/integration/a.ts', 'test/support/given.ts'],
  ['shared/src/coding/two.ts', 'shared/src/coding/one.ts'],
];

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

describe('the rules on who may import whom', () => {
  const folder = mkdtempSync(join(tmpdir(), 'liaison-atlas-imports-'));
  let violations: readonly Violation[] = [];

  /** How the file would write the import: relative with `.js` inside a workspace, else as it is given. */
  const specifier = (from: string, to: string): string => {
    if (/^(node:|@)/.test(to)) return to;
    const path = relative(dirname(from), to).replaceAll('\\', '/').replace(/\.ts$/, '.js');
    return path.startsWith('.') ? path : `./${path}`;
  };

  beforeAll(() => {
    const imports = new Map<string, string[]>();
    const add = (from: string, to: string): void => {
      imports.set(from, [...(imports.get(from) ?? []), to]);
      if (!/^(node:|@)/.test(to) && !to.includes('nowhere') && !imports.has(to)) imports.set(to, []);
    };
    for (const [, from, to] of FORBIDDEN) add(from, to);
    for (const [from, to] of ALLOWED) add(from, to);
    for (const [file, targets] of imports) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      // Type-only, which a compiler forgets: it must count all the same.
      const lines = targets.map((to, at) => `import type { Thing as T${at} } from '${specifier(file, to)}';`);
      writeFileSync(join(folder, file), `${lines.join('\n')}\nexport type Thing = ${targets.length};\n`);
    }
    for (const file of [
      '.dependency-cruiser.cjs',
      'tsconfig.base.json',
      'package.json',
      'shared/package.json',
    ])
      cpSync(join(root, file), join(folder, file));
    mkdirSync(join(folder, 'node_modules/@liaison-atlas'), { recursive: true });
    symlinkSync(join(folder, 'shared'), join(folder, 'node_modules/@liaison-atlas/shared'), 'junction');

    const args = [
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'json',
      'shared',
      'server',
      'client',
      'test',
    ];
    const outcome = spawnSync(join(root, 'node_modules/.bin/depcruise'), args, {
      cwd: folder,
      encoding: 'utf8',
    });
    if (!outcome.stdout.startsWith('{')) throw new Error(outcome.stderr || outcome.stdout);
    violations = (JSON.parse(outcome.stdout) as { summary: { violations: Violation[] } }).summary.violations;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(FORBIDDEN)('%s finds that %s imports %s', (rule, from, to) => {
    const found = violations.filter((violation) => violation.from === from && violation.rule.name === rule);
    expect(found, `${rule} let ${from} import ${to}`).not.toEqual([]);
  });

  it.each(ALLOWED)('%s may import %s', (from) => {
    const found = violations.filter(
      (violation) => violation.from === from && violation.rule.name !== 'no-circular',
    );
    expect(found).toEqual([]);
  });
});
