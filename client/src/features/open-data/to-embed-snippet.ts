/** What somebody chose to show in a page of their own. */
export interface EmbedChoice {
  /** Address of this site, such as `https://atlas.example`. */
  readonly site: string;
  /** '' = the newest round of real answers, also when there is a newer one some day. */
  readonly round: string;
  readonly roundTitle: string;
  readonly view: 'map' | 'table' | 'summary';
  readonly level: 'region' | 'icb';
}

/** Address of the embedded map with these choices; what is usual is left out, as the map's own address does. */
export function embedAddress({ site, round, view, level }: EmbedChoice): string {
  const asked = new URLSearchParams([
    ...(round === '' ? [] : [['round', round]]),
    ...(level === 'region' ? [] : [['geo', level]]),
    ...(view === 'table' ? [] : [['view', view]]),
  ]).toString();
  return `${site}/embed/map${asked === '' ? '' : `?${asked}`}`;
}

/** HTML to copy into another page. The title is what a screen reader says of the frame. */
export function toEmbedSnippet(choice: EmbedChoice): string {
  const title = ['Liaison Atlas: IAPT and liaison psychiatry, hospital by hospital', choice.roundTitle]
    .filter((part) => part !== '')
    .join(', ');
  return [
    '<iframe',
    `  src="${attribute(embedAddress(choice))}"`,
    `  title="${attribute(title)}"`,
    '  width="100%" height="800" loading="lazy" style="border: 0"',
    '></iframe>',
  ].join('\n');
}

const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
