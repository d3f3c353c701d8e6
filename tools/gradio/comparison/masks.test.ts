import { describe, expect, it } from 'vitest';
import { Masks } from './masks.ts';

const A = 'a'.repeat(32);
const B = 'b'.repeat(32);
const HASH = '0123456789abcdef'.repeat(4);

function mask(text: string): string {
  return new Masks('http://127.0.0.1:45678').apply(text);
}

describe('Masks', () => {
  it('gives an id the same name wherever it is, and another id another name', () => {
    expect(mask(`${A} ${B} ${A}`)).toBe('{id 1} {id 2} {id 1}');
  });

  it('names sessions in their order', () => {
    expect(mask('session-1902 session-1901 session-1902')).toBe('{session 1} {session 2} {session 1}');
  });

  it('keeps how much of the port an address lacks', () => {
    expect(mask('http://127.0.0.1:45678/ http://127.0.0.1:456/')).toBe('http://{host}/ http://{host without 2 characters}/');
  });

  it('keeps other addresses', () => {
    expect(mask('http://127.0.0.1:9/ https://space.example/')).toBe('http://127.0.0.1:9/ https://space.example/');
  });

  it('takes out the folder of a file and keeps its name', () => {
    expect(mask(`"/tmp/gradio-x1/${HASH}/image.png"`)).toBe('"{folder}/{hash}/image.png"');
  });

  it('takes out times that were measured, not that there are none', () => {
    expect(mask('"rank_eta":0.25,"eta":null')).toBe('"rank_eta": {seconds},"eta":null');
    expect(mask('"is_generating":false,"duration":0.1,"average_duration":2e-05')).toBe('"is_generating":false,"duration":{seconds},"average_duration":{seconds}');
  });

  it('keeps how long a message is shown', () => {
    expect(mask('"duration":10.0,"visible":true')).toBe('"duration":10.0,"visible":true');
  });

  it('takes out how far a job was, and keeps of how many steps', () => {
    expect(mask('"index":3,"length":10')).toBe('"index": {index},"length":10');
  });

  it('keeps the error behind a traceback', () => {
    expect(mask('Traceback (most recent call last):\n  File "a.py", line 1\n    call()\nKeyError: 7\n')).toBe('{traceback}\nKeyError: 7\n');
  });
});
