import { describe, expect, it } from '@jest/globals';
import { userAgentInWords } from '../../../../web/src/features/account/user-agent-words.js';

const APPLE = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)';

describe('a browser in words', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:131.0) Gecko/20100101 Firefox/131.0',
      'Firefox 131 on Windows',
    ],
    [
      `Mozilla/5.0 (X11; Linux x86_64) ${WEBKIT} HeadlessChrome/147.0.7727.0 Safari/537.36`,
      'Chrome 147 on Linux',
    ],
    [
      `Mozilla/5.0 (Windows NT 10.0) ${WEBKIT} Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0`,
      'Edge 130 on Windows',
    ],
    [
      `Mozilla/5.0 (Windows NT 10.0) ${WEBKIT} Chrome/128.0 Safari/537.36 OPR/114.0`,
      'Opera 114 on Windows',
    ],
    [
      `Mozilla/5.0 (Linux; Android 14) ${WEBKIT} SamsungBrowser/26.0 Chrome/122.0 Mobile Safari/537.36`,
      'Samsung Internet 26 on Android',
    ],
    [
      `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${APPLE} Version/18.1 Safari/605.1.15`,
      'Safari 18 on macOS',
    ],
    [
      `Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) ${APPLE} Version/18.1 Mobile/15E148 Safari/604.1`,
      'Safari 18 on iPhone',
    ],
    [
      `Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) ${APPLE} CriOS/130.0 Mobile/15E148 Safari/604.1`,
      'Chrome 130 on iPhone',
    ],
    ['curl/7.88.1', 'curl 7'],
    ['Mozilla/5.0 (X11; Linux x86_64) Something', 'Browser on Linux'],
    ['node', 'node'],
  ])('of %p', (userAgent, words) => {
    expect(userAgentInWords(userAgent)).toBe(words);
  });

  it('is unknown where it says nothing, and shortened where it says much', () => {
    expect(userAgentInWords(null)).toBe('Unknown browser');
    expect(userAgentInWords(' ')).toBe('Unknown browser');
    expect(userAgentInWords('x'.repeat(200))).toHaveLength(61);
  });
});
