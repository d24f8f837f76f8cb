import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import type { Result } from '@liaison-atlas/shared/kernel/result';
import { REFERENCE_ATTRIBUTION } from '@liaison-atlas/shared/publication/attribution';
import {
  GEO_JSON,
  queryText,
  toCollection,
  toCollections,
  toConformance,
  toFeatureAnswer,
  toFeaturePage,
  toLandingPage,
} from '@liaison-atlas/shared/publication/ogc/feature-pages';
import type { FeatureSet } from '@liaison-atlas/shared/publication/ogc/feature-set';
import { parseItemsQuery, readParameters } from '@liaison-atlas/shared/publication/ogc/items-query';
import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock.js';
import { DomainError } from '../../platform/domain-error.js';
import { AnswerShelf } from '../answer-shelf.js';
import { CACHE, type PreparedAnswer, prepareAnswer } from '../prepared-answer.js';
import { type CollectionSource, OpenCollections } from './open-collections.service.js';

type Parameters = Readonly<Record<string, unknown>>;

const NOTHING: FeatureSet = {
  version: 'nothing released',
  about: { attribution: REFERENCE_ATTRIBUTION },
  time: null,
  features: [],
};

/**
 * OGC API Features over the collections: made from releases, the frame and the library, and from nothing else. `site` is
 * the address under which it was asked, for links.
 */
@Injectable()
export class FeaturesService {
  private readonly shelf = new AnswerShelf();

  constructor(
    private readonly collections: OpenCollections,
    private readonly clock: Clock,
  ) {}

  landingPage(site: string, parameters: Parameters): Promise<PreparedAnswer> {
    accepted(readParameters(parameters, ['f']));
    return this.shelf.get(`landing ${site}`, () => plain(toLandingPage(baseOf(site))));
  }

  conformance(parameters: Parameters): Promise<PreparedAnswer> {
    accepted(readParameters(parameters, ['f']));
    return this.shelf.get('conformance', () => plain(toConformance()));
  }

  async list(site: string, parameters: Parameters): Promise<PreparedAnswer> {
    accepted(readParameters(parameters, ['f']));
    const sources = this.collections.list();
    const sets = await Promise.all(sources.map(setNow));
    return this.shelf.get(`collections ${site} ${sets.map(({ version }) => version).join(' ')}`, () =>
      plain(
        toCollections(
          baseOf(site),
          sources.map(({ head }, at) => toCollection(baseOf(site), head, sets[at] ?? NOTHING)),
        ),
      ),
    );
  }

  /** @throws DomainError NOT_FOUND */
  async collection(site: string, id: string, parameters: Parameters): Promise<PreparedAnswer> {
    accepted(readParameters(parameters, ['f']));
    const source = this.collections.get(id);
    const set = await setNow(source);
    return this.shelf.get(`collection ${site} ${id} ${set.version}`, () =>
      plain(toCollection(baseOf(site), source.head, set)),
    );
  }

  /** @throws DomainError NOT_FOUND, BAD_INPUT, NOT_RELEASED */
  async items(site: string, id: string, parameters: Parameters): Promise<PreparedAnswer> {
    const source = this.collections.get(id);
    const query = accepted(parseItemsQuery(parameters, source.head));
    const set = await source.features(query.round);
    const key = `items ${site} ${id} ${set.version} ${queryText(query.asked)}`;
    return this.shelf.get(key, () => {
      const page = toFeaturePage(baseOf(site), source.head, set, query, this.clock.now());
      return features(page, JSON.stringify({ ...page, timeStamp: '' }));
    });
  }

  /** @throws DomainError NOT_FOUND, BAD_INPUT, NOT_RELEASED */
  async item(site: string, id: string, featureId: string, parameters: Parameters): Promise<PreparedAnswer> {
    const { head, ...source } = this.collections.get(id);
    const asked = new Map(accepted(readParameters(parameters, head.ofRound ? ['round', 'f'] : ['f'])));
    const round = asked.get('round');
    const set = await source.features(round);
    const feature = set.features.find((candidate) => candidate.id === featureId);
    if (feature === undefined)
      throw new DomainError(
        'NOT_FOUND',
        'The collection has no such feature.',
        'feature',
        `Use the id of a feature of /open/v1/collections/${id}/items.`,
      );
    const key = `item ${site} ${id} ${set.version} ${feature.id} ${round ?? ''}`;
    return this.shelf.get(key, () => features(toFeatureAnswer(baseOf(site), head, set, feature, round)));
  }
}

const baseOf = (site: string): string => `${site}/open/v1`;

/** What describes a collection is there even before anything is released. */
async function setNow(source: CollectionSource): Promise<FeatureSet> {
  try {
    return await source.features(undefined);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'NOT_RELEASED') return NOTHING;
    throw error;
  }
}

/** @throws DomainError with the first problem */
function accepted<Value>(result: Result<Value, Problem>): Value {
  if (result.ok) return result.value;
  const [problem] = result.problems;
  throw new DomainError('BAD_INPUT', problem?.message ?? '', problem?.field, problem?.mend);
}

const HEAD = { fileName: '', cacheControl: CACHE.newest };

const plain = (body: unknown): Promise<PreparedAnswer> =>
  prepareAnswer(JSON.stringify(body), { ...HEAD, contentType: 'application/json; charset=utf-8' });

const features = (body: unknown, meaning?: string): Promise<PreparedAnswer> =>
  prepareAnswer(
    JSON.stringify(body),
    { ...HEAD, contentType: `${GEO_JSON}; charset=utf-8` },
    { sent: 'once', ...(meaning === undefined ? {} : { meaning }) },
  );
