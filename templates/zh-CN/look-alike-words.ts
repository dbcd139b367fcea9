/** What is said of look-alikes of other districts, which are only counted. */
export const lookAlikeWords = { elsewhere: '其他县区有 {n} 件' } as const;
