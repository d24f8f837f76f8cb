import { describe, expect, it } from 'vitest';

import { dataDictionary } from './data-dictionary.js';
import { questionsOf } from './instrument.js';
import { allInstruments, getInstrument } from './registry.js';

const text = dataDictionary(allInstruments);

describe('the data dictionary', () => {
  it('has every variable of every version, with its words', () => {
    for (const question of allInstruments.flatMap(questionsOf)) {
      expect(text).toContain(`| \`${question.variable}\` | ${question.text.en} |`);
    }
  });

  it('says how an absence is stored', () => {
    expect(text).toContain("| `iapt_inreach_mus` | `dk` | I don't know | missing: `dont_know` |");
    expect(text).toContain('| `role` | `not_say` | I prefer not to say | missing: `refused` |');
  });

  it('says what may be compared with what', () => {
    expect(text).toContain('| `iapt_treats_mus` | 1.0 | not comparable |');
    expect(dataDictionary([getInstrument('1.0')])).not.toContain('Comparability');
  });

  it('is the same text every time and keeps its tables whole', () => {
    expect(dataDictionary(allInstruments)).toBe(text);
    const v1_0 = getInstrument('1.0');
    const [page] = v1_0.pages;
    const withBar = {
      ...v1_0,
      pages: [{ ...page!, questions: [{ ...page!.questions[0]!, text: { en: 'this | or\nthat' } }] }],
    };
    expect(dataDictionary([withBar])).toContain('| this \\| or that |');
  });
});
