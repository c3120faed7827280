import type { OrderSamples, SampleDetail } from '@jiju/orders/contract/samples'
import { useQueryClient } from '@tanstack/react-query'
import { orderSamplesOptions, sampleOptions } from './calls.ts'

/** After a change of samples everything about orders is asked anew; what the answer holds is shown at once. */
export function useRenew() {
  const client = useQueryClient()
  return {
    sample: async (detail: SampleDetail) => {
      client.setQueryData(sampleOptions(detail.sample.id).queryKey, detail)
      await client.invalidateQueries({ queryKey: ['orders'] })
    },
    order: async (orderId: string, samples?: OrderSamples) => {
      if (samples) client.setQueryData(orderSamplesOptions(orderId).queryKey, samples)
      await client.invalidateQueries({ queryKey: ['orders'] })
    },
  }
}
