import { AsyncLocalStorage } from 'node:async_hooks';

import {
  type Context,
  context,
  type ContextManager,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { FastifyInstance, FastifyRequest } from 'fastify';

import type { UnitOfWork } from '../database/unit-of-work.js';
import { CODE_VERSION } from '../platform/code-version.js';
import { routeOf } from './measure-requests.js';

/**
 * Traces of requests and of what they store, sent to a collector (OpenTelemetry, OTLP over HTTP). A span names the
 * declared address and the status and nothing that was asked for: no token, code, name or text can leave by it. What
 * a caller says in `traceparent` is taken up, so that a trace goes on through the product.
 *
 * @param endpoint base address of the collector; `/v1/traces` is added
 * @returns to be called when the product ends: sends what is left
 */
export function traceRequests(
  fastify: FastifyInstance,
  unitOfWork: UnitOfWork,
  endpoint: string,
): () => Promise<void> {
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({
      'service.name': 'liaison-atlas',
      'service.version': CODE_VERSION,
    }),
    spanProcessors: [
      new BatchSpanProcessor(new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` })),
    ],
  });
  const tracer = provider.getTracer('liaison-atlas');
  const spans = new WeakMap<FastifyRequest, Span>();
  context.setGlobalContextManager(new LocalContexts());

  fastify.addHook('onRequest', (request, _reply, done) => {
    const span = tracer.startSpan(
      request.method,
      { kind: SpanKind.SERVER, attributes: { 'http.request.method': request.method } },
      callerOf(request.headers['traceparent']),
    );
    spans.set(request, span);
    context.with(trace.setSpan(context.active(), span), done);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const span = spans.get(request);
    const route = routeOf(request);
    span?.updateName(`${request.method} ${route}`);
    span?.setAttributes({ 'http.route': route, 'http.response.status_code': reply.statusCode });
    if (reply.statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
    done();
  });

  const run = unitOfWork.run.bind(unitOfWork);
  unitOfWork.run = (actor, work) =>
    tracer.startActiveSpan('unit of work', async (span) => {
      try {
        return await run(actor, work);
      } catch (error) {
        // The message may hold what somebody wrote; its kind does not.
        span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : '' });
        throw error;
      } finally {
        span.end();
      }
    });
  return async () => {
    context.disable();
    await provider.shutdown();
  };
}

/** The span of whoever calls, from `traceparent` (W3C Trace Context); what does not read as one is passed over. */
function callerOf(header: string | string[] | undefined): Context {
  const parts = /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(String(header ?? ''));
  if (parts === null) return ROOT_CONTEXT;
  const [, traceId = '', spanId = '', flags = '00'] = parts;
  if (/^0+$/.test(traceId) || /^0+$/.test(spanId)) return ROOT_CONTEXT;
  const traceFlags = parseInt(flags, 16) & TraceFlags.SAMPLED;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true });
}

/** Keeps the span of a request at hand in everything that the request sets going. */
class LocalContexts implements ContextManager {
  private readonly storage = new AsyncLocalStorage<Context>();

  active(): Context {
    return this.storage.getStore() ?? ROOT_CONTEXT;
  }
  with<Args extends unknown[], Fn extends (...args: Args) => ReturnType<Fn>>(
    where: Context,
    work: Fn,
    self?: ThisParameterType<Fn>,
    ...args: Args
  ): ReturnType<Fn> {
    return this.storage.run(where, () => work.apply(self, args));
  }
  bind<Target>(where: Context, target: Target): Target {
    if (typeof target !== 'function') return target;
    return ((...args: unknown[]): unknown =>
      this.storage.run(where, () => (target as (...args: unknown[]) => unknown)(...args))) as Target;
  }
  enable(): this {
    return this;
  }
  disable(): this {
    this.storage.disable();
    return this;
  }
}
