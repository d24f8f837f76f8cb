import { DataDirInUse } from '../database/data-dir-lock.js';
import { ConfigError } from '../platform/config.js';
import { referenceImport } from './reference-import.js';
import { verifyAudit } from './verify-audit.js';

/** The command-line tools by name; each gives its exit code. */
const TOOLS: Readonly<Record<string, (argv: string[]) => Promise<number>>> = {
  'reference-import': referenceImport,
  'verify-audit': verifyAudit,
};

const [name = '', ...rest] = process.argv.slice(2);
const tool = Object.hasOwn(TOOLS, name) ? TOOLS[name] : undefined;
if (tool === undefined) {
  process.stderr.write(
    `There is no tool ${JSON.stringify(name)}. Choose one of: ${Object.keys(TOOLS).join(', ')}.\n`,
  );
  process.exitCode = 2;
} else {
  try {
    process.exitCode = await tool(rest);
  } catch (error) {
    const expected = error instanceof ConfigError || error instanceof DataDirInUse;
    process.stderr.write(
      `${expected || !(error instanceof Error) ? String(error) : (error.stack ?? error.message)}\n`,
    );
    process.exitCode = 1;
  }
}
