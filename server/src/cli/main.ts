import { referenceImport } from './reference-import.js';

/** The command-line tools by name; each gives its exit code. */
const TOOLS: Readonly<Record<string, (argv: string[]) => Promise<number>>> = {
  'reference-import': referenceImport,
};

const [name = '', ...rest] = process.argv.slice(2);
const tool = Object.hasOwn(TOOLS, name) ? TOOLS[name] : undefined;
if (tool === undefined) {
  process.stderr.write(`There is no tool ${JSON.stringify(name)}. Choose one of: ${Object.keys(TOOLS).join(', ')}.\n`);
  process.exitCode = 2;
} else process.exitCode = await tool(rest);
