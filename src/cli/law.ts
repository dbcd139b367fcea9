/** CLI `law`: until when, and how much, with the article and the working. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseDay } from '../domain/day.ts';
import { Refusal } from '../domain/refusal.ts';
import { monthsOf } from '../law/calendar/months.ts';
import { readCalendar, withCalendar } from '../law/calendar/read.ts';
import { claim } from '../law/claims/claim.ts';
import type { ClaimResult } from '../law/claims/result.ts';
import { deadline, deadlinesFor, isRuleId } from '../law/deadline.ts';
import { finalAward } from '../law/final-award.ts';
import { headIds } from '../law/heads.ts';
import { limitation } from '../law/limitation.ts';
import { limitationEventKinds } from '../law/limitation-events.ts';
import { listRules } from '../law/list-rules.ts';
import { calendarOf, type RulePack } from '../law/pack.ts';
import { currentPack, packById, packs } from '../law/packs.ts';
import { route } from '../law/route.ts';
import { isActId } from '../law/rules/acts.ts';
import { type Io, UsageError, type Verb } from './verb.ts';

export const summary = '期限、请求数额、时效、终局和路径的计算';

const usages = {
  deadline: `用法：law deadline --rule <规则编号> --from YYYY-MM-DD [--pack <规则包>] [--json]
      law deadline --act <行为编号> --from YYYY-MM-DD [--pack <规则包>] [--json]
--from 是起算事件发生之日（当日不计入）。--act 列出约束同一行为的全部期限，以最早的为准。`,
  rules: `用法：law rules [--pack <规则包>] [--json]
列出全部期限规则、行为和规则包编号。`,
  claim: `用法：law claim [--pack <规则包>] [--json] < 输入.json
输入 {"kind": 种类, …}；金额以元为单位写成文字，日期 YYYY-MM-DD，带 ? 的可以不写：
  economic-compensation、unlawful-dismissal  hiredOn endedOn averageMonthlyWage localAverageMonthlyWage? localMinimumWage? alreadyPaid? place?
  notice-pay                 lastMonthWage
  double-wage                hiredOn monthlyWage，endedOn 或者 signedOn
  overtime                   monthlyBase hours: {weekday? restDay? holiday?}
  annual-leave               averageMonthlyWage，daysUnused 或者 cumulativeYears enteredOn? leftOn? taken?；isWaivedInWriting?
  wage-arrears               periods: [{from to monthlyWage rate? paid?}]（rate 应付比例，paid 该段已付合计）
  injury                     grade province(henan|national) ownWage? averageWageAtInjury? localAverageMonthlyWage? age? retirementAge? occupationalDisease? on?(解除日) place?
  average-wage               months: [..]
  probation                  agreedWage paidWage months localMinimumWage? place? on?
  additional-compensation    unpaid rate(0.5 至 1)
  deduction                  monthlyWage asked，localMinimumWage 或者 place 与 on
  final-award                同 law final-award`,
  limitation: `用法：law limitation [--pack <规则包>] [--json] < 输入.json
输入 {"endedOn"?, "claimKind", "events": [{"kind", "on", "until"?, "evidence"?}], "filedOn"?}。
事件种类：${limitationEventKinds.join(' ')}`,
  'final-award': `用法：law final-award [--pack <规则包>] [--json] < 输入.json
输入 {"items": [{"head", "amount"}], "localMinimumWage" 或者 "place" 与 "on"}。
请求事项：${headIds.join(' ')}`,
  calendar: `用法：law calendar --file 文件 [--json]
检查一年的放假安排（JSON），列出每月的工作日；只检查，不写入。文件形如：
  {"year": 年份, "notice": "文号", "issuedOn": "发文日期", "title"?: "通知标题", "url"?: "网址",
   "holidays": [{"name": "元旦", "off": ["首日", "末日"], "work": ["调休上班日"], "statutory": ["法定休假日"]}]}
更正已录入的年份要有 "reason"。发布由管理员在系统中办理：POST /api/rule-packs/preview 预览，POST /api/rule-packs 发布，
再由管理者 POST /api/rule-packs/<编号>/move 让受影响的案件改用。`,
  route: `用法：law route [--json] < 输入.json
输入 {"heads": [..], "on", "worker": employee|past-retirement|platform|service, "birth"?: {"bornOn", "track": man|woman-55|woman-50}, "isDelayed"?, "hasWageNote"?}。
请求事项：${headIds.join(' ')}`,
} as const;

type Command = keyof typeof usages;

export const usage = `用法：law <${Object.keys(usages).join('|')}> [选项]

${Object.values(usages).join('\n\n')}

加 --json 时标准输出恰为一个 JSON 文档。退出码：0 成，1 被拒绝（有一句中文说明），2 用法不对。`;

/** Every option any of the commands takes; which one takes which is checked below. */
const options = {
  rule: { type: 'string' },
  act: { type: 'string' },
  from: { type: 'string' },
  pack: { type: 'string' },
  file: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

type Values = {
  rule?: string;
  act?: string;
  from?: string;
  pack?: string;
  file?: string;
  json?: boolean;
  help?: boolean;
};
type Given = { values: Values; pack: RulePack; io: Io };

const commands: Record<Command, (given: Given) => Promise<void> | void> = {
  deadline: sayDeadline,
  rules: sayRules,
  claim: async (given) => sayClaim(given, claim(await readJson(given.io), given.pack)),
  limitation: sayLimitation,
  'final-award': async (given) => sayClaim(given, finalAward(await readJson(given.io), given.pack)),
  calendar: sayCalendar,
  route: sayRoute,
};

export async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args, options, strict: true, allowPositionals: true });
  const [name, ...more] = positionals;
  const isKnown = name !== undefined && Object.hasOwn(usages, name);
  if (values.help) {
    const text = isKnown ? usages[name as Command] : usage;
    io.out(values.json ? JSON.stringify({ usage: text }) : text);
    return 0;
  }
  if (!isKnown || more.length > 0) {
    throw new UsageError(`请写一个子命令：${Object.keys(usages).join('、')}；用 law --help 查看用法。`);
  }
  if (name !== 'deadline' && (values.rule ?? values.act ?? values.from) !== undefined) {
    throw new UsageError('--rule、--act、--from 只用于 law deadline。');
  }
  if (name !== 'calendar' && values.file !== undefined) throw new UsageError('--file 只用于 law calendar。');
  const pack = values.pack === undefined ? currentPack : packById(values.pack);
  await commands[name as Command]({ values, pack, io });
  return 0;
}

export const law: Verb = { summary, usage, run };

function sayDeadline({ values, pack, io }: Given): void {
  const { rule, act } = values;
  if (values.from === undefined || (rule === undefined) === (act === undefined)) {
    throw new UsageError('law deadline 要有 --from，并在 --rule 与 --act 中写一个。');
  }
  const from = parseDay(values.from, '--from');
  if (act !== undefined) {
    if (!isActId(act)) throw new Refusal('law/unknown-act', { act: act.slice(0, 60), pack: pack.id });
    const all = deadlinesFor(act, from, pack);
    if (values.json) {
      io.out(JSON.stringify(all));
      return;
    }
    io.out(`最早：${all.earliest.dueOn}（${all.earliest.name}）`);
    for (const each of all.deadlines)
      io.out(`\n${each.dueOn}  ${each.rule}\n  ${each.explanation.join('\n  ')}`);
    return;
  }
  if (rule === undefined || !isRuleId(rule)) {
    throw new Refusal('law/unknown-rule', { rule: (rule ?? '').slice(0, 60), pack: pack.id });
  }
  const result = deadline(rule, from, pack);
  io.out(values.json ? JSON.stringify(result) : `${result.dueOn}\n  ${result.explanation.join('\n  ')}`);
}

function sayRules({ values, pack, io }: Given): void {
  const rules = listRules(pack);
  if (values.json) {
    const known = packs.map(({ id, name, validFrom, validTo }) => ({ id, name, validFrom, validTo }));
    io.out(JSON.stringify({ pack: pack.id, packs: known, rules, acts: pack.acts }));
    return;
  }
  io.out(`规则包 ${pack.id}（${pack.name}）`);
  for (const { rule, name, article, tag } of rules) io.out(`${rule}  ${name}  ${article}  [${tag}]`);
  for (const [act, ids] of Object.entries(pack.acts)) io.out(`行为 ${act}：${ids.join('、')}`);
}

function sayClaim({ values, io }: Given, result: ClaimResult): void {
  if (values.json) {
    io.out(JSON.stringify(result));
    return;
  }
  io.out(`${result.amount} 元`);
  for (const { text, amount } of result.steps)
    io.out(amount === '0.00' ? `  ${text}` : `  ${text} ＝ ${amount}`);
  io.out(`  依据：${result.articles.join('；')}`);
  for (const warning of result.warnings) io.out(`  注意：${warning}`);
}

async function sayLimitation({ values, pack, io }: Given): Promise<void> {
  const result = limitation(await readJson(io), pack);
  if (values.json) {
    io.out(JSON.stringify(result));
    return;
  }
  io.out(result.lastSafeDay === null ? '不受一年时效限制' : `最后安全日：${result.lastSafeDay}`);
  for (const line of result.explanation) io.out(`  ${line}`);
  for (const warning of result.warnings) io.out(`  注意：${warning}`);
}

function sayCalendar({ values, pack, io }: Given): void {
  if (values.file === undefined) throw new UsageError('law calendar 要有 --file。');
  const calendar = readCalendar(jsonOf(readFileSync(values.file, 'utf8'), '文件'));
  const months = monthsOf(calendarOf(withCalendar(pack, calendar, 'check', 'check')), calendar.year);
  if (values.json) {
    io.out(JSON.stringify({ year: calendar.year, notice: calendar.notice, months }));
    return;
  }
  io.out(
    `${calendar.year} 年放假安排（${calendar.notice}）：全年工作日 ${months.reduce((sum, one) => sum + one.workingDays, 0)} 天`,
  );
  for (const { month, workingDays, off, work } of months)
    io.out(`  ${month} 月 ${workingDays} 天${listed('放假', off)}${listed('上班', work)}`);
}

const listed = (what: string, days: readonly string[]) =>
  days.length === 0 ? '' : `；${what} ${days.join('、')}`;

async function sayRoute({ values, io }: Given): Promise<void> {
  const result = route(await readJson(io));
  if (values.json) {
    io.out(JSON.stringify(result));
    return;
  }
  for (const { name, pathName, reason, article } of result.routes) {
    io.out(`${name}：${pathName}。${reason}（${article}）`);
  }
  for (const warning of result.warnings) io.out(`  注意：${warning}`);
}

async function readJson(io: Io): Promise<unknown> {
  return jsonOf(await io.stdin(), '标准输入');
}

function jsonOf(text: string, field: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refusal('claim/wrong-field', {
      field,
      expected: '一个 JSON 文档，如 {"kind": "notice-pay", "lastMonthWage": "5000.00"}',
    });
  }
}
