/** Names as people look for them: a part, read aloud, by initials; and no name that nobody finds. */
import fc from 'fast-check';
import { askedWords } from '../../src/persistence/asked-words.ts';
import { isNamed, searchedAs, searchKeys } from '../../src/persistence/name-keys.ts';

const fits = (name: string, typed: string) => askedWords(typed).every((word) => isNamed(name, word));
const keysHold = (name: string, typed: string) => {
  const keys = new Set(searchKeys(searchedAs([name])));
  return askedWords(typed).every((word) => word.nameKeys.every((key) => keys.has(key)));
};

test.each([
  ['南阳电机厂', '电机'],
  ['南阳电机厂', '厂'],
  ['南阳电机厂', 'nydjc'],
  ['南阳电机厂', 'nanyangdianjichang'],
  ['南阳电机厂', 'dianji'],
  ['南阳电机厂', 'dj'],
  ['南阳电机厂', 'nanydj'],
  ['南阳电机厂', 'NYDJC'],
  ['南阳电机厂', 'ｎｙｄｊｃ'],
  ['单雄信', 'shanxiongxin'],
  ['单雄信', 'sxx'],
  ['解小明', 'xiexiaoming'],
  ['曾国强', 'zengguoqiang'],
  ['仇英', 'qiuying'],
  ['仇英', 'chouying'],
  ['尉迟恭', 'yuchigong'],
  ['区小华', 'ouxiaohua'],
  ['长沙银行南阳分行', 'yinhang'],
  ['朱乐天', 'zhuletian'],
  ['朱乐天', 'zhuyuetian'],
  ['吕布', 'lvbu'],
  ['吕布', 'lubu'],
  ['吕布', 'lübu'],
  ['张𬭎', '𬭎'],
  ['张𬭎', 'zhanghong'],
  ['买买提·艾山', '买买提艾山'],
  ['示例（南阳）有限公司', '示例南阳'],
  ['示例（南阳）有限公司', '(南阳)'],
  ['ＡＢＣ电子', 'abc电'],
  ['南阳abc电子', 'bc'],
  ['John Smith', 'john smith'],
  ['示例一○一医院', '一○一'],
])('%s is found by %s', (name, typed) => {
  expect([fits(name, typed), keysHold(name, typed)]).toEqual([true, true]);
});

test.each([
  ['南阳电机厂', 'anyang'],
  ['南阳电机厂', 'nyjc'],
  ['南阳电机厂', '阳电厂'],
  ['张伟', 'hangwei'],
  ['张伟', '张 明'],
])('%s is not found by %s', (name, typed) => {
  expect(fits(name, typed)).toBe(false);
});

test('whatever fits a name is led to it by its keys', () => {
  const characters = [...'单解曾仇区任华乐行长重中国南阳市卧龙建筑有限公司厂店张王李吕ABC12·（ '];
  const names = fc
    .array(fc.constantFrom(...characters), { minLength: 1, maxLength: 12 })
    .map((all) => all.join(''));
  const typed = fc.oneof(
    fc.array(fc.constantFrom(...characters), { minLength: 1, maxLength: 3 }).map((all) => all.join('')),
    fc
      .array(fc.constantFrom(...'anyshxiezguqohdjcwl1'), { minLength: 1, maxLength: 5 })
      .map((all) => all.join('')),
  );
  let found = 0;
  fc.assert(
    fc.property(names, typed, (name, part) => {
      if (askedWords(part).some(({ folded }) => folded === '') || !fits(name, part)) return;
      found += 1;
      expect(keysHold(name, part)).toBe(true);
    }),
    { numRuns: 5000 },
  );
  expect(found).toBeGreaterThan(200);
});

test('a name of a hundred characters is kept with a few readings, not with all there could be', () => {
  const searched = searchedAs(['长重行乐曾单解仇区任'.repeat(10)]);
  expect(searched.split('\n').length).toBeLessThan(20);
  expect(searchKeys(searched).length).toBeLessThan(500);
});
