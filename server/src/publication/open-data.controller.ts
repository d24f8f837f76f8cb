import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { Allow } from '../access/allow.decorator.js';
import { DomainError } from '../platform/domain-error.js';
import { SiteAddress } from '../platform/site-address.js';
import {
  EXACT_FILES,
  type ExactFile,
  OpenDataService,
  RELEASE_FILES,
  type ReleaseFile,
} from './open-data.service.js';
import { CACHE, sendPrepared } from './prepared-answer.js';

/** The open data addresses; a stable contract, documented at `/data` and in `docs/data.md`. */
@Controller('open/v1')
export class OpenDataController {
  constructor(
    private readonly openData: OpenDataService,
    private readonly site: SiteAddress,
  ) {}

  @Get('rounds')
  @Allow('Public')
  async rounds(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    sendPrepared(request, reply, await this.openData.roundsList());
  }

  @Get('rounds/:round/releases')
  @Allow('Public')
  async releases(
    @Param('round') round: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendPrepared(request, reply, await this.openData.releasesList(this.site.of(request), round));
  }

  @Get('rounds/:round/:file')
  @Allow('Public')
  async releaseFile(
    @Param('round') round: string,
    @Param('file') file: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!isReleaseFile(file)) throw noSuchFile();
    sendPrepared(request, reply, await this.openData.releaseFile(this.site.of(request), round, file));
  }

  /** Files of a release by its number; the address keeps answering when later ones are out. */
  @Get('rounds/:round/releases/:number/:file')
  @Allow('Public')
  async numberedFile(
    @Param('round') round: string,
    @Param('number') number: string,
    @Param('file') file: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!isReleaseFile(file)) throw noSuchFile();
    const asked = releaseNumber(number);
    const { answer, replacedBy } = await this.openData.olderFile(this.site.of(request), round, asked, file);
    if (replacedBy !== null)
      void reply.header(
        'link',
        `</open/v1/rounds/${encodeURIComponent(round)}/releases/${replacedBy}/${file}>; rel="successor-version"`,
      );
    sendPrepared(request, reply, { ...answer, cacheControl: CACHE.atOnce });
  }

  /** Bytes by their hash: the one kind of address that a cache may keep for good. */
  @Get('rounds/:round/releases/:number/:sha256/:file')
  @Allow('Public')
  async exactFile(
    @Param('round') round: string,
    @Param('number') number: string,
    @Param('sha256') sha256: string,
    @Param('file') file: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!isExactFile(file)) throw noSuchFile();
    const site = this.site.of(request);
    const answer = await this.openData.exactFile(site, round, releaseNumber(number), sha256, file);
    sendPrepared(request, reply, answer);
  }

  @Get('frames/:frame/hospitals.geojson')
  @Allow('Public')
  async frameHospitals(
    @Param('frame') frame: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendPrepared(request, reply, await this.openData.frameHospitals(frame));
  }

  @Get('early-implementers.geojson')
  @Allow('Public')
  async earlyImplementers(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    sendPrepared(request, reply, await this.openData.earlyImplementers());
  }
}

const isReleaseFile = (file: string): file is ReleaseFile =>
  (RELEASE_FILES as readonly string[]).includes(file);

const isExactFile = (file: string): file is ExactFile => (EXACT_FILES as readonly string[]).includes(file);

/** No release has the number 0, so what is no number finds nothing. */
const releaseNumber = (text: string): number => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0);

const noSuchFile = (): DomainError =>
  new DomainError('NOT_FOUND', 'There is no such file.', 'file', `Use one of ${RELEASE_FILES.join(', ')}.`);
