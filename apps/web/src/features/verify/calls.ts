import type { ReportCopy, Verification } from '@jiju/orders/contract/verifications'
import type { CertificateVerification } from '@jiju/scoring/contract/certificates'
import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'

export const verificationOptions = (code: string) =>
  queryOptions({
    queryKey: ['verification', code],
    queryFn: async (): Promise<Verification> =>
      await answer(api.GET('/api/v1/orders/verifications/{code}', { params: { path: { code } } })),
    retry: false,
    staleTime: 0,
  })

export const certificateOptions = (code: string) =>
  queryOptions({
    queryKey: ['certificate', code],
    queryFn: async (): Promise<CertificateVerification> =>
      await answer(api.GET('/api/v1/scoring/verifications/{code}', { params: { path: { code } } })),
    retry: false,
    staleTime: 0,
  })

/** Each visit is written down, so it is asked for once. */
export const copyOptions = (token: string) =>
  queryOptions({
    queryKey: ['report-copy', token],
    queryFn: async (): Promise<ReportCopy> => await answer(api.POST('/api/v1/orders/report-copies/open', { body: { token } })),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    enabled: token !== '',
  })
