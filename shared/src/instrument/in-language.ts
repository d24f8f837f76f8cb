import type { Instrument, LocalText } from './instrument.js';

const shown = new WeakMap<Instrument, Instrument>();

/**
 * The instrument as somebody reads it who asked for its second language: every text that has one in that language,
 * the others in English. Keys, codes and routing are the same, so answers are the same whatever language they were
 * given in. An instrument without a second language is returned as it is.
 */
export function inSecondLanguage(instrument: Instrument): Instrument {
  if (instrument.secondLanguage === undefined) return instrument;
  const known = shown.get(instrument);
  if (known !== undefined) return known;
  const translated = translate(instrument) as Instrument;
  shown.set(instrument, translated);
  return translated;
}

/** Texts are the only objects with an `en`; everything else is copied as it is. */
function translate(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(translate);
  if (typeof value !== 'object' || value === null) return value;
  if (isText(value)) return value.second === undefined ? value : { en: value.second };
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, translate(member)]));
}

const isText = (value: object): value is LocalText => 'en' in value && typeof value.en === 'string';
