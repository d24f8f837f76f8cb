/** An element of XML: its name, attributes, and what lies in it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: readonly (XmlElement | string)[];
}

/** An element with text or other elements in it. */
export const element = (
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  ...content: readonly (XmlElement | string)[]
): XmlElement => ({ name, attributes, content });

/** The document as UTF-8 text. Characters that XML cannot hold at all are left out. */
export const xmlText = (root: XmlElement): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}\n`;

function written({ name, attributes, content }: XmlElement, indent: string): string {
  const head = `${indent}<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join('')}`;
  if (content.length === 0) return `${head}/>`;
  const parts = content.map((part) =>
    typeof part === 'string' ? escaped(part) : `\n${written(part, `${indent}  `)}`,
  );
  const end = content.some((part) => typeof part !== 'string') ? `\n${indent}` : '';
  return `${head}>${parts.join('')}${end}</${name}>`;
}

const NAMES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

const escaped = (text: string): string =>
  text
    // eslint-disable-next-line no-control-regex
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (character) => NAMES[character] ?? character);
