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
import { Inject, Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { DomainError } from '../../platform/domain-error.js';
import { AnswerShelf } from '../answer-shelf.js';
import { type PreparedAnswer, prepareAnswer } from '../prepared-answer.js';
import { type CollectionSource, OpenCollections } from './open-collections.service.js';

type Parameters = Readonly<Record<string, unknown>>;

const NOTHING: FeatureSet = {
  version: 'nothing released',
  about: { attribution: REFERENCE_ATTRIBUTION },
  time: null,
  features: [],
};

/** OGC API Features over the collections: made from releases, the frame and the library, and from nothing else. */
@Injectable()
export class FeaturesService {
  private readonly shelf = new AnswerShelf();
  private readonly base: string;

  constructor(
    private readonly collections: OpenCollections,
    private readonly clock: Clock,
    @Inject(CONFIG) config: Config,
  ) {
    this.base = `${config.publicUrl}/open/v1`;
  }

  landingPage(parameters: Parameters): Promise<PreparedAnswer> {
    accepted(readParameters(parameters, ['f']));
    return this.shelf.get('landing', () => plain(toLandingPage(this.base)));
  }

  conformance(parameters: Parameters): Promise<PreparedAnswer> {
    accepted(readParameters(parameters, ['f']));
    return this.shelf.get('conformance', () => plain(toConformance()));
  }

  async list(parameters: Parameters): Promise<PreparedAnswer> {
    accepted(readParameters(parameters, ['f']));
    const sources = this.collections.list();
    const sets = await Promise.all(sources.map(setNow));
    return this.shelf.get(`collections ${sets.map(({ version }) => version).join(' ')}`, () =>
      plain(
        toCollections(
          this.base,
          sources.map(({ head }, at) => toCollection(this.base, head, sets[at] ?? NOTHING)),
        ),
      ),
    );
  }

  /** @throws DomainError NOT_FOUND */
  async collection(id: string, parameters: Parameters): Promise<PreparedAnswer> {
    accepted(readParameters(parameters, ['f']));
    const source = this.collections.get(id);
    const set = await setNow(source);
    return this.shelf.get(`collection ${id} ${set.version}`, () =>
      plain(toCollection(this.base, source.head, set)),
    );
  }

  /** @throws DomainError NOT_FOUND, BAD_INPUT, NOT_RELEASED */
  async items(id: string, parameters: Parameters): Promise<PreparedAnswer> {
    const source = this.collections.get(id);
    const query = accepted(parseItemsQuery(parameters, source.head));
    const set = await source.features(query.round);
    const key = `items ${id} ${set.version} ${queryText(query.asked)}`;
    return this.shelf.get(key, () => {
      const page = toFeaturePage(this.base, source.head, set, query, this.clock.now());
      return features(page, JSON.stringify({ ...page, timeStamp: '' }));
    });
  }

  /** @throws DomainError NOT_FOUND, BAD_INPUT, NOT_RELEASED */
  async item(id: string, featureId: string, parameters: Parameters): Promise<PreparedAnswer> {
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
    const key = `item ${id} ${set.version} ${feature.id} ${round ?? ''}`;
    return this.shelf.get(key, () => features(toFeatureAnswer(this.base, head, set, feature, round)));
  }
}

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

const HEAD = { fileName: '', cacheControl: 'public, no-cache' };

const plain = (body: unknown): Promise<PreparedAnswer> =>
  prepareAnswer(JSON.stringify(body), { ...HEAD, contentType: 'application/json; charset=utf-8' });

const features = (body: unknown, meaning?: string): Promise<PreparedAnswer> =>
  prepareAnswer(
    JSON.stringify(body),
    { ...HEAD, contentType: `${GEO_JSON}; charset=utf-8` },
    { sent: 'once', ...(meaning === undefined ? {} : { meaning }) },
  );
