import { DOMParser, type Element } from '@xmldom/xmldom';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { fhirFaults } from '../support/fhir-schema.js';
import { geoJsonFaults, openApiFaults, readDataPackage } from '../support/official-schemas.js';
import { theSurveyLead } from '../support/people.js';
import { countsOf, type Row, rowsOf, textOf } from '../support/read-exports.js';
import { startServer, type TestServer } from '../support/start-server.js';
import { Folder } from '../support/statistics-programs.js';

/** Bytes of the mark that a file in UTF-8 begins with. */
const MARK = 3;

/** Where the synthetic round is asked for: its release, and its data for the team. */
const PACKAGES = ['/open/v1/rounds/demo-2026/export.zip', '/manage/v1/rounds/demo-2026/export/export.zip'];

/** Everything that says it is GeoJSON. */
const GEOJSON = [
  '/open/v1/rounds/2017-18/hospitals.geojson',
  '/open/v1/rounds/demo-2026/hospitals.geojson',
  '/open/v1/frames/acute-ed-2018/hospitals.geojson',
  '/open/v1/early-implementers.geojson',
  '/open/v1/collections/hospitals/items?limit=1000',
  '/open/v1/collections/areas/items?limit=1000',
  '/open/v1/collections/early-implementers/items',
  '/open/v1/collections/case-studies/items',
  '/open/v1/collections/areas/items/QOP',
];

/*
 * What others read is checked with what others wrote: by the official schema where a package ships it, else by a reader
 * that is not ours. No package ships the schema of DDI-Codebook or of HSDS.
 */
describe('what leaves the product', () => {
  let server: TestServer;
  const packages = new Map<string, Record<string, Uint8Array>>();
  beforeAll(async () => {
    server = await startServer({ PUBLIC_URL: 'https://atlas.example' });
    const lead = await theSurveyLead(server);
    for (const path of PACKAGES)
      packages.set(path, unzipSync(new Uint8Array(await (await lead.get(path)).arrayBuffer())));
  });
  afterAll(() => server.stop());

  const json = async (path: string): Promise<any> => {
    const answer = await server.get(path);
    expect([path, answer.status]).toEqual([path, 200]);
    return answer.json();
  };

  it.each(['/open/v1/openapi.json', '/open/v1/openapi-3.0.json'])(
    '%s keeps to the schema of the OpenAPI Initiative',
    async (path) => {
      const described = await json(path);
      expect(await openApiFaults(described)).toEqual([]);
      expect(await openApiFaults({ ...described, paths: { '/x': { get: { responses: 1 } } } })).not.toEqual(
        [],
      );
    },
  );

  it.each(GEOJSON)('%s keeps to the schema of GeoJSON', async (path) => {
    const faults = geoJsonFaults();
    const body = await json(path);
    expect(faults(body)).toEqual([]);
    expect(faults({ ...body, type: 'Elsewhere' })).not.toEqual([]);
  });

  it('the questionnaire, the Bundle of a release and that of the register keep to the schema of FHIR R4', async () => {
    const faults = fhirFaults();
    for (const round of ['2017-18', 'demo-2026']) {
      expect(faults('Bundle', await json(`/open/v1/rounds/${round}/fhir-bundle.json`))).toEqual([]);
      expect(faults('Questionnaire', await json(`/open/v1/rounds/${round}/questionnaire.fhir.json`))).toEqual(
        [],
      );
    }
    expect(faults('Bundle', await json('/open/v1/services/fhir-bundle.json'))).toEqual([]);
  });

  describe.each(PACKAGES)('%s', (path) => {
    const files = () => packages.get(path) ?? {};
    const fileOf = (ending: string): string =>
      Object.keys(files()).find((name) => name.endsWith(ending)) ?? '';

    it('is read by the library of Frictionless, every cell as its field says', async () => {
      const folder = new Folder();
      // The library does not know the mark by which Excel tells that a file is UTF-8, and takes it for a letter.
      for (const [name, bytes] of Object.entries(files()))
        folder.put(name, Buffer.from(name.endsWith('.csv') ? bytes.subarray(MARK) : bytes));
      const tables = await readDataPackage(folder.path);
      expect(tables.map(({ name }) => name)).toEqual(
        ['forms', 'hospitals', 'long'].filter((name) => fileOf(`_${name}.csv`) !== ''),
      );
      for (const { name, rows } of tables) {
        const own = rowsOf(textOf(files()[fileOf(`_${name}.csv`)]));
        expect(rows).toHaveLength(own.length);
        const score = ['integration', 'score', 'leadScore'].find((one) => own[0]?.[one] !== undefined) ?? '';
        const scores = own.map((row) => row[score] ?? '').filter((cell) => /^\d+$/.test(cell));
        expect(rows.flatMap((row) => (typeof row[score] === 'number' ? [String(row[score])] : []))).toEqual(
          scores,
        );
      }
      const described = JSON.parse(folder.read('datapackage.json'));
      folder.put('datapackage.json', JSON.stringify({ ...described, resources: [] }));
      await expect(readDataPackage(folder.path)).rejects.toThrow();
      folder.remove();
    });

    it('has a DDI codebook from which another reader gets the variables, their words and their values', () => {
      const { variables, files: described } = readDdi(textOf(files()[fileOf('_ddi.xml')]));
      const codebook = rowsOf(textOf(files()[fileOf('_codebook.csv')]));
      for (const { id, name } of described) {
        const rows = rowsOf(textOf(files()[name]));
        const own = variables.filter(({ file }) => file === id);
        expect(
          own.map((each) => each.name),
          name,
        ).toEqual(Object.keys(rows[0] ?? {}));
        for (const each of own) {
          const said = codebook.filter((row) => row['file'] === name && row['column'] === each.name);
          expect(each.label, each.name).toBe(said.find(({ code }) => code === '')?.['label']);
          const codes = new Map(
            said.filter(({ code }) => code !== '').map((row) => [row['code'], row['codeLabel']]),
          );
          expect(each.categories, each.name).toEqual(codes);
          if (each.format === 'numeric') expectInRange(rows, each);
        }
      }
      expect(described).toHaveLength(new Set(codebook.map(({ file }) => file)).size);
    });
  });
});

interface Described {
  readonly name: string;
  readonly missing: ReadonlySet<string>;
  readonly range: readonly [number, number] | null;
}

/** Every cell of a number is one within the range that is told, or a word that is told to be missing. */
function expectInRange(rows: readonly Row[], { name, missing, range }: Described): void {
  const [least, most] = range ?? [-Infinity, Infinity];
  for (const cell of Object.keys(countsOf(rows, name))) {
    if (cell === '' || missing.has(cell)) continue;
    expect(Number(cell), `${name}: ${cell}`).toBeGreaterThanOrEqual(least);
    expect(Number(cell), `${name}: ${cell}`).toBeLessThanOrEqual(most);
  }
}

/** Elements of DDI-Codebook 2.5 in the order that it asks for, of those that are used here (field-level documentation). */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  codeBook: ['docDscr', 'stdyDscr', 'fileDscr', 'dataDscr'],
  docDscr: ['citation'],
  stdyDscr: ['citation', 'stdyInfo'],
  citation: ['titlStmt', 'prodStmt', 'verStmt', 'biblCit'],
  titlStmt: ['titl', 'IDNo'],
  prodStmt: ['producer', 'prodDate'],
  verStmt: ['version'],
  stdyInfo: ['abstract', 'sumDscr'],
  sumDscr: ['collDate', 'nation', 'anlyUnit', 'universe', 'dataKind'],
  fileDscr: ['fileTxt'],
  fileTxt: ['fileName', 'fileCont', 'dimensns', 'fileType'],
  dimensns: ['caseQnty', 'varQnty'],
  dataDscr: ['var'],
  var: ['labl', 'qstn', 'valrng', 'invalrng', 'universe', 'txt', 'catgry', 'varFormat'],
  qstn: ['qstnLit'],
  valrng: ['range'],
  invalrng: ['item'],
  catgry: ['catValu', 'labl', 'txt'],
};

/** Reads a codebook with a parser that is not ours. @throws Error where it is not well formed */
function readDdi(text: string) {
  const faults: string[] = [];
  const root = new DOMParser({ onError: (_level, message) => faults.push(message) }).parseFromString(
    text,
    'text/xml',
  ).documentElement;
  if (root === null) throw new Error('no element');
  expect(faults).toEqual([]);
  expect([root.namespaceURI, root.localName, root.getAttribute('version')]).toEqual([
    'ddi:codebook:2_5',
    'codeBook',
    '2.5',
  ]);
  const all = [root, ...Array.from(root.getElementsByTagNameNS('*', '*'))] as Element[];
  const ids = all.flatMap((one) => one.getAttribute('ID') ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  for (const one of all) {
    const children = childrenOf(one).map(({ localName }) => localName ?? '');
    const order = ORDER[one.localName ?? ''] ?? [];
    const places = children.map((name) => order.indexOf(name));
    expect(places, `${one.localName}: ${children.join(' ')}`).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
  }
  const files = named(root, 'fileDscr').map((one) => ({
    id: one.getAttribute('ID') ?? '',
    name: textIn(one, 'fileName'),
  }));
  const variables = named(root, 'var').map((one) => {
    const [range] = named(one, 'range');
    const items = named(one, 'item').map((item) => item.getAttribute('VALUE') ?? '');
    const categories = named(one, 'catgry');
    const missing = categories.filter((each) => each.getAttribute('missing') === 'Y');
    expect(missing.map((each) => textIn(each, 'catValu'))).toEqual(items);
    return {
      file: one.getAttribute('files') ?? '',
      name: one.getAttribute('name') ?? '',
      label: childrenOf(one).find(({ localName }) => localName === 'labl')?.textContent ?? '',
      format: named(one, 'varFormat')[0]?.getAttribute('type') ?? '',
      missing: new Set(items),
      range:
        range === undefined
          ? null
          : ([
              Number(range.getAttribute('min') ?? -Infinity),
              Number(range.getAttribute('max') ?? Infinity),
            ] as const),
      categories: new Map(categories.map((each) => [textIn(each, 'catValu'), textIn(each, 'labl')])),
    };
  });
  return { files, variables };
}

const childrenOf = (element: Element): Element[] =>
  Array.from(element.childNodes).filter((node): node is Element => node.nodeType === 1);
const named = (element: Element, name: string): Element[] =>
  Array.from(element.getElementsByTagNameNS('ddi:codebook:2_5', name));
const textIn = (element: Element, name: string): string => named(element, name)[0]?.textContent ?? '';
