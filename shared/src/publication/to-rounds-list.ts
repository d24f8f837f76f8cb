import { roundKindOnTheWire, type RoundKind, type RoundState } from '../fieldwork/round.js';
import type { ReleaseStamp } from './release-stamp.js';

/** A round as `GET /open/v1/rounds` lists it. */
export interface OpenRound {
  readonly id: string;
  readonly title: string;
  /** `published-facts`, `live` or `synthetic`. */
  readonly kind: string;
  readonly state: RoundState;
  /** null = not released yet: the round's other addresses answer 404 `NOT_RELEASED`. */
  readonly latestRelease: ReleaseStamp | null;
}

/** A round with its newest release, as the server knows it. */
export interface RoundWithRelease {
  readonly id: string;
  readonly title: string;
  readonly kind: RoundKind;
  readonly state: RoundState;
  readonly latestRelease: ReleaseStamp | null;
}

/** The body of `GET /open/v1/rounds`: an array, in the order given; unknown members do not slip through. */
export const toRoundsList = (rounds: readonly RoundWithRelease[]): readonly OpenRound[] =>
  rounds.map(({ id, title, kind, state, latestRelease }) => ({
    id,
    title,
    kind: roundKindOnTheWire(kind),
    state,
    latestRelease:
      latestRelease === null
        ? null
        : {
            number: latestRelease.number,
            kind: latestRelease.kind,
            publishedAt: latestRelease.publishedAt,
            sha256: latestRelease.sha256,
          },
  }));
