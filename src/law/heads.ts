/** Heads of claim: which class of pay each is, and so which doors it opens. */

/** `pay`: 47(1) and 16 name it; `standard`: disputes on national labour standards, 47(2); `neither`. */
type HeadClass = 'pay' | 'standard' | 'neither';

/** How the rules for workers past retirement age sort it (令56 19). */
type OverAgeGroup = 'pay' | 'rest' | 'safety' | 'injury' | 'other';

type HeadRow = {
  name: string;
  class: HeadClass;
  /** The word of art. 16 and 47(1) under which it falls. */
  under: string;
  overAge: OverAgeGroup;
  /** Wages proper: no limitation while the relation lasts (劳动争议调解仲裁法 27(4)). */
  isRemuneration: boolean;
};

const head = (
  name: string,
  type: HeadClass,
  under: string,
  overAge: OverAgeGroup,
  isRemuneration = false,
): HeadRow => ({ name, class: type, under, overAge, isRemuneration });

export const heads = {
  wages: head('劳动报酬', 'pay', '劳动报酬', 'pay', true),
  overtime: head('加班工资', 'pay', '劳动报酬', 'pay', true),
  'maternity-pay': head('产假工资', 'pay', '劳动报酬', 'pay', true),
  probation: head('试用期工资差额', 'pay', '劳动报酬', 'pay', true),
  deduction: head('返还违法扣除的工资', 'pay', '劳动报酬', 'pay', true),
  'annual-leave': head('未休年休假工资', 'pay', '劳动报酬', 'rest'),
  'economic-compensation': head('经济补偿', 'pay', '经济补偿', 'other'),
  'notice-pay': head('代通知金', 'pay', '经济补偿', 'other'),
  'unlawful-dismissal': head('违法解除或者终止赔偿金', 'pay', '赔偿金', 'other'),
  'double-wage': head('未订立书面合同二倍工资的第二倍', 'pay', '赔偿金', 'other'),
  'probation-damages': head('违法约定试用期赔偿金', 'pay', '赔偿金', 'other'),
  'additional-compensation': head('加付赔偿金', 'pay', '赔偿金', 'pay'),
  'injury-medical': head('工伤医疗费', 'pay', '工伤医疗费', 'injury'),
  'injury-benefits': head('工伤保险待遇', 'neither', '', 'injury'),
  'working-time': head('工作时间、休息休假', 'standard', '', 'rest'),
  'social-insurance': head('社会保险', 'standard', '', 'other'),
  'social-insurance-loss': head('社会保险损失', 'standard', '', 'other'),
  safety: head('劳动安全卫生', 'neither', '', 'safety'),
  'confirm-relation': head('确认劳动关系', 'neither', '', 'other'),
  reinstatement: head('继续履行劳动合同', 'neither', '', 'other'),
  training: head('培训与服务期', 'neither', '', 'other'),
  'non-compete': head('竞业限制', 'neither', '', 'other'),
  deposit: head('返还押金', 'neither', '', 'other'),
  certificate: head('离职证明与档案', 'neither', '', 'other'),
  other: head('其他请求', 'neither', '', 'other'),
} as const satisfies Record<string, HeadRow>;

export type Head = keyof typeof heads;

export const headIds = Object.keys(heads) as readonly Head[];

/** 拖欠劳动报酬、工伤医疗费、经济补偿或者赔偿金: with an unperformed agreement the worker may ask for a payment order (劳动争议调解仲裁法 16). */
export const allowsPaymentOrder = (id: Head): boolean => heads[id].class === 'pay';
