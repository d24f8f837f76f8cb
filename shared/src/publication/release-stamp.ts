import type { ReleaseDocument, ReleaseKind } from './release.js';

/** Which release an answer was made from; `sha256` is that of the release document's canonical JSON. */
export interface ReleaseStamp {
  readonly number: number;
  readonly kind: ReleaseKind;
  readonly publishedAt: string;
  readonly sha256: string;
}

/** The stamp of a release. The hash comes from outside: it is made where the document is stored. */
export const releaseStamp = (
  release: Pick<ReleaseDocument, 'number' | 'kind' | 'publishedAt'>,
  sha256: string,
): ReleaseStamp => ({
  number: release.number,
  kind: release.kind,
  publishedAt: release.publishedAt,
  sha256,
});
