//! Hair, and what is worn over it: the part behind the head and the part over the forehead.

use std::f32::consts::TAU;

use super::canvas::{Canvas, Fill};
use super::face::{Face, TOPS};
use super::noise::{Rgb, Rng, hex, lit, mix};

/// The colours of hair.
pub(super) const HAIR: [Rgb; 10] = [
    hex(0x1f_1a1a),
    hex(0x33_251f),
    hex(0x55_3826),
    hex(0x7a_4e2d),
    hex(0xa8_7440),
    hex(0xd6_ac66),
    hex(0xa5_4a2a),
    hex(0x84_8284),
    hex(0xc9_c7c4),
    hex(0xec_e9e2),
];

/// Hair that falls behind the head.
pub(super) fn behind(canvas: &mut Canvas, f: &Face, rng: &mut Rng) {
    let s = f.s;
    let dark = lit(f.hair, 0.78);
    match f.style {
        // Long, over the shoulders.
        4 | 5 => canvas.blob(
            &[
                (s * 0.27, s * 0.2),
                (s * 0.5, s * 0.08),
                (s * 0.73, s * 0.2),
                (s * 0.77, s * 0.55),
                (s * 0.76, s * 0.84),
                (s * 0.5, s * 0.78),
                (s * 0.24, s * 0.84),
                (s * 0.23, s * 0.55),
            ],
            dark,
        ),
        // To the chin.
        3 => canvas.blob(
            &[
                (s * 0.28, s * 0.2),
                (s * 0.5, s * 0.1),
                (s * 0.72, s * 0.2),
                (s * 0.75, s * 0.5),
                (s * 0.7, s * 0.68),
                (s * 0.5, s * 0.66),
                (s * 0.3, s * 0.68),
                (s * 0.25, s * 0.5),
            ],
            dark,
        ),
        // A bun.
        6 => canvas.circle(s * 0.5, s * 0.13, s * 0.085, dark),
        // Round and full.
        7 => {
            for _ in 0..60 {
                let (a, r) = (rng.between(0.0, TAU), rng.between(0.12, 0.25));
                let (x, y) = (s * (0.5 + a.cos() * r), s * (0.37 + a.sin() * r * 0.96));
                canvas.circle(x, y, s * 0.065, mix(dark, f.hair, rng.unit()));
            }
        }
        // Curls to the neck.
        8 => {
            for i in 0..44_u8 {
                let a = 3.0 + f32::from(i) / 44.0 * TAU;
                let (x, y) = (s * (0.5 + a.cos() * 0.2), s * (0.43 + a.sin() * 0.21));
                canvas.circle(x, y, s * rng.between(0.05, 0.07), lit(f.hair, rng.between(0.72, 0.95)));
            }
        }
        _ => {}
    }
}

/// Hair over the forehead.
pub(super) fn front(canvas: &mut Canvas, f: &Face, rng: &mut Rng) {
    let (s, x) = (f.s, f.s * 0.5);
    let (w, top) = (s * f.wide, s * (0.44 - f.tall));
    let fill = |c: Rgb| Fill::Down(lit(c, 1.18), lit(c, 0.92), top - s * 0.06, top + s * 0.2);
    let (l, r) = (x - w, x + w);
    match f.style {
        // Short, parted.
        0 | 1 => {
            let part = if f.style == 0 { 1.0 } else { -1.0 };
            canvas.blob(
                &[
                    (x - part * w * 1.12, top + s * 0.2),
                    (x - part * w * 1.25, top + s * 0.02),
                    (x - part * w * 0.5, top - s * 0.07),
                    (x + part * w * 0.8, top - s * 0.06),
                    (x + part * w * 1.28, top + s * 0.06),
                    (x + part * w * 1.1, top + s * 0.2),
                    (x + part * w * 0.95, top + s * 0.09),
                    (x + part * w * 0.3, top + s * 0.05),
                    (x - part * w * 0.7, top + s * 0.1),
                ],
                fill(f.hair),
            );
        }
        // Very short.
        2 => canvas.blob(
            &[
                (l - s * 0.005, top + s * 0.17),
                (l - s * 0.015, top + s * 0.02),
                (x - w * 0.4, top - s * 0.04),
                (x + w * 0.4, top - s * 0.04),
                (r + s * 0.015, top + s * 0.02),
                (r + s * 0.005, top + s * 0.17),
                (x + w * 0.75, top + s * 0.055),
                (x - w * 0.75, top + s * 0.055),
            ],
            fill(lit(f.hair, 1.05)),
        ),
        // A fringe.
        3 | 5 => canvas.blob(
            &[
                (l - s * 0.03, top + s * 0.24),
                (l - s * 0.045, top + s * 0.0),
                (x - w * 0.5, top - s * 0.085),
                (x + w * 0.5, top - s * 0.085),
                (r + s * 0.045, top + s * 0.0),
                (r + s * 0.03, top + s * 0.24),
                (r - s * 0.02, top + s * 0.1),
                (x + w * 0.4, top + s * 0.15),
                (x - w * 0.4, top + s * 0.15),
                (l + s * 0.02, top + s * 0.1),
            ],
            fill(f.hair),
        ),
        // Parted in the middle.
        4 | 6 => {
            for side in [-1.0, 1.0] {
                canvas.blob(
                    &[
                        (x + side * w * 0.02, top - s * 0.05),
                        (x - side * w * 0.1, top + s * 0.0),
                        (x + side * w * 0.45, top + s * 0.1),
                        (x + side * w * 1.02, top + s * 0.16),
                        (x + side * w * 1.12, top + s * 0.3),
                        (x + side * w * 1.3, top + s * 0.1),
                        (x + side * w * 0.95, top - s * 0.06),
                    ],
                    fill(f.hair),
                );
            }
        }
        // Curls.
        7 | 8 => {
            for i in 0..26_u8 {
                let t = f32::from(i) / 25.0;
                let a = 3.35 + t * 2.72;
                let (cx, cy) = (x + a.cos() * w * 1.06, s * 0.4 + a.sin() * s * (f.tall - 0.005));
                canvas.circle(cx, cy, s * rng.between(0.036, 0.052), lit(f.hair, rng.between(0.85, 1.2)));
            }
        }
        // Bald, with some at the sides.
        9 => {
            for side in [-1.0, 1.0] {
                canvas.blob(
                    &[
                        (x + side * w * 0.86, top + s * 0.1),
                        (x + side * w * 1.16, top + s * 0.12),
                        (x + side * w * 1.2, top + s * 0.24),
                        (x + side * w * 1.0, top + s * 0.3),
                        (x + side * w * 0.98, top + s * 0.2),
                    ],
                    f.hair,
                );
            }
            canvas.glow(x - w * 0.25, top + s * 0.05, s * 0.09, [1.0; 3], 0.3);
        }
        // A headscarf.
        _ => {
            let cloth = rng.pick(&TOPS, hex(0x2e_5d7b));
            canvas.blob(
                &[
                    (l - s * 0.04, top + s * 0.3),
                    (l - s * 0.07, top + s * 0.02),
                    (x - w * 0.4, top - s * 0.11),
                    (x + w * 0.4, top - s * 0.11),
                    (r + s * 0.07, top + s * 0.02),
                    (r + s * 0.04, top + s * 0.3),
                    (r - s * 0.01, top + s * 0.13),
                    (x + w * 0.3, top + s * 0.03),
                    (x - w * 0.3, top + s * 0.03),
                    (l + s * 0.01, top + s * 0.13),
                ],
                fill(cloth),
            );
            for side in [-1.0, 1.0] {
                canvas.blob(
                    &[
                        (x + side * w * 0.98, top + s * 0.1),
                        (x + side * w * 1.3, top + s * 0.14),
                        (x + side * w * 1.32, top + s * 0.4),
                        (x + side * w * 0.9, top + s * 0.58),
                        (x + side * w * 0.1, top + s * 0.6),
                        (x + side * w * 0.2, top + s * 0.5),
                        (x + side * w * 0.82, top + s * 0.4),
                    ],
                    lit(cloth, 0.92),
                );
            }
        }
    }
}
