/** One link of a Markdown text: where it leads, as written. */
export interface MarkdownLink {
  readonly target: string;
  readonly line: number;
}

/** The lines of a Markdown text without code blocks (line numbers are kept) and without inline code. */
function proseLines(markdown: string): string[] {
  let inCode = false;
  return markdown.split('\n').map((line) => {
    if (/^\s*(```|~~~)/.test(line)) {
      inCode = !inCode;
      return '';
    }
    return inCode ? '' : line.replace(/`[^`]*`/g, '');
  });
}

/** Links and pictures, inline (`[a](b)`) and by reference (`[a]: b`). */
export function linksOf(markdown: string): MarkdownLink[] {
  return proseLines(markdown).flatMap((text, at) => {
    const inline = [...text.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)];
    const defined = [...text.matchAll(/^\s*\[[^\]]+\]:\s+<?([^\s>]+)>?/g)];
    return [...inline, ...defined].map(([, target = '']) => ({ target, line: at + 1 }));
  });
}

/** The anchors of a Markdown text, as GitHub makes them from its headings. */
export function anchorsOf(markdown: string): Set<string> {
  const seen = new Map<string, number>();
  const anchors = new Set<string>();
  let inCode = false;
  for (const line of markdown.split('\n')) {
    if (/^\s*(```|~~~)/.test(line)) inCode = !inCode;
    const heading = inCode ? undefined : /^#{1,6}\s+(.*)$/.exec(line)?.[1];
    if (heading === undefined) continue;
    const slug = heading
      .trim()
      .toLowerCase()
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-');
    const before = seen.get(slug) ?? 0;
    seen.set(slug, before + 1);
    anchors.add(before === 0 ? slug : `${slug}-${before}`);
  }
  return anchors;
}

/** The cells of every row of the tables below a heading; code marks are taken off. Header and rule are left out. */
export function tableBelow(markdown: string, heading: string): string[][] {
  const lines = markdown.split('\n');
  const start = lines.findIndex(
    (line) => /^#{1,6}\s/.test(line) && line.replace(/^#+\s+/, '').trim() === heading,
  );
  if (start === -1) throw new Error(`there is no heading "${heading}"`);
  const next = lines.findIndex((line, at) => at > start && /^#{1,6}\s/.test(line));
  const rows = lines
    .slice(start + 1, next === -1 ? undefined : next)
    .filter((line) => line.trimStart().startsWith('|'))
    .map((line) =>
      line
        .trim()
        .replace(/^\||\|$/g, '')
        .split('|')
        .map((cell) => cell.trim()),
    );
  return rows.slice(2).map((cells) => cells.map((cell) => cell.replaceAll('`', '')));
}
