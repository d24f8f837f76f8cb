import type { BriefingInput } from '@liaison-atlas/shared/commissioning/briefing/briefing-input';
import { BRIEFING_BOXES } from '@liaison-atlas/shared/commissioning/briefing/briefing-address';
import {
  BRIEFING_ROOMS,
  type BriefingRoom,
} from '@liaison-atlas/shared/commissioning/briefing/briefing-room';
import { toBriefingServices } from '@liaison-atlas/shared/commissioning/briefing/briefing-services';
import { composeBriefing } from '@liaison-atlas/shared/commissioning/briefing/compose-briefing';
import {
  areaCodeOf,
  PROFILE_LEVELS,
  type ProfileLevel,
} from '@liaison-atlas/shared/commissioning/profile-area';
import { exampleRelease } from '@liaison-atlas/shared/publication/example-dataset';
import { exampleFrame } from '@liaison-atlas/shared/publication/example-frame';
import type { ReportTree } from '@liaison-atlas/shared/publication/report/report-tree';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { firstThatFits, fitsOn, largestScale, LEAST_SCALE } from '../publication/report/fit-sheets.js';
import { reportPdf } from '../publication/report/report-pdf.js';

const FRAME = exampleFrame(175);
const FIRST = FRAME[0]!;
/** The longest names that the tables hold. */
const LONGEST = 200;

/** How much there is of everything that has no end. */
interface Load {
  readonly level: ProfileLevel;
  /** Hospitals of the area. */
  readonly hospitals: number;
  readonly name: string;
  /** Of a hundred hospitals, those that report in-reach, well integrated. */
  readonly exemplars: number;
  readonly services: number;
  readonly isFilled: boolean;
}

const long = (name: string, at: number): string => `${name} ${at} ${name}`.slice(0, LONGEST);

function inputOf({ level, hospitals, name, exemplars, services, isFilled }: Load): BriefingInput {
  const code = areaCodeOf(FIRST, level);
  const placed = {
    regionCode: FIRST.regionCode,
    icbCode: FIRST.icbCode,
    ccgCode: FIRST.ccgCode,
    trustCode: FIRST.trustCode,
  };
  const away = { regionCode: 'ZZZ', icbCode: 'ZZZ', ccgCode: 'ZZZ', trustCode: 'ZZZ' };
  const frame = FRAME.map((hospital, at) => ({
    ...hospital,
    ...(at < hospitals ? placed : away),
    name: long(name, at),
    trust: long(name, at),
  }));
  const said = Object.fromEntries(
    frame.map(({ odsCode }, at) => [
      odsCode,
      at % 100 < exemplars
        ? { treats: 'yes' as const, inReach: 'yes' as const, score: 80 }
        : {
            treats: (['yes', 'no', 'dont_know'] as const)[at % 3],
            inReach: (['no', 'dont_know'] as const)[at % 2],
          },
    ]),
  );
  const release = exampleRelease('synthetic', frame, said);
  const typed = (box: string): string =>
    !isFilled ? '' : /^s\.[A-Z]/.test(box) ? '66/90' : box === 'p' ? '0'.repeat(30) + '2500000' : '';
  return {
    area: { level, code, name: name.slice(0, LONGEST) },
    release,
    sha256: 'd'.repeat(64),
    status: { replacedBy: null },
    residents: 500_000,
    typed,
    outline: [],
    from: { latitude: 53.5, longitude: -2.1, odsCode: '', words: name.slice(0, LONGEST) },
    services: toBriefingServices(
      Array.from({ length: services }, (_, at) => ({
        name: long(name, at),
        kind: 'clinical_health_psychology' as const,
        status: 'not_known' as const,
        hospitals: [],
        lastConfirmedOn: '2026-01-02',
      })),
    ),
    address: `/areas/${code}/briefing?${BRIEFING_BOXES.map((box) => `${box}=${typed(box)}`).join('&')}`,
  };
}

const treeIn =
  (input: BriefingInput) =>
  (room: BriefingRoom): ReportTree => {
    const composed = composeBriefing(input, room);
    if (!composed.ok) throw new Error(JSON.stringify(composed.problems));
    return composed.value;
  };

function fitting(load: Load): { readonly tree: ReportTree; readonly widest: ReportTree } {
  const [widest, ...tighter] = BRIEFING_ROOMS;
  const inRoom = treeIn(inputOf(load));
  const tree = inRoom(widest);
  return { tree: firstThatFits(tree, tighter, inRoom), widest: tree };
}

const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;

const WORST: Load = {
  level: 'region',
  hospitals: 175,
  name: 'Worshipful Wandsworth and Westminster MMMM Hospital '.repeat(4),
  exemplars: 100,
  services: 300,
  isFilled: true,
};

describe('two pages of any area', () => {
  it('hold long names, many services and many exemplars of every level', { timeout: 600_000 }, () => {
    const load = fc.record({
      level: fc.constantFrom(...PROFILE_LEVELS),
      hospitals: fc.constantFrom(0, 1, 4, 9, 10, 60, 175),
      name: fc.oneof(
        fc.string({ minLength: 1, maxLength: LONGEST }),
        fc.integer({ min: 1, max: LONGEST }).map((length) => 'Wide Maximum '.repeat(16).slice(0, length)),
      ),
      exemplars: fc.constantFrom(0, 3, 50, 100),
      services: fc.constantFrom(0, 1, 8, 9, 300),
      isFilled: fc.boolean(),
    });
    fc.assert(
      fc.property(load, (each) => fitsOn(fitting(each).tree, LEAST_SCALE)),
      { numRuns: 30, seed: 6, examples: [[WORST], [{ ...WORST, level: 'ccg', hospitals: 9 }]] },
    );
  });

  it.each([
    ['nothing is long', { ...WORST, name: 'Oak', hospitals: 4, services: 2, isFilled: false }],
    ['everything is', WORST],
    ['nine hospitals have the longest names', { ...WORST, level: 'ccg', hospitals: 9 } as const],
  ])('are two when written, where %s', { timeout: 120_000 }, async (_what, load) => {
    const { tree } = fitting(load);
    expect(pagesOf(await reportPdf(tree))).toBe(2);
    expect(largestScale(tree)).toBeGreaterThanOrEqual(LEAST_SCALE);
  });

  it('say how much they do not name, and where it stands', () => {
    const { tree, widest } = fitting({ ...WORST, hospitals: 9, level: 'ccg' });
    const words = JSON.stringify(tree);
    expect(tree).not.toEqual(widest);
    expect(words).toMatch(/and \d+ more; the area’s page lists them/);
    expect(words).toMatch(/In-reach reported at [^"]* and \d+ more hospitals/);
    // Figures, method and sources are there whatever else is shortened.
    for (const part of [
      '“Not known” and “not reported” never mean “none”',
      'Open Government Licence',
      'Range here',
    ])
      expect(words).toContain(part);
  });

  it('are written even where they cannot hold what they are given', { timeout: 120_000 }, async () => {
    const { tree } = fitting(WORST);
    const [node] = tree.nodes.filter(({ kind }) => kind === 'paragraph');
    const swollen = { ...tree, nodes: [...tree.nodes, ...Array.from({ length: 60 }, () => node!)] };
    expect(largestScale(swollen)).toBeUndefined();
    expect(pagesOf(await reportPdf(swollen))).toBeGreaterThan(2);
  });
});
