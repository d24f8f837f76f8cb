import { briefingQuery, LONGEST_VALUE } from '@liaison-atlas/shared/commissioning/briefing/briefing-address';
import type { BriefingInput, Rings } from '@liaison-atlas/shared/commissioning/briefing/briefing-input';
import {
  BRIEFING_ROOMS,
  type BriefingRoom,
} from '@liaison-atlas/shared/commissioning/briefing/briefing-room';
import { toBriefingServices } from '@liaison-atlas/shared/commissioning/briefing/briefing-services';
import { composeBriefing } from '@liaison-atlas/shared/commissioning/briefing/compose-briefing';
import { downloadFileName } from '@liaison-atlas/shared/publication/file-name';
import type { ReleaseDocument } from '@liaison-atlas/shared/publication/release';
import type { ReportTree } from '@liaison-atlas/shared/publication/report/report-tree';
import { Injectable } from '@nestjs/common';

import { areaBoundaries } from '../frame/area-boundaries.js';
import { DomainError } from '../platform/domain-error.js';
import { KeptByVersion } from '../platform/kept-by-version.js';
import { Turns } from '../platform/turns.js';
import { CACHE, type PreparedAnswer, prepareAnswer } from '../publication/prepared-answer.js';
import { ReleaseStore } from '../publication/release-store.service.js';
import { firstThatFits } from '../publication/report/fit-sheets.js';
import { reportFile } from '../publication/report/report-files.service.js';
import { RoundView } from '../publication/round-view.js';
import { AreaProfileService } from './area-profile.service.js';
import { type AskedQuery, readOne } from './read-query.js';
import { ServiceRegister } from './register/service-register.service.js';

/** The formats of a briefing; `json` is the same before it has a format, for the page that shows it. */
export const BRIEFING_FORMATS = ['html', 'pdf', 'docx', 'json'] as const;
export type BriefingFormat = (typeof BRIEFING_FORMATS)[number];

/** Bytes of briefings kept at once, in every encoding together. */
const MOST_BYTES = 24 * 1024 * 1024;
/** What a kept briefing costs beside its bytes: key, version, head. A guess on the high side. */
const ENTRY_BYTES = 8 * 1024;
/** Pages that wait to be laid out while another one is. */
const MOST_WAITING = 20;

/** A question for a briefing, read but not answered yet. */
interface Asked {
  readonly input: Omit<BriefingInput, 'services'>;
  readonly query: string;
}

/** Briefings of areas: release, frame, service register and what was typed, put together by the rules of shared. Stores nothing. */
@Injectable()
export class BriefingService {
  private readonly kept = new KeptByVersion<PreparedAnswer>(
    MOST_BYTES,
    ({ plain, br, gzip }) => ENTRY_BYTES + plain.length + br.length + gzip.length,
  );
  private readonly turns = new Turns(1, MOST_WAITING);

  constructor(
    private readonly releases: ReleaseStore,
    private readonly rounds: RoundView,
    private readonly register: ServiceRegister,
    private readonly profiles: AreaProfileService,
  ) {}

  /**
   * The same question gets the same bytes until what they are made of has changed.
   * @throws DomainError NOT_FOUND for an unknown area, NOT_RELEASED for a round without this release, RELEASE_WITHDRAWN,
   *   BAD_INPUT for what cannot be read: the first box is named; BUSY when too many wait for theirs
   */
  async file(code: string, query: AskedQuery, format: BriefingFormat): Promise<PreparedAnswer> {
    const { input, query: key } = await this.read(code, query);
    const { area, release, status, residents, from, sha256 } = input;
    const made = [await this.register.version(), this.register.today(), sha256, status.replacedBy?.number];
    const version = JSON.stringify([made, area, residents, from]);
    return this.kept.get(`${format} ${area.code} ${key}`, version, async () => {
      const { services } = await this.register.find({ area: area.code });
      const whole = { ...input, services: toBriefingServices(services) };
      const { tree, body, contentType } = await this.write(whole, format);
      const shown = format === 'html' || format === 'json';
      const fileName = shown ? '' : downloadFileName(release, `briefing-${area.code}`, format);
      const head = { contentType, fileName, cacheControl: CACHE.atOnce };
      return prepareAnswer(body, head, { sent: 'once', meaning: `${format} ${JSON.stringify(tree)}` });
    });
  }

  /** Pages with an end name as much as stands on them; a page on a screen names everything. */
  private async write(input: BriefingInput, format: BriefingFormat) {
    const [widest, ...tighter] = BRIEFING_ROOMS;
    const tree = treeIn(input, widest);
    switch (format) {
      case 'json':
        return { tree, body: JSON.stringify(tree), contentType: 'application/json; charset=utf-8' };
      case 'html':
        return { tree, ...(await reportFile(tree, format)) };
      case 'pdf':
      case 'docx':
        return this.turns.take(async () => {
          const fitting = firstThatFits(tree, tighter, (room) => treeIn(input, room));
          return { tree: fitting, ...(await reportFile(fitting, format)) };
        });
    }
  }

  private async read(code: string, query: AskedQuery): Promise<Asked> {
    const typed = (name: string): string | null => readOne(query, name, LONGEST_VALUE);
    const area = this.profiles.findArea(code);
    if (area === undefined)
      throw new DomainError(
        'NOT_FOUND',
        'No region, ICB, CCG of 2018 or trust has this code.',
        'code',
        'Choose a place under Areas; its page offers the briefing. For programs: a code of /open/v1/areas or of a trust, or england.',
      );
    const { release, status } = await this.releaseOf(typed('round'), typed('release'));
    const { document, stamp } = release;
    const fromText = (typed('from') ?? '').trim();
    const key = briefingQuery({ round: document.round.id, release: document.number, from: fromText, typed });
    const input = {
      area,
      release: document,
      sha256: stamp.sha256,
      status,
      residents: area.population?.total ?? null,
      typed,
      outline: outlineOf(area.code),
      from: await this.placeOf(fromText, document),
      address: `/areas/${area.code}/briefing?${key}`,
    };
    return { input, query: key };
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

/** @throws DomainError BAD_INPUT where something typed cannot be read */
function treeIn(input: BriefingInput, room: BriefingRoom): ReportTree {
  const composed = composeBriefing(input, room);
  if (composed.ok) return composed.value;
  const [first] = composed.problems;
  throw new DomainError('BAD_INPUT', first?.message ?? '', first?.field, first?.mend);
}

/** The outer and inner rings of an area; none where no boundary of it is bundled. */
function outlineOf(code: string): Rings {
  const boundary = areaBoundaries().get(code);
  if (boundary === undefined) return [];
  return boundary.type === 'Polygon' ? boundary.coordinates : boundary.coordinates.flat();
}
