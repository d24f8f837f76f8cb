import type { MapMark } from './map-mark.js';
import { toMarkPieces } from './mark-pieces.js';

const SVG = 'http://www.w3.org/2000/svg';

/** The button of one hospital: its mark, its name and what is reported in words. Built from elements, no HTML text. */
export function createHospitalButton(code: MapMark, accessibleName: string): HTMLButtonElement {
  const button = createButton('la-marker__button', accessibleName);
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('focusable', 'false');
  for (const { path, fill, stroke, width, dash } of toMarkPieces(code)) {
    const piece = document.createElementNS(SVG, 'path');
    piece.setAttribute('d', path);
    piece.setAttribute('fill', fill);
    piece.setAttribute('stroke', stroke);
    piece.setAttribute('stroke-width', String(width));
    piece.setAttribute('stroke-linecap', 'round');
    piece.setAttribute('stroke-linejoin', 'round');
    if (dash.length > 0) piece.setAttribute('stroke-dasharray', dash.join(' '));
    svg.append(piece);
  }
  button.append(svg);
  return button;
}

/** The button of a group of hospitals: how many there are; the full words in its name. */
export function createClusterButton(count: number, accessibleName: string): HTMLButtonElement {
  const button = createButton('la-marker__button la-marker__button--cluster', accessibleName);
  const number = document.createElement('span');
  number.setAttribute('aria-hidden', 'true');
  number.textContent = String(count);
  button.append(number);
  return button;
}

function createButton(className: string, accessibleName: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = className;
  button.tabIndex = -1;
  button.title = accessibleName;
  button.setAttribute('aria-label', accessibleName);
  return button;
}
