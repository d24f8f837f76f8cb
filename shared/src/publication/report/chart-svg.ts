import { escapeHtml } from './escape-html.js';
import type { TreeChart } from './report-tree.js';

const WIDTH = 640;
const ROW = 52;
const FULL = 560;

/** A chart as a picture with title and description; each bar has its words and its number beside it, so no colour speaks. */
export function chartSvg({ id, title, description, bars }: TreeChart): string {
  const height = bars.length * ROW;
  const name = escapeHtml(id);
  const rows = bars
    .map(({ label, length, text }, at) => {
      const top = at * ROW;
      const width = Math.round(length * FULL * 10) / 10;
      return (
        `<text x="0" y="${top + 16}" class="label">${escapeHtml(label)}</text>` +
        `<rect x="0" y="${top + 24}" width="${width}" height="18" class="bar"/>` +
        `<text x="${width + 8}" y="${top + 38}" class="value">${escapeHtml(text)}</text>`
      );
    })
    .join('\n');
  return (
    `<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="${name}-title ${name}-desc">\n` +
    `<title id="${name}-title">${escapeHtml(title)}</title>\n` +
    `<desc id="${name}-desc">${escapeHtml(description)}</desc>\n${rows}\n</svg>`
  );
}
