import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { FrameLead } from '../support/frame-lead.js';
import { startServer, type TestServer } from '../support/start-server.js';

describe('a survey lead knows hospitals by further names', () => {
  let server: TestServer;
  let lead: FrameLead;
  beforeAll(async () => {
    server = await startServer();
    lead = await FrameLead.of(server);
  });
  afterAll(() => server.stop());

  const siteId = async (frame: string, code: string): Promise<string> =>
    String((await lead.units(frame)).get(code)?.['siteId']);
  const add = async (siteId: string, text: string, source = 'A test') => {
    const { data } = await lead.ask(
      `mutation ($input: AddSiteAliasInput!) { addSiteAlias(input: $input) {
          ... on SiteNames { aliases { id text source byHand } } ... on FrameRefused { problems { code field mend } } } }`,
      { input: { siteId, text, source } },
    );
    return data?.['addSiteAlias'];
  };
  const remove = async (id: string) =>
    (
      await lead.ask(
        `mutation { removeSiteAlias(id: "${id}") { ... on SiteNames { aliases { text } } ... on FrameRefused { problems { code } } } }`,
      )
    ).data?.['removeSiteAlias'];
  const found = async (text: string): Promise<string[]> =>
    (await server.send('query ($text: String!) { search(text: $text) { code } }', { text })).data?.[
      'search'
    ].map(({ code }: { code: string }) => code);

  it('that are found at once, and gone at once when they are taken away', async () => {
    const hull = await siteId('acute-ed-2018', 'RWA01');
    const names = await add(hull, 'Unreal Byname');
    const [alias] = names.aliases.filter(({ text }: { text: string }) => text === 'Unreal Byname');
    expect(alias).toMatchObject({ source: 'A test', byHand: true });
    expect(await found('Unreal Byname')).toContain('RWA01');
    expect((await remove(alias.id)).aliases.map(({ text }: { text: string }) => text)).not.toContain(
      'Unreal Byname',
    );
    expect(await found('Unreal Byname')).not.toContain('RWA01');
    expect(await remove(alias.id)).toMatchObject({ problems: [{ code: 'UNKNOWN_ALIAS' }] });
  });

  it.each([
    ['a name without a word of its own', 'The General Hospital', 'A test', 'GENERIC_NAME'],
    ['its own name', 'HULL ROYAL INFIRMARY', 'A test', 'ALREADY_KNOWN'],
    ['the name of another', 'royal oldham hospital', 'A test', 'NAME_OF_ANOTHER'],
    ['a name without its source', 'Unreal Other', ' ', 'MISSING_VALUE'],
  ])('but not by %s', async (_what, text, source, code) => {
    const hull = await siteId('acute-ed-2018', 'RWA01');
    expect(await add(hull, text, source)).toMatchObject({ problems: [{ code }] });
  });

  it('and keeps those that a source gives it', async () => {
    const named = [...(await lead.units('acute-ed-2018')).values()].find(({ aliases }) => aliases.length > 0);
    expect(await remove(named?.['aliases'][0].id)).toMatchObject({
      problems: [{ code: 'NAME_OF_A_SOURCE' }],
    });
  });
});
