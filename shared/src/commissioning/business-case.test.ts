import { describe, expect, it } from 'vitest';

import type { ReportTree } from '../publication/report/report-tree.js';
import { BUSINESS_CASE_BOXES, composeBusinessCase } from './business-case.js';

const made = (typed: Readonly<Record<string, string>>): ReportTree => {
  const result = composeBusinessCase((box) => typed[box] ?? null);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};

describe('the business case', () => {
  it('fills the outputs from the estimate of need, and says what nobody entered', () => {
    const words = JSON.stringify(made({ 'need.p': '500000', strategy3: 'y' }));
    expect(words).toContain('45,000 (45,000 to 105,000), planning estimate');
    expect(words).toContain('☑ Integrated personal commissioning');
    expect(words).toContain('☐ New care models');
    expect(words).toContain('Not known: nothing was entered.');
  });

  it('has four benefits, each with five things to say, and claims none of them', () => {
    const { nodes } = made({ 'benefit.use.pays': 'the ICB' });
    const [plan] = nodes.flatMap((node) => (node.kind === 'table' ? [node.table] : []));
    expect([plan?.rows.length, plan?.columns.length]).toEqual([4, 6]);
    expect(JSON.stringify(plan?.rows[3])).toContain('the ICB');
    expect(JSON.stringify(plan?.rows[0])).toContain('Not known');
  });

  it('refuses what cannot be read, by the name of the box in the address', () => {
    const result = composeBusinessCase((box) => (box === 'workforce.t' ? 'many' : null));
    expect(!result.ok && result.problems.map(({ field }) => field)).toEqual(['workforce.t']);
    expect(new Set(BUSINESS_CASE_BOXES).size).toBe(BUSINESS_CASE_BOXES.length);
  });
});
