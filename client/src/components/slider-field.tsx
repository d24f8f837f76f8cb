import { useId } from 'react';

interface SliderFieldProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  /** What the value means, beside the slider and for screen readers. */
  readonly words: string;
  readonly onChange: (value: number) => void;
}

/**
 * A slider in whole steps, with its value in words and buttons for a step down and up, so that nothing needs dragging
 * (WCAG 2.5.7). Arrow keys, Home and End work as in every slider.
 */
export function SliderField({ label, value, least, most, words, onChange }: SliderFieldProps) {
  const id = useId();
  return (
    <div className="nhsuk-form-group la-slider">
      <label className="nhsuk-label" htmlFor={id}>
        {label}: <strong>{words}</strong>
      </label>
      <div className="la-slider__row">
        <button
          type="button"
          className="la-page-button"
          disabled={value <= least}
          aria-label={`${label}: one step down`}
          onClick={() => onChange(value - 1)}
        >
          <span aria-hidden="true">−</span>
        </button>
        <input
          id={id}
          type="range"
          min={least}
          max={most}
          step={1}
          value={value}
          aria-valuetext={words}
          onChange={(event) => onChange(Number(event.target.value))}
        />
        <button
          type="button"
          className="la-page-button"
          disabled={value >= most}
          aria-label={`${label}: one step up`}
          onClick={() => onChange(value + 1)}
        >
          <span aria-hidden="true">+</span>
        </button>
      </div>
    </div>
  );
}
