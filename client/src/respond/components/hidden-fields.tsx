import type { HiddenField } from '@liaison-atlas/shared/fieldwork/respond-parts';

/** Values a form sends unseen. `autocomplete=off`: a browser must not restore an old revision after "back". */
export function HiddenFields({ fields }: { readonly fields: readonly HiddenField[] }) {
  return fields.map(({ name, value }, position) => (
    <input key={`${name}-${position}`} type="hidden" name={name} value={value} autoComplete="off" />
  ));
}
