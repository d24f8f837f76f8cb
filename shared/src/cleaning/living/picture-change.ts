import type { Form } from '../../fieldwork/response.js';
import type { Decision } from '../decision.js';
import type { OpenObjection } from '../queue.js';
import type { AskedSite } from '../site-query.js';
import type { CleanedGroup } from './clean-group.js';

/** What became of a round since its picture was made. */
export interface RoundChange {
  /** Forms as they are now, new ones included. */
  readonly forms?: readonly Form[];
  /** Ids of forms that are not in the round any more. */
  readonly gone?: readonly string[];
  /** Decisions that were added; also such whose words have been erased since. */
  readonly decisions?: readonly Decision[];
  /** Questions to sites as they are now, new ones included. */
  readonly queries?: readonly AskedSite[];
  /** All objections of hospitals that nobody has dealt with; absent = the same as before. */
  readonly objections?: readonly OpenObjection[];
}

/** How far taking in a change is: items of groups that are worked out, of those that are to be. */
export interface PictureStep {
  readonly done: number;
  readonly total: number;
}

/** What is kept of every group; the rest is made again when somebody looks at it. */
export interface KeptGroup extends Pick<CleanedGroup, 'tasks' | 'ledger'> {
  readonly members: readonly string[];
  /** Hospitals that have a form in it that counts. */
  readonly counted: readonly string[];
}
