/** Where disputes happen: a district's well-known spots, and how many of a hundred disputes come from it. */
export const places: readonly { code: string; name: string; share: number; spots: readonly string[] }[] = [
  {
    code: '411303',
    name: '卧龙区',
    share: 22,
    spots: ['七一路', '梅溪路', '车站南路', '蒲山镇', '石桥镇', '武侯街道'],
  },
  {
    code: '411302',
    name: '宛城区',
    share: 17,
    spots: ['新华东路', '仲景街道', '溧河乡', '官庄镇', '红泥湾镇', '东关街道'],
  },
  { code: '411381', name: '邓州市', share: 9, spots: ['穰城路', '构林镇', '湍河街道', '文渠镇'] },
  { code: '411324', name: '镇平县', share: 8, spots: ['石佛寺镇玉器市场', '涅阳街道', '杨营镇', '贾宋镇'] },
  { code: '411328', name: '唐河县', share: 7, spots: ['滨河街道', '源潭镇', '郭滩镇', '桐寨铺镇'] },
  { code: '411322', name: '方城县', share: 6, spots: ['释之街道', '赭阳街道', '拐河镇', '博望镇'] },
  { code: '411329', name: '新野县', share: 6, spots: ['汉城街道', '歪子镇', '五星镇', '沙堰镇'] },
  { code: '411323', name: '西峡县', share: 5, spots: ['白羽街道', '丹水镇', '双龙镇', '五里桥镇'] },
  { code: '411325', name: '内乡县', share: 5, spots: ['城关镇', '湍东镇', '马山口镇', '灌涨镇'] },
  { code: '411326', name: '淅川县', share: 5, spots: ['龙城街道', '荆紫关镇', '九重镇', '厚坡镇'] },
  { code: '411321', name: '南召县', share: 4, spots: ['城关镇', '云阳镇', '皇路店镇', '南河店镇'] },
  { code: '411327', name: '社旗县', share: 3, spots: ['赊店镇', '潘河街道', '李店镇', '饶良镇'] },
  { code: '411330', name: '桐柏县', share: 3, spots: ['城关镇', '淮源镇', '埠江镇', '月河镇'] },
];
