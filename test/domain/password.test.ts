/** What a password must be, and what it need not. */
import { checkPassword, PASSWORD_LEAST } from '../../src/domain/password.ts';

const refusalOf = (password: string, login = 'zhang.san') => {
  try {
    checkPassword(login, password);
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

test.each([
  ['nine signs', '山高水长不见故人归', 'account/password-weak'],
  ['one letter short', 'x'.repeat(PASSWORD_LEAST - 1), 'account/password-weak'],
  ['the login, spelt otherwise', 'ZHANG.SAN.', 'account/password-is-login'],
  ['the login twice', 'zhang.sanzhang.san', 'account/password-is-login'],
  ['the login and two figures', 'zhang.san12', 'account/password-is-login'],
  ['a run of figures', '1234567890', 'account/password-common'],
  ['a run backwards', '0987654321', 'account/password-common'],
  ['a row of the keyboard', 'qwertyuiop', 'account/password-common'],
  ['a column of the keyboard', '1qaz2wsx3edc', 'account/password-common'],
  ['the same sign again and again', 'aaaaaaaaaaaa', 'account/password-common'],
  ['two signs in turn', '1212121212', 'account/password-common'],
  ['what everybody tries first', 'Password123', 'account/password-common'],
  ['a date of love', 'woaini1314520', 'account/password-common'],
])('%s is refused', (_what, password, code) => {
  expect(refusalOf(password)).toBe(code);
});

test.each([
  ['ten signs', '山高水长不见故人归来'],
  ['small letters alone', 'correct horse battery'],
  ['figures alone, in no order', '8301745926'],
  ['the login inside something longer', 'zhang.san likes plums'],
])('%s will do: no rules on composition', (_what, password) => {
  expect(refusalOf(password)).toBeNull();
});
