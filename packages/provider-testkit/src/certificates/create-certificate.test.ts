import { X509Certificate } from 'node:crypto';
import { connect } from 'node:tls';
import { expect, it, onTestFinished } from 'vitest';
import { answer, createCertificate, startFaultServer, type CertificateOptions } from '../index.ts';

async function handshake(options: CertificateOptions): Promise<string> {
  const certificate = createCertificate(options);
  const server = await startFaultServer({ certificate, respond: () => [answer(200)] });
  onTestFinished(() => server.close());
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port: server.port, ca: [certificate.cert] }, () => {
      resolve('accepted');
      socket.end();
    });
    socket.once('error', (error) => { resolve(String(Reflect.get(error, 'code'))); });
  });
}

it('is accepted by who trusts it', async () => {
  expect(await handshake({})).toBe('accepted');
});

it('is refused when it has expired', async () => {
  expect(await handshake({ notBefore: new Date('2020-01-01'), notAfter: new Date('2020-01-02') })).toBe('CERT_HAS_EXPIRED');
});

it('is refused when it is for another address', async () => {
  expect(await handshake({ address: '127.0.0.2' })).toBe('ERR_TLS_CERT_ALTNAME_INVALID');
});

it('names the address it is for', () => {
  expect(new X509Certificate(createCertificate({ address: '10.0.0.1' }).cert).checkIP('10.0.0.1')).toBe('10.0.0.1');
});
