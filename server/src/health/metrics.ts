import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds at which answers are counted as quick or slow: from a prepared answer to a release of a large round. */
const SECONDS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/**
 * What this process counts for a monitor, in the names of Prometheus. Labels are addresses as they are declared
 * (`/respond/:token`), never as they were asked for: no token, code or name of anybody can come into a label.
 */
export class Metrics {
  readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'atlas_http_request_duration_seconds',
    help: 'Requests by method, declared address and status, and how long they took.',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [this.registry],
  });
  private readonly repeated = new Map<string, number>();
  private readonly gauges = new Map<string, Gauge>();
  private readonly counters = new Map<string, Counter>();

  constructor() {
    collectDefaultMetrics({ register: this.registry });
    const { repeated } = this;
    new Counter({
      name: 'atlas_http_repeated_answers_total',
      help: 'Prepared answers that were given again before the routes, by declared address.',
      labelNames: ['route'],
      registers: [this.registry],
      collect() {
        this.reset();
        for (const [route, count] of repeated) this.inc({ route }, count);
      },
    });
  }

  /** Counts an answer that was given again without asking the routes: a bare number, since it costs little more to give one. */
  repeat(route: string): void {
    this.repeated.set(route, (this.repeated.get(route) ?? 0) + 1);
  }

  /** Counts a request that was answered. */
  answered(method: string, route: string, status: number, seconds: number): void {
    this.requests.labels(method, route, String(status)).observe(seconds);
  }

  /** Puts the present value of something in the place of what was known of it, for all of its labels at once. */
  set(name: string, help: string, values: readonly Labelled[]): void {
    const labelNames = Object.keys(values[0]?.labels ?? {});
    let gauge = this.gauges.get(name);
    if (gauge === undefined && values.length === 0) return;
    if (gauge === undefined) {
      gauge = new Gauge({ name, help, labelNames, registers: [this.registry] });
      this.gauges.set(name, gauge);
    }
    gauge.reset();
    for (const { labels = {}, value } of values) gauge.set(labels, value);
    // A gauge without labels that is reset says 0; what is not known is not said.
    if (values.length === 0 && labelNames.length === 0) gauge.remove();
  }

  /** Something that only grows and is counted elsewhere: says how often it has happened by now. */
  total(name: string, help: string, count: number): void {
    let counter = this.counters.get(name);
    if (counter === undefined) {
      counter = new Counter({ name, help, registers: [this.registry] });
      this.counters.set(name, counter);
    }
    counter.reset();
    counter.inc(count);
  }
}

/** A value, with what it is the value of. */
export interface Labelled {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}
