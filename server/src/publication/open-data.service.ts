import { toEarlyImplementersGeoJson } from '@liaison-atlas/shared/publication/to-early-implementers-geojson';
import { toChanges } from '@liaison-atlas/shared/publication/to-changes';
import { toFrameGeoJson } from '@liaison-atlas/shared/publication/to-frame-geojson';
import { toHospitalsGeoJson } from '@liaison-atlas/shared/publication/to-hospitals-geojson';
import { replacedMember } from '@liaison-atlas/shared/publication/open-release-status';
import type { ReplacedBy } from '@liaison-atlas/shared/publication/release-chain';
import { toReleasesList } from '@liaison-atlas/shared/publication/to-releases-list';
import { toRoundsList } from '@liaison-atlas/shared/publication/to-rounds-list';
import { toSummary } from '@liaison-atlas/shared/publication/to-summary';
import { Injectable } from '@nestjs/common';

import { UnitOfWork } from '../database/unit-of-work.js';
import { RoundService, roundTopic } from '../fieldwork/round.service.js';
import { ccgBoundaries } from '../frame/ccg-boundaries.js';
import { FrameService } from '../frame/frame.service.js';
import { DomainError } from '../platform/domain-error.js';
import { sha256 } from '../platform/ids.js';
import { KeptByVersion } from '../platform/kept-by-version.js';
import {
  type ExportedRelease,
  RELEASE_EXPORTS,
  type ReleaseExport,
  ReleaseExports,
} from './exports/release-exports.service.js';
import { CACHE, type PreparedAnswer, prepareAnswer } from './prepared-answer.js';
import { ReleaseChangeService } from './release-change.service.js';
import { ReleaseFiles } from './release-files/release-files.js';
import { ReleaseStore, type StoredRelease } from './release-store.service.js';

const JSON_TYPE = 'application/json; charset=utf-8';
const GEOJSON_TYPE = 'application/geo+json; charset=utf-8';

/** The files of a release that anyone may have. */
export const RELEASE_FILES = [
  'summary.json',
  'hospitals.geojson',
  'files.json',
  'changes.json',
  ...RELEASE_EXPORTS,
] as const;
export type ReleaseFile = (typeof RELEASE_FILES)[number];
/** A file that is made from one release alone. */
type OwnFile = Exclude<ReleaseFile, 'changes.json'>;

/** Files whose bytes can be asked for by their hash: all but those that say what became of other files. */
export const EXACT_FILES = RELEASE_FILES.filter((file) => file !== 'files.json' && file !== 'changes.json');
export type ExactFile = (typeof EXACT_FILES)[number];

/** A file of a release with the number of the one that replaced it; null = it stands. */
export interface OlderFile {
  readonly answer: PreparedAnswer;
  readonly replacedBy: number | null;
}

/**
 * Open data, made from releases and the frame and from nothing else; each answer is kept until what it shows changes. `site`
 * is the address under which it was asked: one of a few, so what is kept stays bounded.
 */
@Injectable()
export class OpenDataService {
  private readonly kept = new KeptByVersion<PreparedAnswer>();

  constructor(
    private readonly rounds: RoundService,
    private readonly releases: ReleaseStore,
    private readonly frame: FrameService,
    private readonly changes: ReleaseChangeService,
    private readonly exports: ReleaseExports,
    private readonly files: ReleaseFiles,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Every round with its newest release. */
  async roundsList(): Promise<PreparedAnswer> {
    const rounds = await this.rounds.listPublic();
    const versions = await Promise.all(rounds.map(({ id }) => this.unitOfWork.version(roundTopic(id))));
    const key = rounds.map(({ id, state }, index) => `${id}:${state}:${versions[index]}`).join(' ');
    return this.kept.get('rounds', key, async () => {
      const withReleases = await Promise.all(
        rounds.map(async ({ id, title, kind, state }) => {
          const latestRelease = (await this.releases.findLatest(id))?.stamp ?? null;
          return { id, title, kind, state, latestRelease };
        }),
      );
      return this.json(toRoundsList(withReleases));
    });
  }

  /** One file of a round's newest release. @throws DomainError NOT_RELEASED */
  async releaseFile(site: string, roundId: string, file: ReleaseFile): Promise<PreparedAnswer> {
    const release = await this.releases.getLatest(roundId);
    if (file === 'changes.json') return this.changesFile(release, null);
    return this.ownFile(site, release, file, null);
  }

  /**
   * One file of one release, the newest or an older one. What was withdrawn is answered by a notice instead.
   * @throws DomainError NOT_RELEASED, RELEASE_WITHDRAWN
   */
  async olderFile(site: string, roundId: string, number: number, file: ReleaseFile): Promise<OlderFile> {
    const { release, status } = await this.releases.get(roundId, number);
    const { replacedBy } = status;
    if (file === 'changes.json')
      return { answer: await this.changesFile(release, replacedBy), replacedBy: replacedBy?.number ?? null };
    const answer = await this.ownFile(site, release, file, replacedBy);
    return { answer, replacedBy: replacedBy?.number ?? null };
  }

  /**
   * The very bytes that have this hash, under an address that can never hold others: with the notice that a later release
   * replaced this one, or as they were before. Nobody who asks anew gets them once the release is withdrawn. What lies in a
   * store comes from there, also where this version would make others.
   * @throws DomainError NOT_RELEASED, RELEASE_WITHDRAWN, NOT_FOUND where the file does not have these bytes (any more);
   *   STORAGE_UNAVAILABLE, STORED_FILE_DAMAGED by the store
   */
  async exactFile(
    site: string,
    roundId: string,
    number: number,
    hash: string,
    file: ExactFile,
  ): Promise<PreparedAnswer> {
    const { release, status } = await this.releases.get(roundId, number);
    const stored = await this.files.find({ roundId, releaseNumber: number, sha256: hash, name: file });
    if (stored !== null) return stored;
    for (const replacedBy of new Set([status.replacedBy, null])) {
      const answer = await this.ownFile(site, release, file, replacedBy);
      if (sha256(answer.plain) === hash) return { ...answer, cacheControl: CACHE.exact };
    }
    throw new DomainError(
      'NOT_FOUND',
      'The file does not have these bytes.',
      'sha256',
      'Take the address that files.json of the release gives.',
    );
  }

  /** Every release of a round, with what has become of it. @throws DomainError NOT_RELEASED */
  async releasesList(site: string, roundId: string): Promise<PreparedAnswer> {
    // Before the chain: a withdrawal that comes between the two must not be kept out of the list that is kept.
    const version = await this.unitOfWork.version(roundTopic(roundId));
    const chain = await this.releases.chain(roundId);
    if (chain.length === 0) await this.releases.getLatest(roundId);
    return this.kept.get(`${site} ${roundId}/releases`, version, async () => {
      const found = await Promise.all(chain.map(({ number }) => this.releases.find(roundId, number)));
      const releases = found.filter((release) => release !== null);
      return this.json(toReleasesList(site, roundId, releases, chain));
    });
  }

  /** The hospitals of the listed frame. @throws DomainError NOT_FOUND */
  frameHospitals(frameId: string): Promise<PreparedAnswer> {
    const frame = this.frame.getFrame(frameId);
    return this.kept.get(`frame/${frameId}`, frame.hash, () =>
      this.json(toFrameGeoJson(frame, this.frame.listHospitals(frameId)), GEOJSON_TYPE),
    );
  }

  /** The early-implementer areas that are sourced. */
  earlyImplementers(): Promise<PreparedAnswer> {
    const programme = this.frame.earlyImplementers();
    return this.kept.get('early-implementers', programme, () =>
      this.json(toEarlyImplementersGeoJson(programme, ccgBoundaries()), GEOJSON_TYPE),
    );
  }

  /** What the release says otherwise than another; a withdrawal of that one changes against which it is held. */
  private async changesFile(release: StoredRelease, replacedBy: ReplacedBy | null): Promise<PreparedAnswer> {
    const { document, stamp } = release;
    const earlier = await this.changes.heldAgainst(release);
    const key = `${stamp.sha256} ${earlier?.stamp.sha256 ?? ''} ${replacedBy?.number ?? ''}`;
    return this.kept.get(`${document.round.id}/${stamp.number}/changes.json`, key, () =>
      this.json({ ...toChanges(release, earlier), ...replacedMember(document.round.id, replacedBy) }),
    );
  }

  private ownFile(
    site: string,
    release: StoredRelease,
    file: OwnFile,
    replacedBy: ReplacedBy | null,
  ): Promise<PreparedAnswer> {
    const { document, stamp } = release;
    const key = `${site} ${document.round.id}/${stamp.number}/${file} ${replacedBy?.number ?? ''}`;
    return this.kept.get(key, stamp.sha256, () => this.makeReleaseFile(site, release, file, replacedBy));
  }

  private async makeReleaseFile(
    site: string,
    { document, stamp }: Pick<StoredRelease, 'document' | 'stamp'>,
    file: OwnFile,
    replacedBy: ReplacedBy | null,
  ): Promise<PreparedAnswer> {
    const replaced = replacedMember(document.round.id, replacedBy);
    if (file === 'summary.json') return this.json({ ...toSummary(document, stamp.sha256), ...replaced });
    if (file === 'hospitals.geojson')
      return this.json({ ...toHospitalsGeoJson(document, stamp.sha256), ...replaced }, GEOJSON_TYPE);
    if (file === 'files.json')
      return this.json(await this.exports.list({ document, stamp, replacedBy, site }));
    return this.exported({ document, stamp, replacedBy, site }, file);
  }

  private async exported(release: ExportedRelease, file: ReleaseExport): Promise<PreparedAnswer> {
    const { body, contentType, fileName } = await this.exports.file(release, file);
    return prepareAnswer(body, { contentType, fileName, cacheControl: CACHE.newest });
  }

  private json(body: unknown, contentType = JSON_TYPE): Promise<PreparedAnswer> {
    return prepareAnswer(JSON.stringify(body), { contentType, fileName: '', cacheControl: CACHE.newest });
  }
}
