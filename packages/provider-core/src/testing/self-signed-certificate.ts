import { generateKeyPairSync, sign } from 'node:crypto';
import * as tls from 'node:tls';
import { onTestFinished } from 'vitest';

/** A key and the certificate of 127.0.0.1 that it signed itself, both as PEM. */
export interface KeyAndCertificate {
  readonly key: string;
  readonly cert: string;
}

/** Whether this runtime can be told at run time whom to trust: Node 22.19, 24.5 and later. */
export const CAN_TRUST_CERTIFICATES = 'setDefaultCACertificates' in tls;

/** Makes a certificate that is valid today, and lets this process trust it until the test is over. */
export function trustedCertificate(): KeyAndCertificate {
  const made = selfSignedCertificate();
  const before = tls.getCACertificates('default');
  tls.setDefaultCACertificates([...before, made.cert]);
  onTestFinished(() => { tls.setDefaultCACertificates(before); });
  return made;
}

const ECDSA_WITH_SHA256 = der(0x30, oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
const DAY_MS = 24 * 3600 * 1000;

/** Writes an X.509 certificate (RFC 5280, 4.1) by hand: neither Node nor this package has anything that could. */
export function selfSignedCertificate(): KeyAndCertificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = der(0x30, der(0x31, der(0x30, oid(0x55, 0x04, 0x03), der(0x0c, Buffer.from('127.0.0.1')))));
  const alternativeName = der(0x30, oid(0x55, 0x1d, 0x11), der(0x04, der(0x30, der(0x87, Buffer.from([127, 0, 0, 1])))));
  const basicConstraints = der(0x30, oid(0x55, 0x1d, 0x13), der(0x04, der(0x30, der(0x01, Buffer.from([0xff])))));
  const toBeSigned = der(
    0x30,
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    ECDSA_WITH_SHA256,
    name,
    der(0x30, time(Date.now() - DAY_MS), time(Date.now() + DAY_MS)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(0x30, basicConstraints, alternativeName)),
  );
  const signature = der(0x03, Buffer.from([0]), sign('sha256', toBeSigned, privateKey));
  const lines = der(0x30, toBeSigned, ECDSA_WITH_SHA256, signature).toString('base64').match(/.{1,64}/gu) ?? [];
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n'),
  };
}

/** One element of DER: tag, length, content. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function oid(...bytes: readonly number[]): Buffer {
  return der(0x06, Buffer.from(bytes));
}

function time(milliseconds: number): Buffer {
  return der(0x17, Buffer.from(`${new Date(milliseconds).toISOString().slice(2, 19).replace(/[-:T]/gu, '')}Z`));
}
