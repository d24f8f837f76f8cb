import type { FormsLedger } from '../analysis-dataset.js';
import { applyDecisions, type CleanedForms, type ResolveOptions } from '../apply-decisions.js';
import { type CleaningIndex, indexCleaned, stateMarks } from '../cleaning-index.js';
import type { CleaningSettings } from '../cleaning-settings.js';
import { countForms } from '../count-forms.js';
import { type CleaningTask, queueOf } from '../queue.js';
import type { SettledDecision } from '../settle-decisions.js';
import type { AskedSite } from '../site-query.js';
import type { RoundItems } from './item-keys.js';

/** How a round is cleaned: what the rules need, and which checks are asked. */
export interface PictureRules {
  readonly options: ResolveOptions;
  readonly settings: Pick<CleaningSettings, 'checks'>;
}

/** Forms, decisions and questions that have a say in each other, and what the rules make of them. */
export interface CleanedGroup {
  /** Keys of everything in it. */
  readonly members: ReadonlySet<string>;
  readonly cleaned: CleanedForms;
  readonly index: CleaningIndex;
  readonly tasks: readonly CleaningTask[];
  /** Counts of its forms; hospitals are counted over the whole round. */
  readonly ledger: FormsLedger;
  /** Questions to the sites of the group, the oldest first. */
  readonly queries: readonly AskedSite[];
  readonly byId: ReadonlyMap<string, SettledDecision>;
  /** Who confirmed a decision, by its id. */
  readonly secondReaders: ReadonlyMap<string, string>;
  /** `stateMark` of a form. */
  readonly markOf: (responseId: string) => string;
}

/** Works out a group by the rules that work out a whole round. @param members keys of everything in it */
export function cleanGroup(
  members: ReadonlySet<string>,
  { forms, decisions, queries }: RoundItems,
  { options, settings }: PictureRules,
): CleanedGroup {
  const cleaned = applyDecisions(forms, decisions, options);
  const index = indexCleaned(cleaned);
  return {
    members,
    cleaned,
    index,
    tasks: queueOf(cleaned, settings, queries),
    ledger: countForms([...cleaned.standings.values()], 0),
    queries,
    byId: new Map(cleaned.decisions.map((decision) => [decision.id, decision])),
    secondReaders: new Map(
      cleaned.decisions.flatMap(({ kind, targetId, by }) => (kind === 'confirm' ? [[targetId, by]] : [])),
    ),
    markOf: stateMarks(cleaned, index),
  };
}
