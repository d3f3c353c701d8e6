import { describe, expect, it } from 'vitest';
import { serverMessage } from './server-message.ts';

describe('serverMessage', () => {
  it.each([
    ['{"detail":"Not found"}', 'Not found'],
    ['{"error":"No GPU"}', 'No GPU'],
    ['{"error":{"message":"Invalid key","code":401}}', 'Invalid key'],
    ['{"message":"m"}', 'm'],
    ['{"message":"m","loc":["body"]}', 'm'],
    ['{"msg":"m"}', 'm'],
    ['{"msg":"m","loc":["body",{"input":"CANARY"},0]}', 'body.0: m'],
    ['{"errors":[{"code":1},"b"]}', 'b'],
    ['5', ''],
    ['true', ''],
    ['Failed: {"code":1', 'Failed: {"code":1'],
    ['{"inp', ''],
    ['{  "inp', ''],
    [' [  {"inp', ''],
    ['[["inp', ''],
    ['{"errors":["a","b"]}', 'a; b'],
    ['{"errors":[{"message":"a"},{"message":"b"}]}', 'a; b'],
    ['"a text"', 'a text'],
    ['{"error":null,"message":"m"}', 'm'],
    ['{"unknown":"shape"}', ''],
    ['{"message":{"toString":null}}', ''],
    ['null', ''],
    ['', ''],
    ['plain words', 'plain words'],
    ['[error] no GPU', '[error] no GPU'],
    ['<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>secret body</body></html>', 'a web page titled "Just a moment..."'],
    ['<html><body><h1>502 Bad Gateway</h1></body></html>', 'a web page titled "502 Bad Gateway"'],
    ['<title>', '<title>'],
    ['<html><title> Busy \n</title>', 'a web page titled "Busy"'],
    ['<html><body>nothing</body></html>', 'a web page'],
  ])('takes out of %s the words %j', (body, words) => {
    expect(serverMessage(body)).toBe(words);
  });

  it('takes message and place of a validation error, and never the input', () => {
    const body = JSON.stringify({ detail: [{ type: 'int_parsing', loc: ['body', 'data', 0], msg: 'Input should be a valid integer', input: 'CANARY prompt' }] });
    expect(serverMessage(body)).toBe('body.data.0: Input should be a valid integer');
  });

  it('does not repeat the input of a validation error that was cut off', () => {
    const body = JSON.stringify({ detail: [{ loc: ['body', 'prompt'], input: 'CANARY '.repeat(50), msg: 'too long' }] });
    for (let length = 1; length < body.length; length += 1) expect(serverMessage(body.slice(0, length))).not.toContain('CANARY');
  });

  it('shortens, cleans and redacts', () => {
    expect(serverMessage('x'.repeat(5000))).toHaveLength(300);
    expect(serverMessage('{"error":"\\u001b[31mred\\nline \\u202e"}')).toBe('red line');
    expect(serverMessage('{"error":"wrong token hf_abcdefghijklmnop"}')).toBe('wrong token [redacted]');
    expect(serverMessage('{"error":"Incorrect API key: sk-abcdefghijklmnop"}')).not.toContain('sk-abc');
  });

  it('is done with a page of broken tags before anybody notices', () => {
    expect(serverMessage(`<html>${'<title'.repeat(170_000)}`)).toBe('a web page');
  });

  it('is done with lists and depths without an end', () => {
    expect(serverMessage(JSON.stringify({ errors: Array.from({ length: 1000 }, (_none, index) => `e${index.toString()}`) }))).toBe('e0; e1; e2; e3; e4');
    const deep = (depth: number, opening: string, closing: string): string => serverMessage(`${opening.repeat(depth)}"deep"${closing.repeat(depth)}`);
    expect([5, 6, 50].map((depth) => deep(depth, '{"error":', '}'))).toEqual(['deep', '', '']);
    expect([5, 6, 50].map((depth) => deep(depth, '[', ']'))).toEqual(['deep', '', '']);
  });
});
