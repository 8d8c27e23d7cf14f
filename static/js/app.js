// The script of every page: small behaviours at once, larger ones when the page contains their element.
// Pages work without any of it; the server's markup is the API (static/README.md).
import { install as fragments } from './lib/fragment.js';
import { install as keys } from './lib/keys.js';
import { install as menus } from './lib/menu.js';
import { install as own } from './lib/own.js';
import { ConfirmButton } from './elements/confirm-button.js';
import { CopyLink } from './elements/copy-link.js';
import { LiveStream } from './elements/live-stream.js';
import { LocalTime } from './elements/local-time.js';
import { PostSeen } from './elements/post-seen.js';
import { ShowPassword } from './elements/show-password.js';
import { TextGrow } from './elements/text-grow.js';
import { ThemeSwitch } from './elements/theme-switch.js';
import { UndoToast } from './elements/undo-toast.js';

const eager = {
  'confirm-button': ConfirmButton,
  'copy-link': CopyLink,
  'live-stream': LiveStream,
  'local-time': LocalTime,
  'post-seen': PostSeen,
  'show-password': ShowPassword,
  'text-grow': TextGrow,
  'theme-switch': ThemeSwitch,
  'undo-toast': UndoToast,
};
const lazy = {
  'audience-line': () => import('./elements/audience-line.js'),
  'avatar-crop': () => import('./elements/avatar-crop.js'),
  'choice-picture': () => import('./elements/choice-picture.js'),
  'draw-again': () => import('./elements/draw-again.js'),
  'draft-keeper': () => import('./elements/draft-keeper.js'),
  'command-palette': () => import('./elements/command-palette.js'),
  'emoji-picker': () => import('./elements/emoji-picker.js'),
  'file-drop': () => import('./elements/file-drop.js'),
  'live-results': () => import('./elements/live-results.js'),
  'mention-box': () => import('./elements/mention-box.js'),
  'photo-gallery': () => import('./elements/photo-gallery.js'),
  'plan-board': () => import('./elements/plan-board.js'),
  'rich-text': () => import('./elements/rich-text.js'),
  'several-groups': () => import('./elements/several-groups.js'),
  'search-box': () => import('./elements/search-box.js'),
  'text-tools': () => import('./elements/text-tools.js'),
};

fragments();
keys();
menus();
own();
for (const [name, element] of Object.entries(eager)) customElements.define(name, element);

async function wake() {
  for (const [name, load] of Object.entries(lazy)) {
    if (!customElements.get(name) && document.querySelector(name)) {
      const { default: element } = await load();
      if (!customElements.get(name)) customElements.define(name, element);
    }
  }
}
wake();
document.addEventListener('parvis:content', wake);
document.querySelector('.errsum')?.focus();
