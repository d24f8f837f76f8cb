# Liaison Atlas as an image. Build: docker build -t liaison-atlas .
# Run: see compose.yaml, or docs/operations.md.

FROM node:22-trixie-slim AS build
# For the SQLite driver, where no ready one can be had.
RUN apt-get update \
  && apt-get install -y --no-install-recommends python3 make g++ \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY . .
RUN npm run build

FROM build AS packages
# What the running product imports, and nothing that only tests need.
RUN npm ci --omit=dev --no-fund --no-audit --workspace server --workspace shared --workspace client

FROM node:22-trixie-slim
# pg_dump, pg_restore and psql, for backups.
RUN apt-get update \
  && apt-get install -y --no-install-recommends postgresql-client \
  && rm -rf /var/lib/apt/lists/* \
  && mkdir /data /backups && chown node:node /data /backups
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/package.json package.json
COPY --from=build /app/shared/package.json shared/package.json
COPY --from=build /app/shared/dist shared/dist
COPY --from=build /app/server/package.json server/package.json
COPY --from=build /app/server/dist server/dist
COPY --from=build /app/server/reference server/reference
COPY --from=build /app/client/package.json client/package.json
COPY --from=build /app/client/dist client/dist
ENV NODE_ENV=production MODE=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
USER node
VOLUME /data /backups
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/dist/bundled/main.js"]
