import { createRequire } from 'node:module';

import PDFDocument from 'pdfkit';

const { resolve } = createRequire(import.meta.url);

/**
 * The typeface that every report carries with it: Noto Sans (SIL Open Font License 1.1), Latin, Greek and Cyrillic whole.
 * Fonts that lie only with the reader of a PDF have no letters beyond those of Western Europe. Each by the name under which
 * `registerFonts` makes it known to a document.
 */
export const REPORT_FONTS = {
  body: '400Regular',
  bold: '700Bold',
  italic: '400Regular_Italic',
} as const;
type FontName = (typeof REPORT_FONTS)[keyof typeof REPORT_FONTS];

/** Words of a font whose glyphs are kept: those of many briefings, and no more than memory has room for. */
const MOST_WORDS = 4000;

/** The glyphs of a word and where they stand: fontkit's own, as far as it is named here. */
interface Run {
  readonly positions: readonly object[];
}
/** A font of fontkit, which pdfkit keeps within. */
interface Font {
  hasGlyphForCodePoint(codePoint: number): boolean;
  layout(text: string, features?: unknown): Run;
}
interface Letters {
  readonly _font: { readonly font: Font };
}

const open = new Map<FontName, Font>();

/**
 * A font that stays open, and knows the words that it has set: finding the glyphs of a word and the space between them
 * is nearly all the work of a page, and pages have most of their words in common.
 */
function fontOf(name: FontName): Font {
  const known = open.get(name);
  if (known !== undefined) return known;
  const file = resolve(`@expo-google-fonts/noto-sans/${name}/NotoSans_${name}.ttf`);
  const { font } = (new PDFDocument({ font: file, autoFirstPage: false }) as unknown as Letters)._font;
  const words = new Map<string, Run>();
  const kept = Object.assign(Object.create(font) as Font, {
    layout(text: string, features?: unknown): Run {
      if (features !== undefined) return font.layout(text, features);
      const run = words.get(text) ?? font.layout(text);
      // What is common is soon there again; to know which words were used last would cost more.
      if (words.size >= MOST_WORDS) words.clear();
      words.set(text, run);
      return copyOf(run);
    },
  });
  open.set(name, kept);
  return kept;
}

/** pdfkit writes sizes of its own into the positions that it is given. */
const copyOf = (run: Run): Run =>
  Object.assign(Object.create(Object.getPrototypeOf(run) as object) as Run, run, {
    positions: run.positions.map((position) => ({ ...position })),
  });

/** Makes the typeface known to a document under the names of `REPORT_FONTS`, and takes it up. */
export function registerFonts(pdf: PDFKit.PDFDocument): void {
  // Its types know files only; it takes a font that is open too.
  for (const name of Object.values(REPORT_FONTS))
    pdf.registerFont(name, fontOf(name) as unknown as PDFKit.Mixins.PDFFontSource);
  pdf.font(REPORT_FONTS.body);
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
