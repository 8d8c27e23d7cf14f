// <avatar-crop><input type="file" name="photo" accept="image/*">
//   <canvas class="crop" width="512" height="512" tabindex="0" role="img" aria-label="…how to move it…" hidden></canvas>
//   <label class="field" data-zoom hidden>…<input type="range" min="1" max="4" step="0.05" value="1"></label>
//   <input type="hidden" name="x"><input type="hidden" name="y"><input type="hidden" name="size"></avatar-crop>
// A square of the chosen photo: drag, wheel, slider, or arrows and + −. x and y are fractions of the width and
// height, size of the shorter edge; without script they stay empty and the server crops the centre.
import { Behaviour } from '../lib/behaviour.js';

const clamp = (value, most) => Math.min(Math.max(0, most), Math.max(0, value));

export default class AvatarCrop extends Behaviour {
  start() {
    this.canvas = this.querySelector('canvas');
    this.range = this.querySelector('[type="range"]');
    const file = this.querySelector('[type="file"]');
    this.on(file, 'change', () => this.load(file.files[0]));
    this.on(this.range, 'input', () => this.zoom(Number(this.range.value)));
    this.on(this.canvas, 'pointerdown', (event) => this.canvas.setPointerCapture(event.pointerId));
    this.on(this.canvas, 'pointermove', (event) => {
      if (event.buttons) this.move(-event.movementX, -event.movementY);
    });
    this.on(this.canvas, 'wheel', (event) => {
      event.preventDefault();
      this.zoom(this.scale * (event.deltaY < 0 ? 1.06 : 0.94));
    }, { passive: false });
    this.on(this.canvas, 'keydown', (event) => this.key(event));
  }

  async load(file) {
    this.picture?.close();
    this.picture = null;
    try {
      this.picture = file && (await window.createImageBitmap(file));
    } catch {
      // Not an image this browser can read: the server decides.
    }
    const ready = Boolean(this.picture);
    this.canvas.hidden = !ready;
    this.querySelector('[data-zoom]').hidden = !ready;
    if (!ready) return this.write('', '', '');
    this.scale = 1;
    this.range.value = '1';
    this.side = Math.min(this.picture.width, this.picture.height);
    this.x = (this.picture.width - this.side) / 2;
    this.y = (this.picture.height - this.side) / 2;
    this.draw();
  }

  zoom(scale) {
    if (!this.picture) return;
    const middle = { x: this.x + this.side / 2, y: this.y + this.side / 2 };
    this.scale = Math.min(Number(this.range.max), Math.max(1, scale));
    this.range.value = String(this.scale);
    this.side = Math.min(this.picture.width, this.picture.height) / this.scale;
    this.x = middle.x - this.side / 2;
    this.y = middle.y - this.side / 2;
    this.draw();
  }

  /** Moves by pixels of the screen. */
  move(dx, dy) {
    if (!this.picture) return;
    const ratio = this.side / this.canvas.clientWidth;
    this.x += dx * ratio;
    this.y += dy * ratio;
    this.draw();
  }

  key(event) {
    const step = event.shiftKey ? 24 : 6;
    const [dx, dy] = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key] ?? [];
    if (dx !== undefined) this.move(dx, dy);
    else if (event.key === '+' || event.key === '=') this.zoom(this.scale * 1.1);
    else if (event.key === '-') this.zoom(this.scale / 1.1);
    else return;
    event.preventDefault();
  }

  draw() {
    this.x = clamp(this.x, this.picture.width - this.side);
    this.y = clamp(this.y, this.picture.height - this.side);
    const { width } = this.canvas;
    const pen = this.canvas.getContext('2d');
    pen.clearRect(0, 0, width, width);
    pen.drawImage(this.picture, this.x, this.y, this.side, this.side, 0, 0, width, width);
    const { width: w, height: h } = this.picture;
    this.write(...[this.x / w, this.y / h, this.side / Math.min(w, h)].map((n) => n.toFixed(4)));
  }

  write(x, y, size) {
    for (const [name, value] of Object.entries({ x, y, size })) this.querySelector(`[name="${name}"]`).value = value;
  }

  stop() {
    this.picture?.close();
  }
}
