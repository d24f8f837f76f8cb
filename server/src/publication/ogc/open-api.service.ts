import { type OpenApiVersion, toOpenApi } from '@liaison-atlas/shared/publication/open-api';
import { OPEN_ADDRESSES } from '@liaison-atlas/shared/publication/open-addresses';
import { Inject, Injectable } from '@nestjs/common';

import { CONFIG, type Config } from '../../platform/config.js';
import { AnswerShelf } from '../answer-shelf.js';
import { contractSchemas } from '../contract-schemas.js';
import { CACHE, type PreparedAnswer, prepareAnswer } from '../prepared-answer.js';
import { OpenCollections } from './open-collections.service.js';

/** The open interface, described for programs; `site` is the address under which it was asked. */
@Injectable()
export class OpenApiService {
  private readonly shelf = new AnswerShelf();

  constructor(
    private readonly collections: OpenCollections,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  describe(site: string, version: OpenApiVersion): Promise<PreparedAnswer> {
    return this.shelf.get(`${site} ${version}`, () =>
      prepareAnswer(
        JSON.stringify(
          toOpenApi(version, {
            addresses: OPEN_ADDRESSES,
            site,
            schemas: contractSchemas(),
            collections: this.collections.list().map(({ head }) => head),
            requestsPerMinute: this.config.openRequestsPerMinute,
          }),
        ),
        {
          contentType: `application/vnd.oai.openapi+json;version=${version.slice(0, 3)}`,
          fileName: '',
          cacheControl: CACHE.newest,
        },
      ),
    );
  }
}
