/** One type scale, calm colours whose texts pass AA on white. */
import type { ThemeConfig } from 'antd';

export const theme: ThemeConfig = {
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
  },
  components: { Table: { cellPaddingBlockSM: 6 }, Form: { itemMarginBottom: 16 } },
};
