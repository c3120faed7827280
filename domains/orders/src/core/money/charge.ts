import { type Fen, scaleFen } from '@jiju/kernel/money'

/** Units of which more or less can turn out than was foreseen. */
export const METERED_UNITS = ['hour', 'day', 'run', 'batch'] as const

/** What was measured above this share of the foreseen amount needs an amendment that both sides sign. */
export const METERED_TOLERANCE_PERCENT = 20n

/** What measuring adds to an item at its frozen unit price, in fen; negative when less was used. `measured` in hundredths of the unit. */
export function meteredDifference(item: { readonly unitPriceFen: Fen; readonly amountFen: Fen }, measuredHundredths: bigint): Fen {
  return scaleFen(item.unitPriceFen, measuredHundredths, 100n) - item.amountFen
}

/** Whether a measured difference goes beyond what the client has agreed to without signing. */
export const isBeyondTolerance = (item: { readonly amountFen: Fen }, differenceFen: Fen): boolean =>
  differenceFen * 100n > item.amountFen * METERED_TOLERANCE_PERCENT

/** The money of an order as far as what is left to pay depends on it. Amounts in fen. */
export type OrderMoney = {
  /** The frozen total with its signed amendments. */
  readonly totalFen: Fen
  readonly meteredFen: Fen
  readonly creditedFen: Fen
  /** What a voucher is going to pay; null once it has paid. */
  readonly voucherFen: Fen | null
  readonly heldFen: Fen
  /** What stands in the ledger as owed; null before the order is charged. */
  readonly dueFen: Fen | null
}

/** What an order costs: frozen total, measured differences, less what was credited; never below zero. */
export function chargeFen({ totalFen, meteredFen, creditedFen }: Pick<OrderMoney, 'totalFen' | 'meteredFen' | 'creditedFen'>): Fen {
  const charge = totalFen + meteredFen - creditedFen
  return charge > 0n ? charge : 0n
}

/** A voucher pays at most the charge. */
export const voucherPartFen = (chargedFen: Fen, voucherFen: Fen | null): Fen =>
  voucherFen === null ? 0n : voucherFen < chargedFen ? voucherFen : chargedFen

/** What the client still has to bring: owed or going to be owed, less voucher and what is set aside; never below zero. */
export function outstandingFen(money: OrderMoney): Fen {
  const owed = money.dueFen ?? chargeFen(money)
  const rest = owed - voucherPartFen(owed, money.voucherFen) - money.heldFen
  return rest > 0n ? rest : 0n
}
