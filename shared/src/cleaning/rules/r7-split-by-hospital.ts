import type { Form } from '../../fieldwork/response.js';

/** A form counted for one hospital. */
export interface Placement {
  readonly odsCode: string;
  readonly form: Form;
  /** True when the form speaks for several hospitals: their answers are one opinion, which matters for variance. */
  readonly clustered: boolean;
}

/**
 * R7 one form for several hospitals (a trust-wide team): a record for each, pointing to the same response. Further
 * hospitals that are not in the frame are left out: answers never alter the frame.
 */
export function splitByHospital(form: Form, frameCodes: ReadonlySet<string>): readonly Placement[] {
  // Nearly all forms speak for one hospital.
  if (form.alsoFor.length === 0)
    return frameCodes.has(form.odsCode) ? [{ odsCode: form.odsCode, form, clustered: false }] : [];
  const codes = [...new Set([form.odsCode, ...form.alsoFor])].filter((code) => frameCodes.has(code));
  return codes.map((odsCode) => ({ odsCode, form, clustered: codes.length > 1 }));
}
