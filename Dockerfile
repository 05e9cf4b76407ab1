# Entente in a non-root container that writes to /data and /tmp alone. A release builds, tries and publishes it.
FROM node:26-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
# Without the last flag npm would also install the Discord emulator.
RUN npm ci --omit=dev --no-audit --no-fund --workspaces=false

FROM node:26-slim
WORKDIR /app
ENV NODE_ENV=production DATABASE_DIR=/data METRICS_PORT=9464
COPY --from=dependencies /app/node_modules ./node_modules
COPY LICENSE package.json ./
COPY scripts ./scripts
COPY src ./src
RUN mkdir -m 0700 /data && chown node:node /data
USER node
VOLUME /data
# Unhealthy is a process that hangs; one that waits for Discord is healthy, but not ready (/readyz).
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.METRICS_PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node itself, not npm, so that SIGTERM reaches the bot and answers under way can finish.
CMD ["node", "--v8-pool-size=1", "--require", "./scripts/preload.cjs", "src/index.ts"]
