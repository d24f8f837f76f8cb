import { canonicalJson } from '../kernel/canonical-json.js';
import type { Eligibility } from './eligibility.js';
import type { FrameFacts } from './frame-facts.js';

/** One hospital as a frozen frame holds it. */
export interface FrozenUnit {
  /** Id of the site, the same for ever. */
  readonly siteId: string;
  readonly eligibility: Eligibility;
  readonly why: string;
  /** Whether a person decided, and not the rule. */
  readonly isDecided: boolean;
  readonly facts: FrameFacts;
}

/** Everything of a frame that its hash stands for. Title and id are names and may be said otherwise elsewhere. */
export interface FrozenFrame {
  readonly definition: string;
  readonly source: string;
  readonly asOf: string;
  readonly declaredSize: number | null;
  readonly units: readonly FrozenUnit[];
}

/**
 * The text that is hashed when a frame is frozen: canonical JSON, hospitals in the order of their ids, so that equal
 * frames give equal hashes in whatever order they were put together. (`acute-ed-2018` came before this form; its
 * hash covers definition, date and the ids of its eligible hospitals.)
 */
export const frameText = ({ units, ...frame }: FrozenFrame): string =>
  canonicalJson({
    format: 'liaison-atlas/frame/2',
    ...frame,
    units: [...units].sort((a, b) => (a.siteId < b.siteId ? -1 : 1)),
  });
