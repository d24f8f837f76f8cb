import type { Instrument } from '@liaison-atlas/shared/instrument/instrument';
import { toCapabilityStatement } from '@liaison-atlas/shared/publication/fhir/capability-statement';
import {
  FHIR_TYPES,
  type FhirResource,
  type FhirType,
} from '@liaison-atlas/shared/publication/fhir/fhir-resource';
import { found, parseFhirSearch, toSearchBundle } from '@liaison-atlas/shared/publication/fhir/fhir-search';
import { releaseBundle } from '@liaison-atlas/shared/publication/fhir/release-bundle';
import { releaseResources } from '@liaison-atlas/shared/publication/fhir/release-resources';
import { queryText } from '@liaison-atlas/shared/publication/ogc/feature-pages';
import { Injectable } from '@nestjs/common';

import { InstrumentService } from '../../instrument/instrument.service.js';
import { CODE_VERSION } from '../../platform/code-version.js';
import { DomainError } from '../../platform/domain-error.js';
import { AnswerShelf } from '../answer-shelf.js';
import { CACHE, type PreparedAnswer, prepareAnswer } from '../prepared-answer.js';
import { ReleaseStore, type StoredRelease } from '../release-store.service.js';
import { RoundView } from '../round-view.js';

const HEAD = {
  contentType: 'application/fhir+json; charset=utf-8',
  fileName: '',
  cacheControl: CACHE.newest,
} as const;

/**
 * Releases as FHIR R4, for reading. What a release holds back is nowhere here: nothing but releases is read. `site` is the
 * address under which it was asked, for links.
 */
@Injectable()
export class FhirService {
  private readonly shelf = new AnswerShelf();
  private readonly made = new WeakMap<object, readonly FhirResource[]>();

  constructor(
    private readonly releases: ReleaseStore,
    private readonly rounds: RoundView,
    private readonly instruments: InstrumentService,
  ) {}

  capabilities(site: string): Promise<PreparedAnswer> {
    return this.shelf.get(`metadata ${site}`, () =>
      prepareAnswer(JSON.stringify(toCapabilityStatement(baseOf(site), CODE_VERSION)), HEAD),
    );
  }

  /** @throws DomainError NOT_FOUND for a type that is not served, BAD_INPUT, NOT_RELEASED */
  async search(
    site: string,
    type: string,
    parameters: Readonly<Record<string, unknown>>,
  ): Promise<PreparedAnswer> {
    const known = knownType(type);
    const search = parseFhirSearch(parameters);
    if (!search.ok) {
      const [problem] = search.problems;
      throw new DomainError('BAD_INPUT', problem?.message ?? '', problem?.field, problem?.mend);
    }
    const { round, asked } = search.value;
    const release = await this.releases.getLatest(round ?? (await this.rounds.newestRealRound()));
    const key = `search ${site} ${known} ${release.document.round.id} ${release.stamp.sha256} ${queryText(asked)}`;
    return this.shelf.get(key, async () => {
      const resources = found(await this.resourcesOf(release), known, search.value);
      const bundle = toSearchBundle(baseOf(site), known, search.value, resources);
      return prepareAnswer(JSON.stringify(bundle), HEAD, { sent: 'once' });
    });
  }

  /**
   * One resource, from the newest released round that has it; real answers before invented ones.
   * @throws DomainError NOT_FOUND
   */
  async read(type: string, id: string): Promise<PreparedAnswer> {
    const known = knownType(type);
    for (const release of await this.newestFirst()) {
      const resource = (await this.resourcesOf(release)).find(
        (candidate) => candidate.resourceType === known && candidate.id === id,
      );
      if (resource === undefined) continue;
      const key = `read ${known} ${id} ${release.document.round.id} ${release.stamp.sha256}`;
      return this.shelf.get(key, () => prepareAnswer(JSON.stringify(resource), HEAD, { sent: 'once' }));
    }
    throw new DomainError(
      'NOT_FOUND',
      `No release has this ${known}.`,
      'id',
      `Use the id of a resource of /fhir/${known}.`,
    );
  }

  /** The newest release of a round as one Bundle. @throws DomainError NOT_RELEASED */
  async bundle(site: string, roundId: string): Promise<PreparedAnswer> {
    const release = await this.releases.getLatest(roundId);
    const { document, stamp } = release;
    return this.shelf.get(`bundle ${site} ${roundId} ${stamp.sha256}`, async () =>
      prepareAnswer(
        JSON.stringify(releaseBundle(baseOf(site), document, stamp.sha256, await this.instrumentOf(release))),
        HEAD,
      ),
    );
  }

  private async newestFirst(): Promise<readonly StoredRelease[]> {
    const rounds = await this.rounds.list();
    const real = rounds.filter(({ kind }) => kind !== 'synthetic');
    const invented = rounds.filter(({ kind }) => kind === 'synthetic');
    const releases = await Promise.all([...real, ...invented].map(({ id }) => this.releases.findLatest(id)));
    return releases.filter((release) => release !== null);
  }

  private async resourcesOf(release: StoredRelease): Promise<readonly FhirResource[]> {
    const known = this.made.get(release.document);
    if (known !== undefined) return known;
    const resources = releaseResources(release.document, await this.instrumentOf(release));
    this.made.set(release.document, resources);
    return resources;
  }

  private instrumentOf({ document: { instrument } }: StoredRelease): Promise<Instrument> {
    return this.instruments.contentOf({
      instrumentKey: instrument.key,
      instrumentVersion: instrument.version,
    });
  }
}

const baseOf = (site: string): string => `${site}/fhir`;

function knownType(type: string): FhirType {
  const known = FHIR_TYPES.find((candidate) => candidate === type);
  if (known === undefined)
    throw new DomainError(
      'NOT_FOUND',
      'Resources of this type are not served.',
      'type',
      `Use one of ${FHIR_TYPES.join(', ')}; /fhir/metadata lists them.`,
    );
  return known;
}
