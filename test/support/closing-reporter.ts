import { writeFileSync } from 'node:fs';

import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/** What one run of Vitest came to. */
export interface Closing {
  passed: number;
  failed: number;
  skipped: number;
}

/**
 * Counts a run for the closing line. A module that broke before its tests ran, a crashed worker and an unhandled
 * error each count as a failure: a run that lost tests must never look green.
 */
export default class ClosingReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const closing: Closing = { passed: 0, failed: unhandled.length, skipped: 0 };
    for (const module of modules) {
      const before = closing.failed;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') closing.passed += 1;
        else if (state === 'skipped') closing.skipped += 1;
        else closing.failed += 1;
      }
      if (closing.failed === before && !module.ok()) closing.failed += 1;
    }
    const file = process.env['CLOSING_FILE'];
    if (file !== undefined) writeFileSync(file, JSON.stringify(closing));
  }
}
