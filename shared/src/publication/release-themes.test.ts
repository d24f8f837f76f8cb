import { describe, expect, it } from 'vitest';

import { canonicalJson } from '../kernel/canonical-json.js';
import { checkRelease } from './check-release.js';
import { exampleRelease } from './example-dataset.js';
import { exampleFrame } from './example-frame.js';
import type { Theme } from './release.js';
import { type EarlierThemes, releaseThemes, type RoundCoding } from './release-themes.js';

const agreement = { statistic: 'kappa', value: 0.62, observed: 0.9, comments: 40 } as const;
const theme = (code: string, comments: number, hospitals = comments) => ({
  code,
  name: `Name of ${code}`,
  definition: 'What belongs to it.',
  comments,
  hospitals,
  agreement,
});
const coding = (counts: Record<string, number>, rest: Partial<RoundCoding> = {}): RoundCoding => ({
  codebookId: 'book-1',
  codebook: 'Themes',
  version: 3,
  coded: 40,
  notCoded: 2,
  heldBack: 1,
  mostOfOne: 1,
  openQuestions: 1,
  themes: Object.entries(counts).map(([code, comments]) => theme(code, comments)),
  ...rest,
});
const frame = exampleFrame(12);
const released = (of: RoundCoding | undefined, earlier: EarlierThemes[] = []) =>
  exampleRelease('live', frame, {}, { coding: of, earlier: earlier as never });
const figures = (themes: readonly Theme[]) =>
  themes.map(({ count, of, few, repeats }) => [few === true ? 'few' : count, of, repeats]);

describe('the themes of a release', () => {
  it('stand there with what they rest on, and the release is sound', () => {
    const release = released(coding({ B: 12, A: 2 }));
    expect(release.coding).toEqual({
      codebookId: 'book-1',
      codebook: 'Themes',
      version: 3,
      coded: 40,
      notCoded: 3,
    });
    expect(release.themes.map(({ code }) => code)).toEqual(['B', 'A']);
    expect(release.themes[0]).toMatchObject({ count: 12, of: 40, few: false, agreement });
    expect(
      checkRelease(
        release,
        frame.map(({ odsCode }) => odsCode),
      ),
    ).toEqual([]);
  });

  it('are not there without a coding, and nothing else is then', () => {
    const release = released(undefined);
    expect(release.themes).toEqual([]);
    expect(canonicalJson(release)).not.toContain('coding');
  });

  it('tell fewer than three comments, or hospitals, without number and agreement', () => {
    const [none, two, one] = releaseThemes(
      { ...coding({}), themes: [theme('N', 0), theme('T', 2), theme('O', 5, 2)] },
      [],
    );
    for (const few of [none, two, one]) {
      expect(few).toMatchObject({ count: null, few: true });
      expect(few).not.toHaveProperty('agreement');
    }
  });

  it('repeat what an earlier release said until three hospitals at least stand behind the step', () => {
    const first = { ...released(coding({ A: 10, B: 1 })), number: 1 };
    const next = (a: number, b: number, of = 44) =>
      releaseThemes(coding({ A: a, B: b }, { coded: of }), [first]);
    // One or two comments came or went, or none did: all look alike.
    for (const a of [8, 9, 10, 11, 12]) expect(figures(next(a, 1))[0]).toEqual([10, 40, 1]);
    expect(figures(next(13, 2))).toEqual([
      [13, 44, undefined],
      ['few', 44, undefined],
    ]);
    // Few stays few, as long as the step from the most that few can be is no larger.
    expect(figures(next(10, 5))[1]).toEqual(['few', 40, 1]);
    expect(figures(next(10, 6))[1]).toEqual([6, 44, undefined]);
    // Where one hospital can have three comments, seven are needed.
    const wide = coding({ A: 16 }, { openQuestions: 3 });
    expect(figures(releaseThemes(wide, [first]))).toEqual([[10, 40, 1]]);
  });

  it('are held against every earlier release', () => {
    const first = { ...released(coding({ A: 10 })), number: 1 };
    const second = { ...released(coding({ A: 13 }), [first]), number: 2 };
    expect(figures(releaseThemes(coding({ A: 9 }), [first, second]))).toEqual([[13, 40, 2]]);
    const third = { ...released(coding({ A: 12 }), [first, second]), number: 3 };
    expect(figures(releaseThemes(coding({ A: 12 }), [first, second, third]))).toEqual([[13, 40, 2]]);
  });

  it('are the same theme in another codebook where name or definition are the same', () => {
    const first = { ...released(coding({ A: 10, B: 20 })), number: 1 };
    const inBook2 = (change: Partial<ReturnType<typeof theme>>) =>
      figures(
        releaseThemes(coding({}, { codebookId: 'book-2', themes: [{ ...theme('X', 11), ...change }] }), [
          first,
        ]),
      );
    // Another code for the same thing tells no more than the same code: the step is one comment.
    expect(inBook2({ name: 'name of  A.', definition: 'Other.' })).toEqual([[10, 40, 1]]);
    expect(inBook2({ name: 'New', definition: 'Other.' })).toEqual([[11, 40, undefined]]);
    expect(inBook2({ name: 'New', definition: '' })).toEqual([[11, 40, undefined]]);
    // The same code for another thing is another theme.
    expect(inBook2({ code: 'A', name: 'New', definition: 'Other.' })).toEqual([[11, 40, undefined]]);
    // A definition that two themes had tells neither of them.
    expect(inBook2({ name: 'New' })).toEqual([[11, 40, undefined]]);
    const only = { ...released(coding({ A: 10 })), number: 1 };
    const defined = coding({}, { codebookId: 'book-2', themes: [{ ...theme('X', 11), name: 'New' }] });
    expect(figures(releaseThemes(defined, [only]))).toEqual([[10, 40, 1]]);
  });

  it('never repeat the number that another codebook gave where their own codebook gave one', () => {
    const first = { ...released(coding({ A: 10 })), number: 1 };
    const second = { ...released(coding({ A: 30 }, { codebookId: 'book-2' }), [first]), number: 2 };
    expect(figures(releaseThemes(coding({ A: 11 }), [first, second]))).toEqual([[10, 40, 1]]);
    const third = coding({ A: 29 }, { codebookId: 'book-3' });
    expect(figures(releaseThemes(third, [first, second]))).toEqual([[30, 40, 2]]);
    expect(figures(releaseThemes({ ...third, themes: [theme('A', 9)] }, [first, second]))).toEqual([
      [10, 40, 1],
    ]);
    expect(figures(releaseThemes({ ...third, themes: [theme('A', 20)] }, [first, second]))).toEqual([
      [20, 40, undefined],
    ]);
  });

  it('with a small count, or without a coding, are no sound release', () => {
    const release = released(coding({ A: 12 }));
    const codes = frame.map(({ odsCode }) => odsCode);
    const faults = (change: object) => checkRelease({ ...release, ...change }, codes).map(({ code }) => code);
    expect(faults({ themes: [{ ...release.themes[0], count: 2 }] })).toEqual(['THEMES_DISCLOSIVE']);
    expect(faults({ themes: [{ ...release.themes[0], count: 41 }] })).toEqual(['THEMES_DISCLOSIVE']);
    expect(faults({ coding: undefined })).toEqual(['THEMES_CODING']);
  });
});
