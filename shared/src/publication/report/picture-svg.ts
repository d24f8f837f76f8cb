import { escapeHtml } from './escape-html.js';
import type { PictureShape, TreePicture } from './report-tree.js';

/** A picture as SVG; its tones are classes, so that a page may run under a policy without style attributes. */
export function pictureSvg({ id, title, width, height, share, shapes }: TreePicture): string {
  const name = escapeHtml(id);
  // The words that describe it stand in the caption beside it: said once.
  return (
    `<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${name}-title" class="${share < 1 ? 'part' : 'whole'}">` +
    `<title id="${name}-title">${escapeHtml(title)}</title>${shapes.map(shapeSvg).join('')}</svg>`
  );
}

function shapeSvg(shape: PictureShape): string {
  switch (shape.kind) {
    case 'rect':
      return `<rect class="t-${shape.tone}" x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}"/>`;
    case 'path':
      return `<path class="t-${shape.tone}" d="${escapeHtml(shape.d)}"/>`;
    case 'circle':
      return `<circle class="t-${shape.tone}" cx="${shape.x}" cy="${shape.y}" r="${shape.r}"/>`;
    case 'text':
      return `<text class="t-text" x="${shape.x}" y="${shape.y}" font-size="${shape.size}">${escapeHtml(shape.text)}</text>`;
  }
}
