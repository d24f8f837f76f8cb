import { FORMAT_NAMES, OPEN_PARTS, type OpenAddress, type OpenPart } from './open-address.js';

/** The parts of the open interface with their addresses, in the order in which people read them. */
export const addressesByPart = (
  addresses: readonly OpenAddress[],
): readonly {
  readonly part: OpenPart;
  readonly title: string;
  readonly addresses: readonly OpenAddress[];
}[] =>
  (Object.entries(OPEN_PARTS) as [OpenPart, string][]).map(([part, title]) => ({
    part,
    title,
    addresses: addresses.filter((address) => address.part === part),
  }));

export const formatOf = ({ mediaType }: OpenAddress): string => FORMAT_NAMES[mediaType] ?? mediaType;

/** Between these lines of `docs/data.md` stands what is made from the list of addresses. */
const BEGIN = '<!-- made from shared/src/publication/open-addresses.ts by npm run schema -->';
const END = '<!-- end of what is made -->';

/**
 * `docs/data.md` with its list of addresses made anew; everything outside the two marks stays as it was written.
 * @throws RangeError when a mark is missing
 */
export function withAddressTables(text: string, addresses: readonly OpenAddress[]): string {
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin === -1 || end < begin)
    throw new RangeError('docs/data.md has lost the marks around its addresses');
  return `${text.slice(0, begin)}${BEGIN}\n\n${addressTables(addresses)}\n${text.slice(end)}`;
}

const addressTables = (addresses: readonly OpenAddress[]): string =>
  [
    ...addressesByPart(addresses).flatMap(({ title, addresses: listed }) => [
      `### ${title}`,
      '',
      ...table([
        ['address', 'what', 'format', 'schema'],
        ...listed.map((address) => [
          `\`${address.path}\``,
          address.holds,
          formatOf(address),
          address.schema === ''
            ? ''
            : `[${address.schema}](../shared/contracts/open-v1/${address.schema}.schema.json)`,
        ]),
      ]),
      '',
    ]),
    '```sh',
    ...addresses
      .flatMap(({ example }) => (example === '' ? [] : [example]))
      .map((example) => `curl -s ${quoted(`http://127.0.0.1:3000${example}`)}`),
    '```',
    '',
  ].join('\n');

const quoted = (address: string): string => (/[?&]/.test(address) ? `'${address}'` : address);

/** Cells padded as the formatter of the project pads them, so that formatting changes nothing. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_heading, column) =>
    Math.max(3, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (cells: readonly string[], fill = ' '): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0, fill)).join(' | ')} |`;
  const [heading = [], ...others] = rows;
  return [
    line(heading),
    line(
      heading.map(() => ''),
      '-',
    ),
    ...others.map((row) => line(row)),
  ];
}
