import type {
  PictureShape,
  PictureTone,
  TreePicture,
} from '@liaison-atlas/shared/publication/report/report-tree';

import { inFont, REPORT_FONTS } from './report-fonts.js';

type Pdf = PDFKit.PDFDocument;

const LINE = '#212b32';
/** The tones as the page of the report has them; the same meaning never by colour alone: words stand beside each. */
const FILLS: Readonly<Record<PictureTone, string | null>> = {
  yes: '#005eb8',
  no: '#ffffff',
  unknown: '#aeb7bd',
  silent: '#f0f4f5',
  area: '#f0f4f5',
  frame: null,
  range: '#768692',
};

const widthOf = (pdf: Pdf, { share }: TreePicture): number =>
  (pdf.page.width - pdf.page.margins.left - pdf.page.margins.right) * share;

/** How much of a page a picture takes, in points. */
export const pictureHeight = (pdf: Pdf, picture: TreePicture): number =>
  (widthOf(pdf, picture) * picture.height) / picture.width + 4;

/** Draws a picture where the text stands and moves behind it. */
export function drawPicture(pdf: Pdf, picture: TreePicture): void {
  const { left } = pdf.page.margins;
  const top = pdf.y;
  const scale = widthOf(pdf, picture) / picture.width;
  pdf.save().translate(left, top).scale(scale);
  for (const shape of picture.shapes) drawShape(pdf, shape, scale);
  pdf.restore();
  pdf.x = left;
  pdf.y = top + pictureHeight(pdf, picture);
}

function drawShape(pdf: Pdf, shape: PictureShape, scale: number): void {
  if (shape.kind === 'text') {
    pdf.font(REPORT_FONTS.body).fillColor(LINE);
    // The size is one of the picture, not of the text around it.
    pdf
      .save()
      .translate(shape.x, shape.y)
      .scale(shape.size / 10);
    pdf.fontSize(10).text(inFont(pdf, shape.text), 0, -pdf.currentLineHeight(), { lineBreak: false });
    pdf.restore();
    return;
  }
  pdf.lineWidth(0.6 / scale);
  if (shape.kind === 'rect') pdf.rect(shape.x, shape.y, shape.width, shape.height);
  else if (shape.kind === 'circle') pdf.circle(shape.x, shape.y, shape.r);
  else pdf.path(shape.d);
  const fill = FILLS[shape.tone];
  if (fill === null) pdf.stroke(LINE);
  else pdf.fillAndStroke(fill, LINE);
  pdf.fillColor('black');
}
