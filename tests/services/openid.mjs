/**
 * An OpenID Connect provider on loopback: `oidc-provider`, certified by the OpenID Foundation, with one client and
 * accounts that need no password. Reads its settings as JSON from the environment variable PROVIDER.
 */
import { createRequire } from 'node:module'
import { generateKeyPairSync } from 'node:crypto'

const { port, frontend, client, redirect, algorithm } = JSON.parse(process.env.PROVIDER)
const { Provider } = await import(createRequire(`${frontend}/`).resolve('oidc-provider'))

const jwk = (kind, options, extra) => ({
  ...generateKeyPairSync(kind, options).privateKey.export({ format: 'jwk' }), use: 'sig', ...extra,
})

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{
    client_id: client.id, client_secret: client.secret, redirect_uris: [redirect],
    id_token_signed_response_alg: algorithm,
    token_endpoint_auth_method: client.secret ? 'client_secret_basic' : 'none',
  }],
  jwks: { keys: [
    jwk('rsa', { modulusLength: 2048 }, { alg: 'RS256', kid: 'rsa' }),
    jwk('ec', { namedCurve: 'P-256' }, { alg: 'ES256', kid: 'ec' }),
  ] },
  claims: { openid: ['sub'], profile: ['preferred_username', 'name'] },
  enabledJWA: { idTokenSigningAlgValues: ['RS256', 'ES256'] },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, preferred_username: id, name: id }) }),
  pkce: { required: () => true },
  cookies: { keys: ['only for tests'] },
})

provider.listen(port, '127.0.0.1', () => console.log('listening'))
