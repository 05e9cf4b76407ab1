// The pending faults of gateway connections.

export interface GatewayFaults {
  ignoredHeartbeats: number
  withheldHellos: number
  refusedConnections: { status: number; count: number }
  refusedIdentifies: { code: number; count: number }
}

export const noGatewayFaults: GatewayFaults = {
  ignoredHeartbeats: 0,
  withheldHellos: 0,
  refusedConnections: { status: 503, count: 0 },
  refusedIdentifies: { code: 4000, count: 0 },
}

/** The pending faults: planning a kind replaces it, and each connection that it affects consumes it once. */
export function createGatewayFaults() {
  const faults = { ...noGatewayFaults }

  function consume(kind: 'ignoredHeartbeats' | 'withheldHellos'): boolean {
    if (faults[kind] === 0) return false
    faults[kind] -= 1
    return true
  }

  return {
    plan: (changes: Partial<GatewayFaults>) => void Object.assign(faults, changes),
    consumeIgnoredHeartbeat: () => consume('ignoredHeartbeats'),
    consumeWithheldHello: () => consume('withheldHellos'),
    /** The HTTP status to reject a WebSocket handshake with, or undefined. */
    consumeRefusedConnection(): number | undefined {
      const { status, count } = faults.refusedConnections
      if (count === 0) return undefined
      faults.refusedConnections = { status, count: count - 1 }
      return status
    },
    /** The close code to refuse an identify with, or undefined. */
    consumeRefusedIdentify(): number | undefined {
      const { code, count } = faults.refusedIdentifies
      if (count === 0) return undefined
      faults.refusedIdentifies = { code, count: count - 1 }
      return code
    },
  }
}
