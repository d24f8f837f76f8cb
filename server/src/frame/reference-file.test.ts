import { describe, expect, it } from 'vitest';

import { readReferenceFile } from './reference-file.js';

const blank = (from: readonly string[]): string =>
  [...from, ...Array.from({ length: 27 - from.length }, () => '')].map((value) => `"${value}"`).join(',');
const hull = blank([
  'RWA01',
  'HULL ROYAL INFIRMARY',
  'Y63',
  'QOQ',
  'ANLABY ROAD',
  '',
  '',
  'HULL',
  '',
  'HU3 2JZ',
  '19990401',
  '',
  '',
  '',
  'RWA',
]);
const trust = blank([
  'RWA',
  'HULL UNIVERSITY TEACHING HOSPITALS NHS TRUST',
  'Y63',
  'QOQ',
  '',
  '',
  '',
  '',
  '',
  'HU3 2JZ',
  '19990401',
]);
const website = [
  'OrganisationID¬OrganisationCode¬OrganisationType¬SubType¬Sector¬OrganisationStatus¬IsPimsManaged¬OrganisationName¬Address1¬Address2¬Address3¬City¬County¬Postcode¬Latitude¬Longitude¬ParentODSCode¬ParentName¬Phone¬Email¬Website¬Fax',
  '1¬RDDH0¬Hospital¬Hospital¬NHS Sector¬Visible¬True¬Basildon University Hospital¬¬Nethermayne¬¬Basildon¬Essex¬SS16 5NL¬51.5581¬-8.1910513341426849E-2¬RDD¬Basildon¬01268¬¬¬',
].join('\r\n');
const ours =
  'programme,wave,name,confidence,source\nearly_implementer,1,Swindon,high,https://example.test/page\n';

describe('readReferenceFile', () => {
  it('knows a register file of trust sites, and its days', () => {
    const file = readReferenceFile(Buffer.from(`${hull}\r\n`));
    expect(file).toMatchObject({ ok: true, value: { kind: 'ods_sites' } });
    expect(file.ok && file.value.records[0]).toMatchObject({
      key: 'RWA01',
      fields: { postcode: 'HU3 2JZ', valid_from: '1999-04-01', valid_to: '', trust: 'RWA' },
    });
  });

  it('knows a register file of trusts', () => {
    expect(readReferenceFile(Buffer.from(trust))).toMatchObject({ ok: true, value: { kind: 'ods_trusts' } });
  });

  it('knows the list of hospitals of the NHS website, saved in either encoding, and its small numbers', () => {
    for (const encoding of ['utf8', 'latin1'] as const) {
      const file = readReferenceFile(Buffer.from(website, encoding));
      expect(file).toMatchObject({ ok: true, value: { kind: 'nhs_website_hospitals' } });
      expect(file.ok && file.value.records[0]?.fields).toMatchObject({
        longitude: '-0.081911',
        town: 'Basildon',
      });
    }
  });

  it('knows a list of early implementers and gives a row without an id one made of its name', () => {
    const file = readReferenceFile(Buffer.from(ours));
    expect(file.ok && file.value.records[0]?.key).toBe('early-implementer-1-swindon');
  });

  it.each([
    ['a spreadsheet', Buffer.from('PK\u0003\u0004 not a table'), 'UNKNOWN_FILE'],
    ['an empty file', Buffer.from(''), 'UNKNOWN_FILE'],
    ['a table of something else', Buffer.from('a,b,c\n1,2,3\n'), 'UNKNOWN_FILE'],
    ['GP surgeries of the NHS website', Buffer.from(website.replace('¬Hospital¬H', '¬GP¬H')), 'UNKNOWN_FILE'],
    ['trusts and sites in one file', Buffer.from(`${trust}\n${hull}\n`), 'UNKNOWN_FILE'],
    ['a list without sources', Buffer.from('programme,wave,name,confidence\n'), 'UNKNOWN_FILE'],
    ['a list with a column of its own', Buffer.from(ours.replace('source', 'source,mood')), 'UNKNOWN_FILE'],
    ['rows of different length', Buffer.from(`${hull}\n"RWA02","X"\n`), 'UNREADABLE_FILE'],
  ])('refuses %s by name', (_what, bytes, code) => {
    const file = readReferenceFile(bytes);
    expect(file.ok ? 'accepted' : file.problems.map((problem) => problem.code)).toEqual([code]);
  });
});
