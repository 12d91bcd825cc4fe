/** Changes the security administrator asks for; all others are the system administrator's. */
const ofSecurity = new Set(['POST_GRANT', 'POST_REVOKE', 'PASSWORD_RESET', 'ACCOUNT_UNLOCK', 'FACTOR_RESET'])

export const isOfSecurity = (kind: string): boolean => ofSecurity.has(kind)
