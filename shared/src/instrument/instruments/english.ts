import type { LocalText } from '../instrument.js';

/** A text that exists in English only. Other languages are added to the text, never beside it. */
export const english = (text: string): LocalText => ({ en: text });
