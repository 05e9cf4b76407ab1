// The faults that the next connections to the gateway meet.

export interface GatewayFaults {
  heartbeatsMissed: number
  hellosWithheld: number
  socketsRefused: { status: number; times: number }
  identifiesRefused: { code: number; times: number }
}

export const noGatewayFaults: GatewayFaults = {
  heartbeatsMissed: 0,
  hellosWithheld: 0,
  socketsRefused: { status: 503, times: 0 },
  identifiesRefused: { code: 4000, times: 0 },
}

/** What is planned; each kind is planned anew, and what a connection meets is used up by it. */
export function createGatewayFaults() {
  const faults = { ...noGatewayFaults }

  function take(kind: 'heartbeatsMissed' | 'hellosWithheld'): boolean {
    if (faults[kind] === 0) return false
    faults[kind] -= 1
    return true
  }

  return {
    plan: (changes: Partial<GatewayFaults>) => void Object.assign(faults, changes),
    takeHeartbeat: () => take('heartbeatsMissed'),
    takeHello: () => take('hellosWithheld'),
    /** The HTTP status with which a websocket is refused. */
    takeSocket(): number | undefined {
      const { status, times } = faults.socketsRefused
      if (times === 0) return undefined
      faults.socketsRefused = { status, times: times - 1 }
      return status
    },
    /** The code with which an identify is refused. */
    takeIdentify(): number | undefined {
      const { code, times } = faults.identifiesRefused
      if (times === 0) return undefined
      faults.identifiesRefused = { code, times: times - 1 }
      return code
    },
  }
}
