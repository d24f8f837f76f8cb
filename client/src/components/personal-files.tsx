import { saveFile } from '../lib/save-file.js';

/** What is kept about a person, as text in three forms. */
interface PersonalTexts {
  readonly json: string;
  readonly html: string;
  readonly csv: string;
}

const FORMS = [
  { key: 'html', label: 'Page to read (HTML)', type: 'text/html;charset=utf-8' },
  { key: 'csv', label: 'Table (CSV)', type: 'text/csv;charset=utf-8' },
  { key: 'json', label: 'For programs (JSON)', type: 'application/json' },
] as const;

/** Buttons that make and save everything that is kept about a person, in one form each. */
export function PersonalFileButtons({
  busy,
  onMake,
}: {
  readonly busy: boolean;
  /** Makes the texts; undefined = refused, which the caller shows. */
  readonly onMake: () => Promise<PersonalTexts | undefined>;
}) {
  const save = async ({ key, type }: (typeof FORMS)[number]) => {
    if (busy) return;
    const texts = await onMake();
    if (texts) saveFile(new Blob([texts[key]], { type }), `personal-data.${key}`);
  };
  return (
    <div className="la-actions">
      {FORMS.map((form) => (
        <button
          type="button"
          key={form.key}
          className="nhsuk-button nhsuk-button--secondary"
          aria-disabled={busy}
          onClick={() => void save(form)}
        >
          {form.label}
        </button>
      ))}
    </div>
  );
}
