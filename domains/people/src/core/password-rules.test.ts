import { describe, expect, test } from 'vitest'
import { findPasswordProblems } from './password-rules.ts'

const codes = (password: string, email = 'li.jing@example.com') =>
  findPasswordProblems(password, email, '/password').map((problem) => problem.code)

describe('new passwords', () => {
  test.each([
    'password123',
    'Password2026!',
    'qwertyuiop',
    '1234567890',
    '9876543210',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    '2026-11-23',
    'Admin@123456',
  ])('%s is well known', (password) => {
    expect(codes(password)).toEqual(['people.password_too_common'])
  })

  test.each(['jiju-demo-2026', 'correct horse battery', '晨光里的显微镜一二三', 'gelassen-42-Forelle'])('%s is taken', (password) => {
    expect(codes(password)).toEqual([])
  })

  test('the name of the address must not be in it', () => {
    expect(codes('xx-Li.Jing-xx')).toEqual(['people.password_contains_email'])
    expect(codes('li-und-mehr-Wort', 'li@example.com')).toEqual([])
  })
})
