/** A text as it stands in an attribute or an element of SVG or HTML. */
export const escapeMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A picture by its size and by what a screen reader says of it. */
interface Described {
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
}

/** How every SVG file begins: it stands alone, with title and description. */
export const svgHead = ({ title, description, width, height }: Described): readonly string[] => [
  '<?xml version="1.0" encoding="UTF-8"?>',
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title description">`,
  `<title id="title">${escapeMarkup(title)}</title>`,
  `<desc id="description">${escapeMarkup(description)}</desc>`,
];

/** Dots of a PNG for a unit of its picture: sharp on paper and on fine screens. */
const SCALE = 2;

/**
 * A picture as PNG, drawn stroke by stroke on a ground of one colour.
 * @throws Error when the browser cannot make the picture
 */
export async function toPngBlob(
  { width, height }: Pick<Described, 'width' | 'height'>,
  ground: string,
  draw: (pen: CanvasRenderingContext2D) => void,
): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('this browser cannot draw pictures');
  pen.scale(SCALE, SCALE);
  pen.fillStyle = ground;
  pen.fillRect(0, 0, width, height);
  draw(pen);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be made'))),
      'image/png',
    );
  });
}
