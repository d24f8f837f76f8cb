import { DataTable } from '../../components/data-table.js';

const KEYS = [
  { key: 'n', means: 'next task' },
  { key: 'p', means: 'previous task' },
  { key: 'a', means: 'accept, clear, confirm: what the task’s first button says' },
  { key: 'x', means: 'leave a form out, or decline' },
  { key: 'm', means: 'merge, match, or mask' },
  { key: 'q', means: 'ask the site' },
  { key: 'u', means: 'undo my last decision' },
  { key: '?', means: 'show or hide this list' },
] as const;

/** What the keys do. They do nothing while you type or are asked something. */
export function KeyHelp() {
  return (
    <DataTable
      caption="Keys; they do nothing while you type or are asked something"
      columns={[
        { id: 'key', heading: 'Key', names: true, cell: ({ key }) => <kbd>{key}</kbd> },
        { id: 'means', heading: 'Does', cell: ({ means }) => means },
      ]}
      rows={KEYS}
      keyOf={({ key }) => key}
    />
  );
}
