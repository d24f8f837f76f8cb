import { dayInWords } from '../kernel/day-in-words.js';
import type { ReplacedBy } from './release-chain.js';

/** What an open answer of a replaced release says of the one that replaced it. */
export interface OpenReplacedBy {
  readonly number: number;
  readonly publishedAt: string;
  /** What the erratum corrects. */
  readonly why: string;
  /** Where the files of the other release begin; `summary.json` and the others lie below. */
  readonly href: string;
}

/** Address below which the files of a release lie, whatever is released later. */
export const releaseAddress = (roundId: string, number: number): string =>
  `/open/v1/rounds/${encodeURIComponent(roundId)}/releases/${number}/`;

/** The member `replacedBy`; no member at all where the release stands, so that its bytes stay the same. */
export const replacedMember = (
  roundId: string,
  by: ReplacedBy | null,
): { readonly replacedBy?: OpenReplacedBy } =>
  by === null
    ? {}
    : {
        replacedBy: {
          number: by.number,
          publishedAt: by.publishedAt,
          why: by.why,
          href: releaseAddress(roundId, by.number),
        },
      };

/** What stands first in the files that are taken away from a replaced release; '' = it stands. */
export const replacedNotice = (roundId: string, by: ReplacedBy | null): string =>
  by === null
    ? ''
    : `REPLACED by release ${by.number} on ${dayInWords(by.publishedAt)}: ${by.why} Its files lie below ${releaseAddress(roundId, by.number)}`;
