//! Faces: simple shapes, many kinds of hair and skin, always friendly.

use std::f32::consts::TAU;

use super::canvas::{Canvas, Fill};
use super::hair::{self, HAIR};
use super::noise::{Rgb, Rng, hex, lit, mix};
use super::things::SKIN;

const GROUNDS: [(Rgb, Rgb); 9] = [
    (hex(0xbf_dbe6), hex(0x86_b3c9)),
    (hex(0xf4_d9b8), hex(0xe3_b184)),
    (hex(0xcf_e0c4), hex(0x96_b88c)),
    (hex(0xee_cfc9), hex(0xd3_9a92)),
    (hex(0xd9_d2ea), hex(0xa8_9bcb)),
    (hex(0xf6_e6b4), hex(0xe2_c06a)),
    (hex(0xc4_e2da), hex(0x84_b9ad)),
    (hex(0xde_dcd5), hex(0xac_a99e)),
    (hex(0xc9_d4ee), hex(0x8b_9ccb)),
];
pub(super) const TOPS: [Rgb; 10] = [
    hex(0x2e_5d7b),
    hex(0xc1_503e),
    hex(0xe5_b04a),
    hex(0x3f_7a5e),
    hex(0x6a_4f86),
    hex(0xf1_ebdf),
    hex(0x2a_3145),
    hex(0xd6_8c73),
    hex(0x7c_9aa6),
    hex(0x8f_3f52),
];

/// What a face is made of; lengths are fractions of the canvas.
pub(super) struct Face {
    pub(super) skin: Rgb,
    pub(super) hair: Rgb,
    pub(super) top: Rgb,
    pub(super) style: u64,
    pub(super) wide: f32,
    pub(super) tall: f32,
    pub(super) s: f32,
}

pub(super) fn draw(canvas: &mut Canvas, seed: u64) {
    let mut rng = Rng::new(seed ^ 0xFACE);
    let s = canvas.w;
    let (ground, halo, face) = choose(&mut rng, s);
    let (light, deep) = ground;
    canvas.rect(0.0, 0.0, s, s, Fill::Down(light, deep, 0.0, s));
    canvas.circle(halo.0, halo.1, halo.2, Fill::Flat(lit(light, 1.08), 0.5));
    hair::behind(canvas, &face, &mut rng);
    body(canvas, &face, &mut rng);
    head(canvas, &face, &mut rng);
    features(canvas, &face, &mut rng);
    hair::front(canvas, &face, &mut rng);
    extras(canvas, &face, &mut rng);
    canvas.glow(s * 0.28, s * 0.16, s * 0.6, [1.0, 0.97, 0.9], 0.16);
}

/// The background, the halo (centre and radius) and the face that come out of a seed.
fn choose(rng: &mut Rng, s: f32) -> ((Rgb, Rgb), (f32, f32, f32), Face) {
    let ground = rng.pick(&GROUNDS, (hex(0xbf_dbe6), hex(0x86_b3c9)));
    let halo = (s * rng.between(0.15, 0.85), s * rng.between(0.1, 0.4), s * rng.between(0.3, 0.45));
    let skin = rng.pick(&SKIN, hex(0xd8_a47f));
    let dark_skin = skin[0] < 0.8;
    // Fair hair is for fair skin; grey comes to everybody.
    let hair = if dark_skin {
        rng.pick(&[HAIR[0], HAIR[1], HAIR[2], HAIR[7]], HAIR[0])
    } else {
        rng.pick(&HAIR, HAIR[2])
    };
    let face = Face {
        skin,
        hair,
        top: rng.pick(&TOPS, hex(0x2e_5d7b)),
        style: rng.next() % 11,
        wide: rng.between(0.172, 0.198),
        tall: rng.between(0.215, 0.24),
        s,
    };
    (ground, halo, face)
}

/// Whether the hair that comes out of a seed is one of the longer cuts, which never go with a beard.
pub(super) fn is_long_haired(seed: u64) -> bool {
    matches!(choose(&mut Rng::new(seed ^ 0xFACE), 1.0).2.style, 3..=8)
}

fn body(canvas: &mut Canvas, f: &Face, rng: &mut Rng) {
    let s = f.s;
    let shoulders = [
        (s * 0.5, s * 0.735),
        (s * 0.64, s * 0.745),
        (s * 0.86, s * 0.82),
        (s * 0.93, s * 1.2),
        (s * 0.07, s * 1.2),
        (s * 0.14, s * 0.82),
        (s * 0.36, s * 0.745),
    ];
    canvas.blob(&shoulders, Fill::Down(lit(f.top, 1.08), lit(f.top, 0.82), s * 0.74, s));
    canvas.blob(
        &[
            (s * 0.42, s * 0.56),
            (s * 0.58, s * 0.56),
            (s * 0.585, s * 0.74),
            (s * 0.62, s * 0.82),
            (s * 0.5, s * 0.86),
            (s * 0.38, s * 0.82),
            (s * 0.415, s * 0.74),
        ],
        lit(f.skin, 0.9),
    );
    canvas.ellipse(s * 0.5, s * 0.645, s * 0.085, s * 0.05, Fill::Flat(lit(f.skin, 0.66), 0.55));
    match rng.next() % 4 {
        // A collar.
        0 => {
            let white = mix(f.top, [1.0; 3], 0.75);
            canvas.poly(
                &[(s * 0.375, s * 0.745), (s * 0.5, s * 0.88), (s * 0.44, s * 0.93), (s * 0.335, s * 0.79)],
                white,
            );
            canvas.poly(
                &[(s * 0.625, s * 0.745), (s * 0.5, s * 0.88), (s * 0.56, s * 0.93), (s * 0.665, s * 0.79)],
                white,
            );
        }
        // A roll neck.
        1 => {
            let neck = [
                (s * 0.39, s * 0.69),
                (s * 0.61, s * 0.69),
                (s * 0.64, s * 0.84),
                (s * 0.5, s * 0.97),
                (s * 0.36, s * 0.84),
            ];
            canvas.blob(&neck, lit(f.top, 1.12));
            canvas.bow(
                (s * 0.385, s * 0.79),
                (s * 0.5, s * 0.85),
                (s * 0.615, s * 0.79),
                s * 0.01,
                lit(f.top, 0.86),
            );
        }
        // A scarf.
        2 => {
            let scarf = rng.pick(&TOPS, hex(0xe5_b04a));
            canvas.blob(
                &[
                    (s * 0.34, s * 0.73),
                    (s * 0.5, s * 0.76),
                    (s * 0.66, s * 0.73),
                    (s * 0.69, s * 0.83),
                    (s * 0.5, s * 0.9),
                    (s * 0.31, s * 0.83),
                ],
                scarf,
            );
            canvas.blob(
                &[(s * 0.55, s * 0.82), (s * 0.65, s * 0.8), (s * 0.68, s * 1.1), (s * 0.56, s * 1.1)],
                lit(scarf, 0.88),
            );
        }
        _ => canvas.bow(
            (s * 0.385, s * 0.775),
            (s * 0.5, s * 0.89),
            (s * 0.615, s * 0.775),
            s * 0.016,
            lit(f.top, 0.7),
        ),
    }
}

fn head(canvas: &mut Canvas, f: &Face, rng: &mut Rng) {
    let (s, x, y) = (f.s, f.s * 0.5, f.s * 0.44);
    for side in [-1.0, 1.0] {
        canvas.ellipse(x + side * s * f.wide, y + s * 0.015, s * 0.032, s * 0.045, lit(f.skin, 0.9));
        canvas.ellipse(x + side * s * f.wide, y + s * 0.018, s * 0.015, s * 0.024, lit(f.skin, 0.78));
    }
    let (w, h) = (s * f.wide, s * f.tall);
    let jaw = rng.between(0.72, 0.9);
    let outline = [
        (x, y - h * 1.12),
        (x + w * 0.92, y - h * 1.02),
        (x + w * 1.12, y - h * 0.2),
        (x + w * 1.02, y + h * 0.45),
        (x + w * jaw * 0.72, y + h * 1.04),
        (x, y + h * 1.12),
        (x - w * jaw * 0.72, y + h * 1.04),
        (x - w * 1.02, y + h * 0.45),
        (x - w * 1.12, y - h * 0.2),
        (x - w * 0.92, y - h * 1.02),
    ];
    canvas.blob(&outline, Fill::Down(lit(f.skin, 1.05), lit(f.skin, 0.95), y - h, y + h));
    let blush = mix(f.skin, hex(0xd8_5a4a), 0.5);
    for side in [-1.0, 1.0] {
        canvas.glow(x + side * w * 0.56, y + h * 0.35, w * 0.36, blush, 0.5);
    }
}

fn features(canvas: &mut Canvas, f: &Face, rng: &mut Rng) {
    let (s, x, y) = (f.s, f.s * 0.5, f.s * 0.44);
    let ink = mix(hex(0x24_1c1c), f.skin, 0.06);
    let brow = if f.hair[0] > 0.7 { mix(f.hair, lit(f.skin, 0.6), 0.55) } else { lit(f.hair, 0.85) };
    let apart = s * rng.between(0.075, 0.086);
    let iris = rng.pick(
        &[hex(0x4a_3122), hex(0x36_2a22), hex(0x58_7a86), hex(0x65_7a4e), hex(0x6b_4a2c)],
        hex(0x4a_3122),
    );
    let iris = if f.skin[0] < 0.8 { hex(0x33_2219) } else { iris };
    let smiling_eyes = rng.chance(0.22);
    let lift = s * rng.between(0.05, 0.06);
    for side in [-1.0, 1.0] {
        let ex = x + side * apart;
        if smiling_eyes {
            canvas.bow(
                (ex - s * 0.03, y + s * 0.008),
                (ex, y - s * 0.032),
                (ex + s * 0.03, y + s * 0.008),
                s * 0.012,
                ink,
            );
        } else {
            canvas.ellipse(ex, y, s * 0.03, s * 0.023, hex(0xfb_f8f3));
            canvas.circle(ex, y, s * 0.0195, iris);
            canvas.circle(ex, y, s * 0.0105, hex(0x16_1212));
            canvas.circle(ex - s * 0.006, y - s * 0.007, s * 0.0048, [1.0; 3]);
            canvas.bow(
                (ex - s * 0.034, y - s * 0.004),
                (ex, y - s * 0.042),
                (ex + s * 0.034, y - s * 0.004),
                s * 0.009,
                ink,
            );
        }
        canvas.bow(
            (ex - side * s * 0.036, y - lift + s * 0.004),
            (ex, y - lift - s * 0.026),
            (ex + side * s * 0.042, y - lift + s * 0.01),
            s * 0.014,
            brow,
        );
    }
    let shade = lit(f.skin, 0.76);
    canvas.bow(
        (x - s * 0.006, y + s * 0.02),
        (x + s * 0.036, y + s * 0.098),
        (x - s * 0.016, y + s * 0.092),
        s * 0.011,
        shade,
    );
    let (my, mw) = (y + s * rng.between(0.138, 0.15), s * rng.between(0.055, 0.075));
    let lips = mix(f.skin, hex(0xa8_3a3e), if rng.chance(0.4) { 0.72 } else { 0.5 });
    if rng.chance(0.5) {
        canvas.blob(
            &[
                (x - mw * 1.1, my - s * 0.012),
                (x, my - s * 0.004),
                (x + mw * 1.1, my - s * 0.012),
                (x + mw * 0.7, my + s * 0.05),
                (x - mw * 0.7, my + s * 0.05),
            ],
            lit(lips, 0.62),
        );
        canvas.blob(
            &[
                (x - mw * 0.8, my - s * 0.002),
                (x + mw * 0.8, my - s * 0.002),
                (x + mw * 0.5, my + s * 0.018),
                (x - mw * 0.5, my + s * 0.018),
            ],
            hex(0xfd_fbf8),
        );
    } else {
        canvas.bow((x - mw, my), (x, my + s * 0.062), (x + mw, my), s * 0.014, lips);
    }
}

/// Glasses, a beard, earrings.
fn extras(canvas: &mut Canvas, f: &Face, rng: &mut Rng) {
    let (s, x, y) = (f.s, f.s * 0.5, f.s * 0.44);
    let (w, h) = (s * f.wide, s * f.tall);
    if matches!(f.style, 0 | 1 | 2 | 9) && rng.chance(0.45) {
        let beard = lit(f.hair, 0.95);
        let mouth = y + s * 0.144;
        canvas.ellipse(x, y + h * 0.95, w * 0.5, h * 0.2, beard);
        for side in [-1.0, 1.0] {
            canvas.blob(
                &[
                    (x + side * w * 1.0, y + h * 0.12),
                    (x + side * w * 1.04, y + h * 0.6),
                    (x + side * w * 0.62, y + h * 1.1),
                    (x, y + h * 1.16),
                    (x, mouth + s * 0.045),
                    (x + side * w * 0.5, mouth + s * 0.03),
                    (x + side * w * 0.72, mouth - s * 0.03),
                ],
                Fill::Flat(beard, 0.96),
            );
            canvas.bow(
                (x, mouth - s * 0.03),
                (x + side * w * 0.3, mouth - s * 0.04),
                (x + side * w * 0.52, mouth - s * 0.002),
                s * 0.018,
                beard,
            );
        }
    } else if matches!(f.style, 3..=8) && rng.chance(0.5) {
        let metal = rng.pick(&[hex(0xe5_b04a), hex(0xd9_dde0), hex(0xc1_503e)], hex(0xe5_b04a));
        for side in [-1.0, 1.0] {
            canvas.circle(x + side * (w + s * 0.012), y + s * 0.075, s * 0.014, metal);
        }
    }
    if rng.chance(0.34) {
        let frame =
            rng.pick(&[hex(0x26_2a33), hex(0x6b_3f2a), hex(0x9a_3a3a), hex(0x2e_5d7b)], hex(0x26_2a33));
        for side in [-1.0, 1.0] {
            let ex = x + side * s * 0.081;
            canvas.circle(ex, y + s * 0.002, s * 0.058, Fill::Flat([1.0; 3], 0.12));
            let ring: Vec<(f32, f32)> = (0..=40)
                .map(|i| (i as f32 / 40.0 * TAU).sin_cos())
                .map(|(a, b)| (ex + b * s * 0.058, y + s * 0.002 + a * s * 0.053))
                .collect();
            canvas.line(&ring, s * 0.01, frame);
            canvas.line(
                &[(ex + side * s * 0.056, y - s * 0.01), (x + side * w * 0.99, y - s * 0.012)],
                s * 0.009,
                frame,
            );
        }
        canvas.bow(
            (x - s * 0.024, y - s * 0.004),
            (x, y - s * 0.022),
            (x + s * 0.024, y - s * 0.004),
            s * 0.009,
            frame,
        );
    }
}
