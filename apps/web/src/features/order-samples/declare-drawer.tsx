import type { Order } from '@jiju/orders/contract/orders'
import type { Sample } from '@jiju/orders/contract/samples'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { toast } from '../../ui/toast.tsx'
import { declareSamples, editSample } from './calls.ts'
import { DescribeForm } from './describe-form.tsx'
import { useRenew } from './use-renew.ts'

/** New samples of an order, alike the last one; or one in place of a sample that cannot be used. */
export function DeclareDrawer({ order, like, replaces }: { order: Order; like?: Sample | undefined; replaces?: Sample | undefined }) {
  const { t } = useTranslation('order-samples')
  const [isOpen, setOpen] = useState(false)
  const renew = useRenew()
  const command = useCommand({
    run: declareSamples,
    onDone: async (samples) => {
      setOpen(false)
      toast(t('declare.done'))
      await renew.order(order.id, samples)
    },
  })
  const title = replaces ? t('field.replaces', { number: replaces.number }) : t('panel.declare')
  return (
    <>
      <Button kind={like && !replaces ? 'default' : 'primary'} size={replaces ? 'sm' : 'md'} onClick={() => setOpen(true)}>
        {title}
      </Button>
      <Drawer title={title} isOpen={isOpen} onClose={() => setOpen(false)}>
        <DescribeForm
          order={order}
          like={replaces ?? like}
          head={<ProblemSummary error={command.error} />}
          foot={
            <div>
              <Button kind="primary" type="submit" isBusy={command.isPending}>
                {t('declare.submit')}
              </Button>
            </div>
          }
          onSend={(description, copies) =>
            command.mutate({
              orderId: order.id,
              body: replaces
                ? { samples: [{ description, replacesId: replaces.id }] }
                : { samples: Array.from({ length: copies }, () => ({ description })) },
            })
          }
        />
      </Drawer>
    </>
  )
}

/** A sample that is not sent yet can be described otherwise. */
export function EditDrawer({ order, sample }: { order: Pick<Order, 'items'>; sample: Sample }) {
  const { t } = useTranslation('order-samples')
  const [isOpen, setOpen] = useState(false)
  const renew = useRenew()
  const command = useCommand({
    run: editSample,
    onDone: async (detail) => {
      setOpen(false)
      toast(t('done'))
      await renew.sample(detail)
    },
  })
  return (
    <>
      <Button kind="text" size="sm" onClick={() => setOpen(true)}>
        {t('act.edit')}
      </Button>
      <Drawer title={t('declare.edit', { number: sample.number })} isOpen={isOpen} onClose={() => setOpen(false)}>
        <DescribeForm
          order={order}
          sample={sample}
          head={<ProblemSummary error={command.error} />}
          foot={
            <div>
              <Button kind="primary" type="submit" isBusy={command.isPending}>
                {t('declare.save')}
              </Button>
            </div>
          }
          onSend={(body) => command.mutate({ target: sample, body })}
        />
      </Drawer>
    </>
  )
}
