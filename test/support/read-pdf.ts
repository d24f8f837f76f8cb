import { inflateSync } from 'node:zlib';

/**
 * The words of a PDF as its pages show them, with no code of the library that wrote it: content streams are unpacked, and
 * what they show is read back by the ToUnicode tables of the fonts that lie in the file.
 */
export function textOfPdf(pdf: Buffer): string {
  const objects = objectsOf(pdf);
  const raw = [...objects.values()].map(({ head }) => head).join('\n');
  const letters = new Map<string, ReadonlyMap<string, string>>();
  for (const [, name = '', id = ''] of raw.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.head ?? '')?.[1] ?? '';
    letters.set(name, toUnicode(objects.get(table)?.stream ?? ''));
  }
  return [...objects.values()]
    .flatMap(({ stream }) => {
      let font: ReadonlyMap<string, string> = new Map();
      return [...stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)].flatMap(([, name, shown]) => {
        if (name !== undefined) font = letters.get(name) ?? new Map();
        if (shown === undefined) return [];
        const codes = [...shown.matchAll(/<([0-9a-f]*)>/gi)].map(([, hex = '']) => hex).join('');
        return [
          (codes.match(/.{4}/g) ?? []).map((code) => font.get(code.toLowerCase()) ?? '\uFFFD').join(''),
        ];
      });
    })
    .join('\n');
}

/** Objects of the file by their number: what stands before the stream, and the stream unpacked. */
function objectsOf(pdf: Buffer): ReadonlyMap<string, { readonly head: string; readonly stream: string }> {
  const found = [...pdf.toString('latin1').matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)];
  return new Map(
    found.map(([, id = '', body = '']) => {
      const at = body.indexOf('stream\n');
      if (at < 0) return [id, { head: body, stream: '' }];
      const bytes = Buffer.from(body.slice(at + 7, body.lastIndexOf('\nendstream')), 'latin1');
      const packed = body.slice(0, at).includes('/FlateDecode');
      return [
        id,
        { head: body.slice(0, at), stream: (packed ? inflateSync(bytes) : bytes).toString('latin1') },
      ];
    }),
  );
}

/** Which letters a glyph stands for, by its number in hexadecimal. */
function toUnicode(table: string): ReadonlyMap<string, string> {
  const letters = new Map<string, string>();
  for (const [, from = '', , listed = ''] of table.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/gi))
    for (const [at, [, hex = '']] of [...listed.matchAll(/<([0-9a-f ]*)>/gi)].entries()) {
      const glyph = (parseInt(from, 16) + at).toString(16).padStart(4, '0');
      const units = hex.replaceAll(' ', '').match(/.{4}/g) ?? [];
      letters.set(glyph, String.fromCharCode(...units.map((unit) => parseInt(unit, 16))));
    }
  return letters;
}
