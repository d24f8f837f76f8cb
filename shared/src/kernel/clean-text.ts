import type { Problem } from './problem.js';
import { accept, refuse, type Result } from './result.js';

/**
 * The one rule for text from outside: no U+0000 and no lone surrogates (PostgreSQL refuses them, SQLite stores
 * them), normalised to NFC, line ends as `\n`, at most `maxLength` UTF-16 units.
 */
export function cleanText(raw: string, field: string, maxLength: number): Result<string, Problem> {
  if (raw.includes('\u0000') || hasLoneSurrogate(raw)) {
    return refuse({
      code: 'UNREADABLE_TEXT',
      field,
      message: 'The text contains a character that cannot be stored.',
      mend: 'Delete the unreadable character, or type the text again.',
    });
  }
  const text = raw.normalize('NFC').replace(/\r\n?/g, '\n');
  if (text.length > maxLength) {
    return refuse({
      code: 'TEXT_TOO_LONG',
      field,
      message: `The text has ${text.length} characters; at most ${maxLength} are allowed.`,
      mend: `Shorten the text to ${maxLength} characters.`,
    });
  }
  return accept(text);
}

function hasLoneSurrogate(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xd800 && unit <= 0xdbff) {
      const following = text.charCodeAt(at + 1);
      if (!(following >= 0xdc00 && following <= 0xdfff)) return true;
      at += 1;
    } else if (unit >= 0xdc00 && unit <= 0xdfff) return true;
  }
  return false;
}
