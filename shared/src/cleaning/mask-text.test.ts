import { describe, expect, it } from 'vitest';

import { maskText, parseSpans, spansAsValue } from './mask-text.js';

const TEXT = 'Ask Dr Example about it.';

describe('masking words of a comment', () => {
  it('puts a mark in the place of the words, and keeps positions only', () => {
    const spans = parseSpans('4-14', TEXT);
    expect(spans.ok && maskText(TEXT, spans.value)).toBe('Ask […] about it.');
    expect(spans.ok && spansAsValue(spans.value)).toBe('4-14');
  });

  it.each(['', '4', '14-4', '4-99', '4-14,10-20', '10-14,4-6', 'a-b', '4-14;16-18'])('refuses %j', (value) =>
    expect(parseSpans(value, TEXT).ok).toBe(false),
  );
});
