import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);
const file = (name: string): string => resolve(`@expo-google-fonts/noto-sans/${name}/NotoSans_${name}.ttf`);

/**
 * The typeface that every report carries with it: Noto Sans (SIL Open Font License 1.1), Latin, Greek and Cyrillic whole.
 * Fonts that lie only with the reader of a PDF have no letters beyond those of Western Europe.
 */
export const REPORT_FONTS = {
  body: file('400Regular'),
  bold: file('700Bold'),
  italic: file('400Regular_Italic'),
} as const;

/** What of a font is asked here: fontkit's own words, which pdfkit keeps within. */
interface Letters {
  readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } };
}

const INSTEAD: Readonly<Record<string, string>> = { '≥': 'at least ', '≤': 'at most ', '→': 'to', '−': '-' };

/**
 * A text in letters that the present font of a document has. A sign that it lacks is written in words, or by its number in
 * Unicode such as [U+4E2D]: it can be looked up, and nobody takes it for a question mark of the writer.
 */
export function inFont(pdf: object, text: string): string {
  const { font } = (pdf as Letters)._font;
  return Array.from(text.normalize('NFC').replace(/\s/gu, ' '), (sign) => {
    const codePoint = sign.codePointAt(0) ?? 0;
    if (font.hasGlyphForCodePoint(codePoint)) return sign;
    return INSTEAD[sign] ?? `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`;
  }).join('');
}
