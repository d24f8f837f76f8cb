import { PAGE_SIZES, type PageSize } from '../lib/page-sizes.js';
import { SelectField } from './select-field.js';

interface PageSizeFieldProps {
  readonly size: PageSize;
  readonly onChange: (size: PageSize) => void;
}

/** How many entries of a list are on one page. */
export function PageSizeField({ size, onChange }: PageSizeFieldProps) {
  return (
    <div className="la-no-print">
      <SelectField
        label="On one page"
        value={String(size)}
        choices={PAGE_SIZES.map((each) => ({ value: String(each), label: String(each) }))}
        onChange={(value) => onChange(PAGE_SIZES.find((each) => String(each) === value) ?? PAGE_SIZES[0])}
      />
    </div>
  );
}
