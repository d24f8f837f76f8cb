import { briefingQuery, LONGEST_VALUE } from '@liaison-atlas/shared/commissioning/briefing/briefing-address';
import type { BriefingInput, Rings } from '@liaison-atlas/shared/commissioning/briefing/briefing-input';
import { toBriefingServices } from '@liaison-atlas/shared/commissioning/briefing/briefing-services';
import { composeBriefing } from '@liaison-atlas/shared/commissioning/briefing/compose-briefing';
import { downloadFileName } from '@liaison-atlas/shared/publication/file-name';
import type { ReleaseDocument } from '@liaison-atlas/shared/publication/release';
import type { ReportTree } from '@liaison-atlas/shared/publication/report/report-tree';
import { Injectable } from '@nestjs/common';

import { areaBoundaries } from '../frame/area-boundaries.js';
import { FrameService } from '../frame/frame.service.js';
import { DomainError } from '../platform/domain-error.js';
import { AnswerShelf } from '../publication/answer-shelf.js';
import { type PreparedAnswer, prepareAnswer } from '../publication/prepared-answer.js';
import { ReleaseStore } from '../publication/release-store.service.js';
import { reportFile } from '../publication/report/report-files.service.js';
import { RoundView } from '../publication/round-view.js';
import { AreaProfileService } from './area-profile.service.js';
import { type AskedQuery, readOne } from './read-query.js';
import { ServiceRegister } from './register/service-register.service.js';

/** The formats of a briefing; `json` is the same before it has a format, for the page that shows it. */
export const BRIEFING_FORMATS = ['html', 'pdf', 'docx', 'json'] as const;
export type BriefingFormat = (typeof BRIEFING_FORMATS)[number];

/** Briefings of areas: release, frame, service register and what was typed, put together by the rules of shared. Stores nothing. */
@Injectable()
export class BriefingService {
  private readonly shelf = new AnswerShelf();

  constructor(
    private readonly frame: FrameService,
    private readonly releases: ReleaseStore,
    private readonly rounds: RoundView,
    private readonly register: ServiceRegister,
    private readonly profiles: AreaProfileService,
  ) {}

  /**
   * @throws DomainError NOT_FOUND for an unknown area, NOT_RELEASED for a round without this release, RELEASE_WITHDRAWN,
   *   BAD_INPUT for what cannot be read: the first box is named
   */
  async file(code: string, query: AskedQuery, format: BriefingFormat): Promise<PreparedAnswer> {
    const { tree, release, code: areaCode } = await this.compose(code, query);
    const meaning = `${format} ${JSON.stringify(tree)}`;
    return this.shelf.get(meaning, async () => {
      const { body, contentType } =
        format === 'json'
          ? { body: JSON.stringify(tree), contentType: 'application/json; charset=utf-8' }
          : await reportFile(tree, format);
      const shown = format === 'html' || format === 'json';
      const fileName = shown ? '' : downloadFileName(release, `briefing-${areaCode}`, format);
      const head = { contentType, fileName, cacheControl: 'public, no-cache' };
      return prepareAnswer(body, head, { sent: 'once', meaning });
    });
  }

  private async compose(
    code: string,
    query: AskedQuery,
  ): Promise<{ tree: ReportTree; release: ReleaseDocument; code: string }> {
    const typed = (name: string): string | null => readOne(query, name, LONGEST_VALUE);
    const area = this.frame.findArea(code);
    if (area === undefined)
      throw new DomainError(
        'NOT_FOUND',
        'No region, ICB or CCG of 2018 has this code.',
        'code',
        'Use a code of /open/v1/areas.',
      );
    const { release, status } = await this.releaseOf(typed('round'), typed('release'));
    const { document, stamp } = release;
    const fromText = (typed('from') ?? '').trim();
    const { services } = await this.register.find({ area: area.code });
    const key = briefingQuery({ round: document.round.id, release: document.number, from: fromText, typed });
    const composed = composeBriefing({
      area,
      release: document,
      sha256: stamp.sha256,
      status,
      residents: this.frame.findPopulation(area.code)?.people ?? null,
      typed,
      outline: outlineOf(area.code),
      from: await this.placeOf(fromText, document),
      services: toBriefingServices(services),
      address: `/areas/${area.code}/briefing?${key}`,
    });
    if (composed.ok) return { tree: composed.value, release: document, code: area.code };
    const [first] = composed.problems;
    throw new DomainError('BAD_INPUT', first?.message ?? '', first?.field, first?.mend);
  }

  /** Without a number the newest release that stands. */
  private async releaseOf(askedRound: string | null, askedNumber: string | null) {
    const round = askedRound ?? (await this.rounds.newestRealRound());
    if (askedNumber === null || askedNumber === '') {
      const latest = await this.releases.getLatest(round);
      return this.releases.get(round, latest.document.number);
    }
    if (!/^\d{1,6}$/.test(askedNumber))
      throw new DomainError(
        'BAD_INPUT',
        'A release has a number.',
        'release',
        'Give it in digits, or leave it out.',
      );
    return this.releases.get(round, Number(askedNumber));
  }

  /** @throws DomainError BAD_INPUT for what is neither a hospital of the release nor an English postcode. */
  private async placeOf(from: string, release: ReleaseDocument): Promise<BriefingInput['from']> {
    if (from === '') return null;
    const found = await this.profiles.measuredFrom(from, release);
    if (found !== null) {
      const { latitude, longitude, odsCode, words, place } = found;
      const isNear = place !== null && !place.exact;
      return { latitude, longitude, odsCode, words: isNear ? `${words} (approximate)` : words };
    }
    throw new DomainError(
      'BAD_INPUT',
      'This is no English postcode and no hospital of the round.',
      'from',
      'Give a postcode, its first half, or the code of a hospital; or leave it out.',
    );
  }
}

/** The outer and inner rings of an area; none where no boundary of it is bundled. */
function outlineOf(code: string): Rings {
  const boundary = areaBoundaries().get(code);
  if (boundary === undefined) return [];
  return boundary.type === 'Polygon' ? boundary.coordinates : boundary.coordinates.flat();
}
