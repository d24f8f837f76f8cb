/** How a form came, in words. */
const WORDS: Readonly<Record<string, string>> = {
  web_token: 'personal link',
  open_link: 'open link',
  telephone: 'telephone',
  paper: 'paper',
  import: 'import',
};

/** A way that this version does not know is shown as it is. */
export const modeWords = (mode: string): string => WORDS[mode] ?? mode;
