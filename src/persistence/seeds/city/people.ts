/** Invented people and firms: names as they sound in Nanyang, numbers of no real region, all of them marked 示例. */
import { addDays, type Day, dayFromNumber, dayNumber } from '../../../domain/day.ts';
import { isCreditCode, isIdNumber } from '../../../domain/numbers.ts';
import type { PartyGiven } from '../../party.repository.ts';
import type { Dice } from './dice.ts';

export const MARK = '（示例）';

const surnames = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文靳闫逯买仝禹亓',
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '夏侯',
  '令狐',
];
const male = [
  ...'伟强磊军洋勇杰涛超明刚平辉鹏飞鑫波斌宇浩凯健俊帆帅旭宁龙林海峰栋喆堃燊煜淼昊',
  '建国',
  '建军',
  '志强',
  '志刚',
  '国庆',
  '保山',
  '长河',
  '新民',
  '春生',
  '金锁',
  '留柱',
  '铁成',
  '文博',
  '子豪',
  '浩然',
  '宇轩',
  '书恒',
  '天喆',
  '永堃',
  '松林',
  '德才',
  '广军',
  '红旗',
  '宛生',
  '振华',
  '卫东',
  '国栋',
  '小龙',
  '占奎',
];
const female = [
  ...'芳娜敏静丽艳娟霞玲燕萍红梅莉琳雪倩婷颖慧洁璐瑶嫣玥翾',
  '秀英',
  '桂英',
  '玉兰',
  '春霞',
  '晓燕',
  '小梅',
  '海燕',
  '丽娟',
  '雪梅',
  '爱琴',
  '改玲',
  '新枝',
  '金凤',
  '巧云',
  '思雨',
  '梦瑶',
  '欣怡',
  '雅琪',
  '若曦',
  '晓静',
  '会敏',
  '艳丽',
  '玉玥',
  '银环',
  '瑞芝',
];
const streets = [
  '人民路',
  '中州路',
  '建设路',
  '工业路',
  '七一路',
  '车站路',
  '文化路',
  '新华路',
  '滨河路',
  '光武路',
  '张衡路',
  '仲景路',
  '独山大道',
  '范蠡路',
  '长江路',
  '淯阳路',
];
/** No region has this code: a number with it is nobody's. */
const NO_REGION = '411399';

function idNumber(dice: Dice, bornOn: Day, gender: '男' | '女'): string {
  const place = dice.between(0, 49) * 2 + (gender === '男' ? 1 : 0);
  const body = `${NO_REGION}${bornOn.replaceAll('-', '')}${dice.between(10, 49)}${place % 10}`;
  return checked(body, '0123456789X', isIdNumber);
}

/** With the check character that makes it right. */
function checked(body: string, characters: string, isRight: (text: string) => boolean): string {
  return body + [...characters].find((one) => isRight(body + one));
}

/** Chance, and numbers that nobody else in the city has. */
export type Cast = Dice & { number(): string };

export function castOf(dice: Dice): Cast {
  let last = 0;
  const number = () => {
    last += 1;
    return String(last).padStart(4, '0');
  };
  return { ...dice, number };
}

export function nameOf(dice: Dice, gender: '男' | '女'): string {
  const given = gender === '男' ? male : female;
  const first = dice.pick(given);
  const isShort = [...first].length === 1;
  const second = isShort && dice.chance(0.35) ? dice.pick(given.filter((one) => [...one].length === 1)) : '';
  return `${dice.pick(surnames)}${first}${second}`;
}

type Wanted = {
  gender?: '男' | '女';
  years?: readonly [least: number, most: number];
  kind?: PartyGiven['kind'];
};

/** `place`: the district's full name, without the city. */
export function worker(dice: Cast, today: Day, place: string, wanted: Wanted = {}): PartyGiven {
  const gender = wanted.gender ?? (dice.chance(0.62) ? '男' : '女');
  const [least, most] = wanted.years ?? [21, 57];
  const bornOn = addDays(today, -365 * dice.between(least, most) - dice.between(1, 364));
  return {
    name: `${nameOf(dice, gender)}${MARK}`,
    gender,
    bornOn,
    idNumber: idNumber(dice, bornOn, gender),
    phone: `1380000${dice.number()}`,
    address: `南阳市${place}${dice.pick(streets)}${dice.between(1, 320)}号`,
    isConsenting: true,
    ...(wanted.kind === undefined ? {} : { kind: wanted.kind }),
  };
}

const titles = ['总经理', '董事长', '执行董事', '经理'];
const marks = '天恒瑞源盛鑫泰和宏诚信达立康嘉润华兴隆远益丰德佳永利宛卧伏丹淅唐白河金玉石青云';

/** `trade`: what it does, e.g. 建筑劳务. */
export function firm(
  dice: Cast,
  place: string,
  trade: string,
  kind: PartyGiven['kind'] = 'employer',
): PartyGiven {
  const [one, two] = [dice.pick([...marks]), dice.pick([...marks])];
  const short = place.replace(/[区县市]$/, '');
  const letters = Array.from({ length: 8 }, () => dice.pick([...'0123456789ABCDEFGH'])).join('');
  return {
    name: `${dice.chance(0.5) ? '南阳' : short}${one}${two}${trade}${MARK}`,
    creditCode: checked(`91${NO_REGION}${letters}0`, '0123456789ABCDEFGHJKLMNPQRTUWXY', isCreditCode),
    representative: `${nameOf(dice, dice.chance(0.75) ? '男' : '女')}${MARK}`,
    representativeTitle: dice.pick(titles),
    phone: `0377-600${dice.number()}`,
    address: `南阳市${place}${dice.pick(streets)}${dice.between(1, 260)}号`,
    kind,
  };
}

/** The first day of the month that many months before. */
export function monthsBefore(day: Day, months: number): Day {
  const there = dayFromNumber(dayNumber(day) - Math.round(months * 30.4));
  return `${there.slice(0, 7)}-01` as Day;
}
