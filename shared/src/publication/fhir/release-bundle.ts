import type { Instrument } from '../../instrument/instrument.js';
import { OURS } from '../../instrument/interchange/fhir-r4.js';
import type { ReleaseDocument } from '../release.js';
import { TEST_DATA } from './fhir-resource.js';
import { releaseResources } from './release-resources.js';

/**
 * A whole release as one Bundle, whose identifier names the release by its hash.
 * @param base address of the FHIR endpoint, such as `https://atlas.example/fhir`
 */
export const releaseBundle = (
  base: string,
  release: ReleaseDocument,
  sha256: string,
  instrument: Instrument,
) => ({
  resourceType: 'Bundle' as const,
  ...(release.round.kind === 'synthetic' ? { meta: { tag: [TEST_DATA] } } : {}),
  identifier: { system: `${OURS}:release`, value: `${release.round.id}/${release.number}/${sha256}` },
  type: 'collection' as const,
  timestamp: release.publishedAt,
  entry: releaseResources(release, instrument).map((resource) => ({
    fullUrl: `${base}/${resource.resourceType}/${resource.id}`,
    resource,
  })),
});
