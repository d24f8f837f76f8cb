import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = [
  '/usr/bin/chromium',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Path of a Chromium or Chrome on this machine; '' when there is none.
 * @throws Error when `CHROMIUM_PATH` names something that cannot be run: a wish that is not met must not look like none.
 */
export function findChromium(env: Readonly<Record<string, string | undefined>>): string {
  const wished = env['CHROMIUM_PATH'] ?? '';
  if (wished !== '') {
    if (canRun(wished)) return wished;
    throw new Error(
      `CHROMIUM_PATH=${wished} cannot be run. Name the browser itself, e.g. CHROMIUM_PATH=/usr/bin/chromium`,
    );
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...candidates, ...PLACES].find(canRun) ?? '';
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
