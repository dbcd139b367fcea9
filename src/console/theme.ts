/** One type scale, calm colours whose texts pass AA on white. */
import type { ThemeConfig } from 'antd';

/** 大字版: type and targets for whoever reads with difficulty. */
const large = { fontSize: 18, controlHeight: 44, controlHeightSM: 40 };

export const themeOf = (isLarge: boolean): ThemeConfig => ({
  token: {
    colorPrimary: '#1f4e79',
    colorLink: '#1a4f8b',
    colorError: '#a8071a',
    colorWarning: '#874d00',
    colorSuccess: '#135200',
    colorTextSecondary: '#595959',
    colorTextTertiary: '#595959',
    colorTextDescription: '#595959',
    colorTextPlaceholder: '#6b6b6b',
    borderRadius: 4,
    fontSize: 14,
    fontFamily: '"Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif',
    ...(isLarge ? large : {}),
  },
  components: { Table: { cellPaddingBlockSM: 6 }, Form: { itemMarginBottom: 16 } },
});
