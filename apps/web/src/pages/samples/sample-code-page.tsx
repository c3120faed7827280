import { useQuery } from '@tanstack/react-query'
import { Navigate, useParams } from '@tanstack/react-router'
import { findSample } from '../../features/order-samples/calls.ts'
import { QueryView } from '../../ui/query-view.tsx'

/** What the QR on a label opens: the sample, for those who may see it; for everybody else nothing is there. */
export function SampleCodePage() {
  const { code } = useParams({ strict: false }) as { code: string }
  const query = useQuery({ queryKey: ['orders', 'sample-code', code], queryFn: () => findSample(code), retry: false })
  return (
    <QueryView query={query} isPage>
      {({ id }) => <Navigate to="/samples/$id" params={{ id }} replace />}
    </QueryView>
  )
}
