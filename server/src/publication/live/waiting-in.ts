import type { AnalysisDataset } from '@liaison-atlas/shared/cleaning/analysis-dataset';
import type { SourcedNote } from '@liaison-atlas/shared/publication/release';

/** What only a person can decide, in words with counts; empty = nothing waits. */
export function waitingIn({ decisions, disagreements }: AnalysisDataset): SourcedNote[] {
  const pending = decisions.filter(({ outcome }) => outcome === 'pending');
  const count = (reason: string): number => pending.filter((decision) => decision.reason === reason).length;
  const unresolved = new Set(
    disagreements.filter(({ resolution }) => resolution === 'unresolved').map(({ odsCode }) => odsCode),
  ).size;
  return [
    note(
      'unmatched',
      count('unmatched_hospital'),
      'name a hospital that is not matched to the list',
      'rule R3',
    ),
    note('outside-frame', count('outside_frame'), 'are about a hospital outside the frame', 'rule R3'),
    note('open-conflict', count('open_conflict'), 'wait for a conflict to be resolved', 'rule R6'),
    unresolved === 0
      ? null
      : {
          id: 'conflicts',
          text: `${unresolved} ${unresolved === 1 ? 'hospital has' : 'hospitals have'} yes against no between respondents`,
          source: 'rule R6',
        },
  ].filter((item) => item !== null);
}

const note = (id: string, count: number, what: string, source: string): SourcedNote | null =>
  count === 0 ? null : { id, text: `${count} ${count === 1 ? 'form' : 'forms'}: ${what}`, source };
