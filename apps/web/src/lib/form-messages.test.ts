import { EditCalendar } from '@jiju/booking/contract/calendars'
import { PriceInput } from '@jiju/catalog/contract/prices'
import { GrantConsent } from '@jiju/people/contract/consents'
import { ConfirmSecondFactor, CreateApiKey } from '@jiju/people/contract/me'
import { SignUp } from '@jiju/people/contract/sign-in'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { messageOf, type RawIssue } from './form-messages.ts'

function keys(schema: z.ZodType, values: unknown): Record<string, string> {
  const found: Record<string, string> = {}
  const result = schema.safeParse(values, { error: (issue) => messageOf(issue as RawIssue).key })
  for (const issue of result.error?.issues ?? []) found[issue.path.join('.')] ??= issue.message
  return found
}

test('what forms are told, by the contracts themselves', () => {
  expect(keys(SignUp, { email: 'x', name: ' ', password: 'kurz' })).toEqual({ email: 'email', name: 'required', password: 'tooShort' })
  expect(keys(SignUp, { email: '', name: 'a', password: '' })).toEqual({ email: 'required', password: 'required' })
  expect(keys(ConfirmSecondFactor, { code: '12' })).toEqual({ code: 'sixDigits' })
  expect(keys(CreateApiKey, { name: 'a', scopes: [], expiresInDays: 1.5 })).toEqual({ scopes: 'choose', expiresInDays: 'integer' })
  expect(keys(GrantConsent, { readerOrganisationId: '', facts: ['profile'], purpose: 'ab', validUntil: '' })).toEqual({
    readerOrganisationId: 'choose',
    validUntil: 'required',
  })
  expect(
    keys(PriceInput, { customerClass: 'enterprise', unit: 'hour', price: '12.345', validFrom: '2026-13-01', validTo: null, note: null }),
  ).toEqual({
    price: 'money',
    validFrom: 'date',
  })
  expect(keys(EditCalendar, { lateCancelPercent: 120, horizonDays: Number.NaN })).toMatchObject({
    lateCancelPercent: 'tooLarge',
    horizonDays: 'number',
  })
})
