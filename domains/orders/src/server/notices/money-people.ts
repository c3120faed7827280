/** Who looks after the money of a provider. */
export const EARNERS = ['provider:finance', 'provider:owner'] as const

/** Who is told what an organisation owes and has paid; providers pay for what they use at others. */
export const PAYERS = ['enterprise:finance', 'enterprise:purchaser', 'enterprise:owner', ...EARNERS] as const
