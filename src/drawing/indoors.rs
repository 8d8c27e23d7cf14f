//! The workshop: window, wall of tools, bench.

use super::canvas::Fill;
use super::nature::{DAWN, DAY, GOLDEN, Painter};
use super::noise::{hex, lit, noise};

pub(super) fn workshop(p: &mut Painter) {
    let (w, h) = (p.canvas.w, p.canvas.h);
    p.hour(&[DAY, GOLDEN, DAWN]);
    let wall = p.rng.pick(&[hex(0xcf_bfa6), hex(0xb9_c0b4), hex(0xc9_a98a)], hex(0xcf_bfa6));
    let (wall, seed) = (p.tone(wall), p.seed);
    p.canvas.shade(0.0, h, |x, y| {
        let light = 1.08 - 0.55 * ((x / w - 0.3).powi(2) + (y / h - 0.35).powi(2));
        (lit(wall, light + (noise(x / w * 60.0, y / w * 60.0, seed) - 0.5) * 0.05), 1.0)
    });
    window(p, w * 0.07, h * 0.1, w * 0.36, h * 0.46);
    tools(p, w * 0.52, h * 0.12, w * 0.42, h * 0.36);
    bench(p, h * 0.68);
    let sun = p.light.sun;
    p.canvas.poly(
        &[(w * 0.07, h * 0.56), (w * 0.43, h * 0.56), (w * 0.85, h), (w * 0.33, h)],
        Fill::Flat(sun, 0.13),
    );
    p.canvas.glow(w * 0.25, h * 0.33, h * 0.75, sun, 0.3);
}

/// A window with panes and what is outside.
fn window(p: &mut Painter, x: f32, y: f32, w: f32, h: f32) {
    let [top, middle, low] = p.light.sky;
    p.canvas.rect(x, y, w, h, Fill::Down(middle, low, y, y + h * 0.7));
    p.canvas.rect(x, y, w, h * 0.2, Fill::Flat(top, 0.25));
    let hill = p.far(hex(0x5d_7d58), 0.45);
    p.canvas.blob(
        &[(x, y + h), (x, y + h * 0.72), (x + w * 0.4, y + h * 0.6), (x + w, y + h * 0.75), (x + w, y + h)],
        hill,
    );
    let garden = p.far(hex(0x77_9352), 0.2);
    p.canvas.rect(x, y + h * 0.84, w, h * 0.16, garden);
    for u in [0.16, 0.78] {
        p.tree(x + w * u, y + h * 0.93, h * 0.55, hex(0x5f_8a4a), 0.25);
    }
    let frame = p.tone(hex(0xf0_e9dc));
    let bar = w * 0.022;
    for i in 0..4_u8 {
        let bx = x + w * f32::from(i) / 3.0;
        p.canvas.line(&[(bx, y), (bx, y + h)], bar, frame);
    }
    for v in [0.0, 0.5, 1.0] {
        p.canvas.line(&[(x, y + h * v), (x + w, y + h * v)], bar, frame);
    }
    p.canvas.rect(x - w * 0.05, y + h, w * 1.1, h * 0.05, lit(frame, 0.9));
    // Plants on the sill.
    for u in [0.18, 0.5, 0.84] {
        let (px, base) = (x + w * (u + p.rng.between(-0.04, 0.04)), y + h);
        let leaf = p.rng.pick(&[hex(0x4f_8a4a), hex(0x6f_9a4f), hex(0x3f_7358)], hex(0x4f_8a4a));
        p.blades(px, base - h * 0.08, h * 0.17, 22, leaf);
        let pot = p.tone(hex(0xb8_6a48));
        p.canvas.poly(
            &[
                (px - w * 0.04, base - h * 0.1),
                (px + w * 0.04, base - h * 0.1),
                (px + w * 0.03, base),
                (px - w * 0.03, base),
            ],
            Fill::Down(lit(pot, 1.1), lit(pot, 0.8), base - h * 0.1, base),
        );
    }
}

/// A board on which tools hang.
fn tools(p: &mut Painter, x: f32, y: f32, w: f32, h: f32) {
    let board = p.tone(hex(0xa9_7d54));
    p.canvas.rect(x + w * 0.012, y + h * 0.025, w, h, Fill::Flat([0.1, 0.07, 0.05], 0.25));
    p.canvas.rect(x, y, w, h, Fill::Down(lit(board, 1.1), lit(board, 0.92), y, y + h));
    let (steel, red, wood) = (p.tone(hex(0x78_828c)), p.tone(hex(0xb8_4a38)), p.tone(hex(0x5f_4330)));
    let yellow = p.tone(hex(0xe0_a93b));
    for i in 0..8_u8 {
        let tx = x + w * (0.08 + 0.12 * f32::from(i));
        let (ty, s) = (y + h * p.rng.between(0.1, 0.16), h * p.rng.between(0.5, 0.7));
        let grip = p.rng.pick(&[red, wood, yellow], wood);
        p.canvas.circle(tx, ty - s * 0.04, w * 0.006, lit(steel, 0.5));
        match p.rng.next() % 5 {
            0 => {
                p.canvas.line(&[(tx, ty), (tx, ty + s)], w * 0.016, wood);
                p.canvas.rect(tx - w * 0.042, ty, w * 0.084, h * 0.075, steel);
            }
            1 => {
                p.canvas.line(&[(tx, ty), (tx, ty + s * 0.52)], w * 0.011, steel);
                p.canvas.line(&[(tx, ty + s * 0.52), (tx, ty + s * 0.9)], w * 0.03, grip);
            }
            2 => {
                p.canvas.poly(
                    &[
                        (tx - w * 0.032, ty + s * 0.3),
                        (tx + w * 0.032, ty + s * 0.3),
                        (tx + w * 0.01, ty + s),
                    ],
                    lit(steel, 1.15),
                );
                p.canvas.line(&[(tx, ty + s * 0.04), (tx, ty + s * 0.26)], w * 0.036, grip);
            }
            3 => {
                p.canvas.line(&[(tx, ty + s * 0.08), (tx, ty + s * 0.9)], w * 0.02, steel);
                p.canvas.circle(tx, ty + s * 0.08, w * 0.027, steel);
                p.canvas.circle(tx, ty + s * 0.04, w * 0.013, board);
                p.canvas.circle(tx, ty + s * 0.9, w * 0.022, steel);
            }
            _ => {
                for side in [-1.0, 1.0] {
                    p.canvas.bow(
                        (tx, ty + s * 0.28),
                        (tx + side * w * 0.045, ty + s * 0.5),
                        (tx + side * w * 0.018, ty + s * 0.85),
                        w * 0.017,
                        grip,
                    );
                    p.canvas.bow(
                        (tx, ty + s * 0.28),
                        (tx + side * w * 0.025, ty + s * 0.14),
                        (tx + side * w * 0.004, ty),
                        w * 0.014,
                        steel,
                    );
                }
            }
        }
    }
    let shelf = lit(board, 0.75);
    p.canvas.rect(x, y + h * 1.18, w, h * 0.035, shelf);
    for i in 0..9_u8 {
        let (jx, jw) = (x + w * (0.03 + 0.108 * f32::from(i)), w * 0.075);
        let jh = h * p.rng.between(0.1, 0.17);
        let colour = p.rng.pick(
            &[hex(0xc8_4b3a), hex(0x2f_6f8f), hex(0xe0_a93b), hex(0x4b_7f52), hex(0xe8_e0d0)],
            hex(0x2f_6f8f),
        );
        let colour = p.tone(colour);
        p.canvas.rect(
            jx,
            y + h * 1.18 - jh,
            jw,
            jh,
            Fill::Down(lit(colour, 1.1), lit(colour, 0.8), y + h * 1.18 - jh, y + h * 1.18),
        );
        p.canvas.rect(jx, y + h * 1.18 - jh, jw, jh * 0.18, lit(colour, 0.65));
        p.canvas.rect(
            jx + jw * 0.12,
            y + h * 1.18 - jh * 0.7,
            jw * 0.12,
            jh * 0.6,
            Fill::Flat([1.0; 3], 0.25),
        );
    }
}

/// The bench across the picture, with work on it.
fn bench(p: &mut Painter, y: f32) {
    let (w, h) = (p.canvas.w, p.canvas.h);
    let wood = p.tone(hex(0xb0_7f50));
    p.canvas.rect(0.0, y + h * 0.05, w, h, Fill::Down(p.tone(hex(0x4a_3526)), p.tone(hex(0x2c_2019)), y, h));
    for u in [0.1, 0.52, 0.9] {
        p.canvas.rect(w * u, y + h * 0.06, w * 0.05, h, Fill::Down(lit(wood, 0.75), lit(wood, 0.5), y, h));
    }
    p.canvas.rect(0.0, y, w, h * 0.065, Fill::Down(lit(wood, 1.18), lit(wood, 0.85), y, y + h * 0.065));
    for i in 0..5_u8 {
        let ly = y + h * (0.008 + 0.011 * f32::from(i));
        p.canvas.line(&[(0.0, ly), (w, ly + h * 0.002)], h * 0.0016, Fill::Flat(lit(wood, 0.7), 0.5));
    }
    // A bicycle wheel waiting for a spoke.
    let (cx, cy, r) = (w * p.rng.between(0.62, 0.8), y - h * 0.12, h * 0.135);
    let (steel, rubber) = (p.tone(hex(0xc4_c8cc)), p.tone(hex(0x26_2628)));
    p.canvas.shadow(cx, y + h * 0.005, r * 0.7, h * 0.008, 0.4);
    let ring: Vec<(f32, f32)> = (0..=64)
        .map(|i| (i as f32 / 64.0 * std::f32::consts::TAU).sin_cos())
        .map(|(s, c)| (cx + c * r, cy + s * r))
        .collect();
    p.canvas.line(&ring, r * 0.1, rubber);
    let inner: Vec<(f32, f32)> =
        ring.iter().map(|(a, b)| (cx + (a - cx) * 0.9, cy + (b - cy) * 0.9)).collect();
    p.canvas.line(&inner, r * 0.045, steel);
    for (a, b) in inner.iter().step_by(4) {
        p.canvas.line(&[(cx, cy), (*a, *b)], r * 0.012, lit(steel, 0.85));
    }
    p.canvas.circle(cx, cy, r * 0.08, lit(steel, 0.7));
    let can = p.tone(hex(0xd8_ccb8));
    let bx = w * p.rng.between(0.47, 0.53);
    p.canvas.line(
        &[(bx + w * 0.01, y - h * 0.05), (bx - w * 0.012, y - h * 0.16)],
        w * 0.006,
        lit(wood, 0.7),
    );
    p.canvas.line(
        &[(bx + w * 0.022, y - h * 0.05), (bx + w * 0.034, y - h * 0.15)],
        w * 0.005,
        p.tone(hex(0xb8_4a38)),
    );
    p.canvas.rect(
        bx,
        y - h * 0.085,
        w * 0.035,
        h * 0.09,
        Fill::Down(lit(can, 1.05), lit(can, 0.8), y - h * 0.085, y),
    );
    for i in 0..4_u8 {
        let (px, py) = (w * (0.08 + 0.012 * f32::from(i)), y - h * 0.018 * f32::from(i));
        p.canvas.rect(px, py - h * 0.018, w * 0.26, h * 0.019, lit(wood, 0.9 + 0.1 * f32::from(i % 2)));
    }
}
