/** Whether there is more to what was copied than its words. Text of code editors is plain, whatever its colours. */
export function isFormatted(html) {
  if (/^[^>]*(<(html|body|meta)[^>]*>|\s|<!--.*?-->)*<\w+[^>]*white-space:\s*pre/i.test(html)) return false;
  return /<(b|strong|i|em|a|ul|ol|h[1-6]|table|blockquote|pre|code|s|del)\b|font-weight:\s*(bold|[6-9]00)|font-style:\s*italic|mso-list/i.test(html);
}
