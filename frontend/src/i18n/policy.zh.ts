/** 制度配置。 */
export default {
  policy: {
    purpose: '办理事由',
  },
}
