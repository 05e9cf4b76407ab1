// The faults that the next connections to the gateway meet.

export interface GatewayFaults {
  ignoredHeartbeats: number
  withheldHellos: number
  refusedConnections: { status: number; times: number }
  refusedIdentifies: { code: number; times: number }
}

export const noGatewayFaults: GatewayFaults = {
  ignoredHeartbeats: 0,
  withheldHellos: 0,
  refusedConnections: { status: 503, times: 0 },
  refusedIdentifies: { code: 4000, times: 0 },
}

/** The planned faults: planning a kind replaces it, and a connection that runs into one uses it up. */
export function createGatewayFaults() {
  const faults = { ...noGatewayFaults }

  function take(kind: 'ignoredHeartbeats' | 'withheldHellos'): boolean {
    if (faults[kind] === 0) return false
    faults[kind] -= 1
    return true
  }

  return {
    plan: (changes: Partial<GatewayFaults>) => void Object.assign(faults, changes),
    takeHeartbeat: () => take('ignoredHeartbeats'),
    takeHello: () => take('withheldHellos'),
    /** The HTTP status with which a websocket is refused. */
    takeSocket(): number | undefined {
      const { status, times } = faults.refusedConnections
      if (times === 0) return undefined
      faults.refusedConnections = { status, times: times - 1 }
      return status
    },
    /** The code with which an identify is refused. */
    takeIdentify(): number | undefined {
      const { code, times } = faults.refusedIdentifies
      if (times === 0) return undefined
      faults.refusedIdentifies = { code, times: times - 1 }
      return code
    },
  }
}
