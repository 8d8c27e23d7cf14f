// Small on purpose: mistakes only, style is nobody's quarrel. The 150-line rule keeps one behaviour a file.
import js from '@eslint/js';

const names = (list) => Object.fromEntries(list.split(' ').map((n) => [n, 'readonly']));
const browser = names(
  'AbortController Blob CSS CustomEvent DOMParser Event FormData HTMLElement HTMLFormElement Headers HTMLInputElement HTMLTextAreaElement NodeFilter ' +
    'Image IntersectionObserver Intl Node Request Response TextEncoder URL URLSearchParams WebSocket XMLHttpRequest XMLSerializer addEventListener clearInterval ' +
    'clearTimeout console customElements document fetch history innerHeight innerWidth location matchMedia navigator ' +
    'btoa performance queueMicrotask requestAnimationFrame removeEventListener scrollTo scrollY setInterval setTimeout trustedTypes window',
);

export default [
  { ignores: ['static/dist/**', 'static/.dist-next/**'] },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-unused-vars': ['error', { caughtErrors: 'none' }],
      'no-implied-eval': 'error',
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: 'Use lib/html.js: only answers of our own server become HTML.' },
        { property: 'outerHTML', message: 'Use lib/html.js.' },
        { property: 'insertAdjacentHTML', message: 'Use lib/html.js.' },
      ],
    },
  },
  { files: ['static/js/**/*.js'], languageOptions: { globals: browser }, rules: { 'max-lines': ['error', 150] } },
  { files: ['**/*.mjs'], languageOptions: { globals: names('AbortSignal Buffer ClipboardEvent DataTransfer FormData URL URLSearchParams console document fetch navigator process setTimeout') } },
  { files: ['tests/browser/**'], languageOptions: { globals: names('Buffer ClipboardEvent DOMParser DataTransfer Event File Image MediaRecorder URL console document performance process requestAnimationFrame window') } },
  { files: ['static/test/**'], rules: { 'no-restricted-properties': 'off' } },
];
