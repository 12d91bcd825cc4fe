/** The policy profile. */
export default {
  policy: {
    purpose: 'What for',
  },
}
