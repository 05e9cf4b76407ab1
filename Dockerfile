# Entente in a non-root container. CI does not build it.
FROM node:26-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
# Without the last flag npm would also install the Discord emulator.
RUN npm ci --omit=dev --no-audit --no-fund --workspaces=false

FROM node:26-slim
WORKDIR /app
ENV NODE_ENV=production DATABASE_DIR=/data
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json ./
COPY scripts ./scripts
COPY src ./src
RUN mkdir -m 0700 /data && chown node:node /data
USER node
VOLUME /data
# Node itself, not npm, so that SIGTERM reaches the bot and answers under way can finish.
CMD ["node", "--require", "./scripts/preload.cjs", "src/index.ts"]
