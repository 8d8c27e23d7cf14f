//! The market: stalls, heaps of fruit, people between them.

use super::canvas::Fill;
use super::nature::{DAY, GOLDEN, Painter, SOFT};
use super::noise::{hex, lit};
use super::things::CLOTHES;

pub(super) fn market(p: &mut Painter) {
    let (w, h) = (p.canvas.w, p.canvas.h);
    p.hour(&[DAY, SOFT, GOLDEN]);
    p.sun.1 = h * 0.12;
    p.sky(h * 0.6);
    let mut x = -w * 0.02;
    while x < w {
        let (wide, tall) = (w * p.rng.between(0.11, 0.17), h * p.rng.between(0.3, 0.42));
        p.house(x, h * 0.62, wide, tall, 0.25);
        x += wide;
    }
    let (near, far) = (p.tone(hex(0xb8_aa98)), p.tone(hex(0xd6_cbbb)));
    p.ground(|_| 0.61, near, far, 51);
    for i in 0..5_u8 {
        p.stall(w * (0.02 + 0.2 * f32::from(i)), h * 0.69, h * 0.24);
    }
    let mut crowd: Vec<f32> = (0..7).map(|_| p.rng.unit()).collect();
    crowd.sort_by(f32::total_cmp);
    for (i, v) in crowd.into_iter().enumerate() {
        let x = w * ((i as f32 * 0.618 + 0.21) % 1.0);
        p.person(x, h * (0.73 + 0.06 * v), h * (0.2 + 0.03 * v));
    }
    for (x, size) in [(-0.05, 0.42), (0.66, 0.46)] {
        let dx = p.rng.between(-0.03, 0.03);
        p.stall(w * (x + dx), h * 0.98, h * size);
    }
    for x in [0.42, 0.55] {
        let dx = p.rng.between(-0.03, 0.03);
        p.person(w * (x + dx), h * 0.95, h * 0.4);
    }
}

impl Painter {
    /// A market stall with a striped roof, its ground at `y`.
    pub(super) fn stall(&mut self, x: f32, y: f32, s: f32) {
        let colour = self.rng.pick(&CLOTHES, hex(0xc8_4b3a));
        let (cloth, white) = (self.tone(colour), self.tone(hex(0xfb_f5e9)));
        let wood = self.tone(hex(0x83_5f42));
        self.canvas.shadow(x + s * 0.5, y, s * 0.62, s * 0.045, 0.3);
        self.canvas.rect(
            x,
            y - s * 0.92,
            s,
            s * 0.6,
            Fill::Down(
                lit(self.tone(hex(0x40_3a3c)), 1.0),
                self.tone(hex(0x75_6658)),
                y - s * 0.9,
                y - s * 0.3,
            ),
        );
        for post in [0.02, 0.955] {
            self.canvas.rect(x + s * post, y - s * 0.95, s * 0.025, s * 0.95, lit(wood, 0.8));
        }
        let seller = x + s * self.rng.between(0.3, 0.7);
        self.person(seller, y - s * 0.02, s * 0.72);
        self.canvas.rect(
            x - s * 0.03,
            y - s * 0.33,
            s * 1.06,
            s * 0.33,
            Fill::Down(lit(wood, 1.1), lit(wood, 0.7), y - s * 0.33, y),
        );
        for plank in 1..4_u8 {
            let py = y - s * 0.33 + s * 0.082 * f32::from(plank);
            self.canvas.line(&[(x - s * 0.03, py), (x + s * 1.03, py)], s * 0.006, lit(wood, 0.6));
        }
        self.crates(x, y - s * 0.33, s);
        for stripe in 0..8_u8 {
            let (a, b) = (f32::from(stripe) / 8.0, f32::from(stripe + 1) / 8.0);
            let out = |t: f32| x + s * (-0.08 + 1.16 * t);
            let paint = if stripe % 2 == 0 { cloth } else { white };
            let (top, edge) = (y - s * 1.2, y - s * 0.9);
            self.canvas.poly(
                &[(x + s * a, top), (x + s * b, top), (out(b), edge), (out(a), edge)],
                Fill::Down(lit(paint, 1.06), lit(paint, 0.88), top, edge),
            );
            let middle = f32::midpoint(out(a), out(b));
            self.canvas.blob(
                &[
                    (out(a), edge - s * 0.03),
                    (out(b), edge - s * 0.03),
                    (out(b), edge + s * 0.03),
                    (middle, edge + s * 0.13),
                    (out(a), edge + s * 0.03),
                ],
                lit(paint, 0.84),
            );
        }
    }

    /// Fruit and vegetables in heaps on a counter.
    fn crates(&mut self, x: f32, y: f32, s: f32) {
        let fruit = [
            hex(0xd9_4b36),
            hex(0xec_a233),
            hex(0x86_a83e),
            hex(0xf0_cf4f),
            hex(0x84_3f5c),
            hex(0xe3_7442),
            hex(0x4f_8a4a),
        ];
        for heap in 0..4_u8 {
            let base = self.rng.pick(&fruit, hex(0xd9_4b36));
            let base = self.tone(base);
            let left = x + s * (0.02 + 0.25 * f32::from(heap));
            for row in 0..3_u8 {
                for i in 0..(6 - row) {
                    let cx = left + s * 0.038 * (f32::from(i) + 0.5 + f32::from(row) * 0.5);
                    let (cy, r) = (y - s * 0.018 - s * 0.03 * f32::from(row), s * 0.023);
                    let shade = self.rng.between(0.85, 1.1);
                    self.canvas.circle(cx, cy, r, lit(base, shade));
                    self.canvas.circle(cx - r * 0.3, cy - r * 0.35, r * 0.3, Fill::Flat([1.0; 3], 0.3));
                }
            }
            let edge = self.tone(hex(0xb0_8458));
            self.canvas.rect(left - s * 0.005, y - s * 0.022, s * 0.235, s * 0.045, edge);
        }
    }
}
