import { expect, it } from 'vitest';

import { type EmbedChoice, embedAddress, toEmbedSnippet } from './to-embed-snippet.js';

const CHOICE: EmbedChoice = {
  site: 'https://atlas.example',
  round: '',
  roundTitle: '',
  view: 'table',
  level: 'region',
};

it('leaves out what is usual, so that the newest round is shown some day too', () => {
  expect(embedAddress(CHOICE)).toBe('https://atlas.example/embed/map');
  expect(embedAddress({ ...CHOICE, round: 'a b', view: 'map', level: 'icb' })).toBe(
    'https://atlas.example/embed/map?round=a+b&geo=icb&view=map',
  );
});

it('is HTML whatever a round is called', () => {
  const html = toEmbedSnippet({ ...CHOICE, round: 'x', view: 'map', roundTitle: 'Care & "Cure" <1>' });
  expect(html).toContain('src="https://atlas.example/embed/map?round=x&amp;view=map"');
  expect(html).toContain('hospital by hospital, Care &amp; &quot;Cure&quot; &lt;1>"');
});
