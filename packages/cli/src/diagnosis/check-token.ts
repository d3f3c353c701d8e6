import { Credential, propertyOf, readErrorBody, statusError, type HttpResponse } from '@hypotez/provider-core';
import { isHuggingFaceSpace } from '@hypotez/provider-gradio';
import { ask, type Examination } from './examination.ts';
import { brokenBy, isFindable, type Finding } from './finding.ts';

const HUB = 'https://huggingface.co';
const MAXIMUM_ANSWER_BYTES = 256 * 1024;
const NEW_TOKEN = 'Make a new one at https://huggingface.co/settings/tokens.';

/**
 * Looks whether the token is valid, as far as it shows.
 *
 * A token for a Space of Hugging Face is shown to the Hub that issued it, any other one to its service only. `notice` says
 * why a token that there is would not be sent.
 */
export async function checkToken(examination: Examination, notice: string | undefined): Promise<Finding> {
  const { token, url } = examination;
  if (notice !== undefined) return { check: 'token', status: 'note', message: notice };
  if (token === undefined) {
    if (!isHuggingFaceSpace(url)) return { check: 'token', status: 'skipped', message: 'there is none' };
    return { check: 'token', status: 'skipped', message: 'there is none; the quota is that of this address', advice: 'With HF_TOKEN it is that of an account.' };
  }
  try {
    return isHuggingFaceSpace(url) ? await askHub(examination, token) : await askService(examination, token);
  } catch (thrown) {
    if (!isFindable(thrown)) throw thrown;
    // What cannot be asked says nothing about the token, but for one that no header can hold.
    if (thrown.code === 'invalid_configuration') return brokenBy('token', thrown, NEW_TOKEN);
    return { check: 'token', status: 'note', message: `whether it is valid does not show: ${thrown.message}` };
  }
}

async function askHub(examination: Examination, token: string): Promise<Finding> {
  const credential = new Credential({ origin: HUB, header: 'authorization', value: `Bearer ${token}` });
  const response = await ask(examination, { url: `${HUB}/api/whoami-v2`, credential });
  if (!response.ok) return refusal(response);
  const isPro = propertyOf(await response.json(MAXIMUM_ANSWER_BYTES), 'isPro');
  return { check: 'token', status: 'ok', message: `valid${isPro === true ? ', of a PRO account' : isPro === false ? ', of a free account' : ''}` };
}

/** A service that answers without a token shows nothing about it; one that refuses it does. */
async function askService(examination: Examination, token: string): Promise<Finding> {
  const { url } = examination;
  const page = `${url.replace(/\/+$/u, '')}/config`;
  const credential = new Credential({ origin: url, header: 'authorization', value: `Bearer ${token}` });
  const withToken = await ask(examination, { url: page, credential });
  if (!withToken.ok) return refusal(withToken);
  withToken.cancel();
  const without = await ask(examination, { url: page });
  without.cancel();
  if (without.ok) return { check: 'token', status: 'note', message: 'the service answers without one, so whether it is valid does not show' };
  return { check: 'token', status: 'ok', message: 'accepted; without it the service does not answer' };
}

async function refusal(response: HttpResponse): Promise<Finding> {
  const error = statusError(response, await readErrorBody(response), { now: Date.now() });
  // A private Space hides behind a 404 from whoever shows the wrong token.
  if (![401, 403, 404].includes(response.status)) return { check: 'token', status: 'note', message: `whether it is valid does not show: ${error.message}` };
  return { check: 'token', status: 'broken', message: `The token is refused (HTTP ${response.status}).`, code: 'authentication', advice: `Check HF_TOKEN or --token. ${NEW_TOKEN}` };
}
