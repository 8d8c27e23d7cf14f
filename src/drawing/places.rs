//! The places out of doors but the market, each composed from back to front.

use super::canvas::Fill;
use super::nature::{DAWN, DAY, DUSK, GOLDEN, Light, NIGHT, Painter, SOFT};
use super::noise::{hex, lit, mix, noise};

fn sized(p: &Painter) -> (f32, f32) {
    (p.canvas.w, p.canvas.h)
}

/// Hills on the other side of the water.
fn far_shore(p: &mut Painter, horizon: f32, amount: f32) {
    let h = p.canvas.h;
    let colour = p.far(hex(0x52_6b70), 0.62);
    p.ridge(horizon, horizon - h * amount, 3.0, colour, 11);
}

pub(super) fn dunes(p: &mut Painter) {
    let (w, h) = sized(p);
    p.hour(&[DAY, SOFT, GOLDEN, DAWN]);
    let horizon = h * p.rng.between(0.42, 0.5);
    p.sun.1 = horizon * 0.7;
    p.sky(horizon + 2.0);
    far_shore(p, horizon + 1.0, 0.035);
    p.water(horizon, h);
    p.gulls(h * 0.12, h * 0.3);
    let seed = p.seed;
    let sands = [(0.56, 0.07, 0.45), (0.66, 0.1, 0.25), (0.8, 0.11, 0.0)];
    for (i, (base, swell, distance)) in sands.into_iter().enumerate() {
        let salt = 31 * (i as u32 + 1);
        let (near, far) = (p.far(hex(0xd3_b487), distance), p.far(hex(0xf0_dcb4), distance));
        p.ground(move |u| base - swell * (noise(u * 2.6 + 4.0, 0.5, seed ^ salt) - 0.3), near, far, salt);
        for _ in 0..(26 + i * 12) {
            let u = p.rng.unit();
            let top = base - swell * (noise(u * 2.6 + 4.0, 0.5, seed ^ salt) - 0.3);
            let y = h * (top + p.rng.between(0.004, 0.05 + 0.06 * i as f32));
            let size = h * (0.035 + 0.03 * i as f32);
            p.blades(u * w, y, size, 10, mix(hex(0x77_8a52), p.light.haze, distance));
        }
    }
    for _ in 0..9 {
        let x = w * p.rng.unit();
        p.blades(x, h * 1.01, h * 0.17, 34, hex(0x6c_7f46));
    }
}

pub(super) fn hills(p: &mut Painter) {
    let (w, h) = sized(p);
    p.hour(&[DAWN, GOLDEN, DAY, DUSK, SOFT]);
    p.sun.1 = h * 0.34;
    p.sky(h * 0.72);
    p.gulls(h * 0.1, h * 0.25);
    let layers =
        [(0.5, 0.34, 2.4, 0.74), (0.58, 0.42, 3.0, 0.56), (0.68, 0.53, 2.6, 0.36), (0.8, 0.64, 3.4, 0.18)];
    for (i, (low, high, bumps, distance)) in layers.into_iter().enumerate() {
        let colour = p.far(mix(hex(0x4d_7257), hex(0x6f_8a4a), i as f32 / 3.0), distance);
        p.ridge(h * low, h * high, bumps, colour, 17 * (i as u32 + 1));
    }
    let seed = p.seed;
    let (near, far) = (p.tone(hex(0x5d_7d3c)), p.far(hex(0x96_a95c), 0.12));
    p.ground(move |u| 0.83 - 0.09 * noise(u * 1.8 + 2.0, 0.5, seed ^ 0x5b), near, far, 91);
    let mut trees: Vec<(f32, f32)> = (0..9).map(|_| (p.rng.unit(), p.rng.unit())).collect();
    trees.sort_by(|a, b| a.1.total_cmp(&b.1));
    for (u, v) in trees {
        let y = h * (0.83 - 0.09 * noise(u * 1.8 + 2.0, 0.5, seed ^ 0x5b) + 0.012 + 0.1 * v);
        let green =
            p.rng.pick(&[hex(0x4f_7a3e), hex(0x6a_8a3d), hex(0x3f_6a48), hex(0xa0_8a3a)], hex(0x4f_7a3e));
        p.tree(u * w, y, h * (0.1 + 0.11 * v), green, 0.12 * (1.0 - v));
    }
    for _ in 0..14 {
        let x = w * p.rng.unit();
        p.blades(x, h * 1.01, h * 0.09, 26, hex(0x78_9448));
    }
}

pub(super) fn marsh(p: &mut Painter) {
    let (w, h) = sized(p);
    p.hour(&[DAWN, GOLDEN, DUSK, SOFT]);
    let horizon = h * p.rng.between(0.4, 0.47);
    p.sun.1 = horizon * 0.82;
    p.sky(horizon + 2.0);
    far_shore(p, horizon + 2.0, 0.045);
    p.water(horizon, h);
    p.gulls(h * 0.1, h * 0.25);
    // Banks of grass, wider and darker towards us, with the water shining between them.
    for i in 0..15_u8 {
        let v = (f32::from(i) / 15.0).powf(1.35);
        let y = horizon + h * (0.012 + 0.55 * v);
        let x = w * p.rng.between(-0.15, 1.15);
        let (rx, ry) = (w * (0.1 + 0.2 * v) * p.rng.between(0.7, 1.5), h * (0.004 + 0.022 * v));
        let green = p.far(mix(hex(0x87_8b52), hex(0x4a_5a34), v), 0.5 * (1.0 - v));
        p.canvas.ellipse(x, y + ry * 0.8, rx, ry, Fill::Flat(lit(p.light.deep, 0.5), 0.45));
        p.canvas.ellipse(x, y, rx, ry, green);
        for _ in 0..(20 + (26.0 * v) as u32) {
            let bx = x + rx * p.rng.between(-0.92, 0.92);
            let size = h * (0.012 + 0.075 * v);
            p.blades(bx, y + ry * 0.25, size, 9, mix(hex(0x9a_9656), hex(0x58_6638), v));
        }
    }
    for _ in 0..13 {
        let x = w * p.rng.between(-0.05, 1.05);
        p.blades(x, h * 1.02, h * 0.26, 22, hex(0x51_5a30));
    }
}

pub(super) fn sails(p: &mut Painter) {
    let (w, h) = sized(p);
    p.hour(&[DAY, DAY, GOLDEN, SOFT, DUSK]);
    let horizon = h * p.rng.between(0.46, 0.54);
    p.sun.1 = horizon * 0.75;
    p.sky(horizon + 2.0);
    far_shore(p, horizon + 1.0, 0.03);
    p.water(horizon, h);
    p.gulls(h * 0.12, h * 0.3);
    let mut boats: Vec<f32> = (0..7).map(|_| p.rng.unit().powf(1.8)).collect();
    boats.sort_by(f32::total_cmp);
    for (i, v) in boats.into_iter().enumerate() {
        let x = w * (0.08 + 0.84 * ((i as f32 * 0.618 + 0.13) % 1.0));
        p.boat(x, horizon + h * (0.012 + 0.3 * v), w * (0.03 + 0.15 * v), true, 0.5 * (1.0 - v));
    }
}

fn quay(p: &mut Painter, y: f32, lamps: bool) {
    let (w, h) = sized(p);
    let mut x = -w * 0.03;
    while x < w {
        let (wide, tall) = (w * p.rng.between(0.075, 0.12), h * p.rng.between(0.15, 0.26));
        p.house(x, y, wide, tall, 0.12);
        x += wide;
    }
    let stone = p.tone(hex(0x95_8c7f));
    p.canvas.rect(0.0, y, w, h * 0.045, Fill::Down(lit(stone, 1.1), lit(stone, 0.6), y, y + h * 0.045));
    for i in 0..26_u8 {
        let sx = w * f32::from(i) / 26.0;
        p.canvas.line(&[(sx, y + h * 0.012), (sx, y + h * 0.045)], h * 0.0015, lit(stone, 0.7));
    }
    if lamps {
        for i in 0..8_u8 {
            let lx = w * (f32::from(i) + 0.5) / 8.0;
            p.canvas.line(&[(lx, y), (lx, y - h * 0.085)], h * 0.004, hex(0x11_1722));
            p.canvas.glow(lx, y - h * 0.09, h * 0.1, hex(0xff_c060), 0.55);
            p.canvas.circle(lx, y - h * 0.09, h * 0.007, hex(0xff_f0c8));
            for k in 0..16_u8 {
                let ry = y + h * (0.055 + 0.02 * f32::from(k));
                let half = h * p.rng.between(0.006, 0.028);
                let dx = h * p.rng.between(-0.008, 0.008);
                p.canvas.line(
                    &[(lx + dx - half, ry), (lx + dx + half, ry)],
                    h * 0.0035,
                    Fill::Flat(hex(0xff_c468), 0.5 - 0.028 * f32::from(k)),
                );
            }
        }
    }
}

fn port(p: &mut Painter, lamps: bool) {
    let (w, h) = sized(p);
    let horizon = h * 0.46;
    p.sun.1 = horizon * 0.6;
    p.sky(horizon + 2.0);
    if lamps {
        p.stars(horizon);
    }
    far_shore(p, horizon, 0.12);
    p.water(horizon + h * 0.04, h);
    quay(p, horizon, lamps);
    if !lamps {
        p.gulls(h * 0.06, h * 0.16);
    }
    for i in 0..7_u8 {
        let x = w * (f32::from(i) + p.rng.between(0.25, 0.75)) / 7.0;
        let near = p.rng.unit() * 0.25;
        p.boat(x, horizon + h * (0.085 + 0.2 * near), w * (0.085 + 0.06 * near), false, 0.08);
    }
    for x in [0.16, 0.55, 0.88] {
        let x = w * (x + p.rng.between(-0.06, 0.06));
        let y = h * p.rng.between(0.72, 0.86);
        let size = w * p.rng.between(0.15, 0.2);
        p.boat(x, y, size, false, 0.0);
    }
}

pub(super) fn harbour(p: &mut Painter) {
    p.hour(&[DAY, SOFT, GOLDEN, DAWN]);
    port(p, false);
}

pub(super) fn night_port(p: &mut Painter) {
    p.light = NIGHT;
    port(p, true);
}

pub(super) fn beach(p: &mut Painter) {
    let (w, h) = sized(p);
    p.hour(&[DAY, SOFT, GOLDEN]);
    let horizon = h * p.rng.between(0.36, 0.42);
    p.sun.1 = horizon * 0.5;
    p.sky(horizon + 2.0);
    far_shore(p, horizon + 1.0, 0.04);
    p.water(horizon, h);
    p.gulls(h * 0.08, h * 0.24);
    let v = p.rng.unit();
    p.boat(w * (0.15 + 0.6 * v), horizon + h * 0.02, w * 0.05, true, 0.35);
    let seed = p.seed;
    let shore = move |u: f32| 0.565 + 0.035 * (noise(u * 3.0, 0.5, seed ^ 0x29) - 0.5) - 0.03 * u;
    let foam = p.tone(hex(0xfd_fbf4));
    for (lift, alpha) in [(0.016, 0.35), (0.009, 0.6), (0.0, 0.9)] {
        p.canvas.shade(h * 0.5, h * 0.62, |x, y| {
            let edge = (shore(x / w) - lift + 0.006 * noise(x / w * 30.0, lift * 900.0, seed)) * h;
            (foam, (1.0 - ((y - edge) / (h * 0.0035)).abs()).clamp(0.0, 1.0) * alpha)
        });
    }
    let (near, far) = (p.tone(hex(0xd4_b483)), p.tone(hex(0xb9_a07c)));
    p.ground(shore, near, far, 43);
    let mut people: Vec<f32> = (0..8).map(|_| p.rng.unit()).collect();
    people.sort_by(f32::total_cmp);
    for (i, v) in people.into_iter().enumerate() {
        let x = w * (0.06 + 0.88 * ((i as f32 * 0.618 + 0.3) % 1.0));
        p.person(x, h * (0.63 + 0.27 * v), h * (0.13 + 0.2 * v));
    }
    for _ in 0..5 {
        let x = w * p.rng.unit();
        p.blades(x, h * 1.02, h * 0.1, 20, hex(0x88_945a));
    }
}

pub(super) fn forest(p: &mut Painter) {
    let (w, h) = sized(p);
    p.hour(&[DAWN, SOFT, GOLDEN, DAY]);
    // Under trees the light is green.
    p.light = Light { haze: mix(p.light.haze, hex(0xd8_e6b0), 0.55), ..p.light };
    p.sun = (w * 0.52, h * 0.4);
    p.sky(h * 0.66);
    let mist = p.light.haze;
    p.canvas.shade(0.0, h * 0.66, |_, y| (mist, 0.25 + 0.6 * y / (h * 0.66)));
    for (row, distance) in [(0, 0.72), (1, 0.5), (2, 0.27)] {
        let (near, far) = (p.far(hex(0x4f_6b30), distance), p.far(hex(0x8a_9a4c), distance));
        let base = 0.58 + 0.055 * row as f32;
        let seed = p.seed;
        p.ground(move |u| base + 0.03 * noise(u * 5.0, 0.5, seed ^ row), near, far, 60 + row);
        for i in 0..16_u8 {
            let u = (f32::from(i) + p.rng.unit()) / 16.0;
            if (u - 0.5).abs() < 0.1 {
                continue;
            }
            let green =
                p.rng.pick(&[hex(0x57_8238), hex(0x73_9440), hex(0x46_7040), hex(0x95_8f3c)], hex(0x57_8238));
            let size = h * (0.38 + 0.13 * row as f32) * p.rng.between(0.85, 1.2);
            p.tree(u * w, h * (base + 0.045), size, green, distance);
        }
    }
    let path = p.tone(hex(0xcc_b58c));
    let side = p.rng.between(-0.1, 0.1);
    p.canvas.blob(
        &[
            (w * 0.505, h * 0.6),
            (w * 0.53, h * 0.68),
            (w * (0.6 + side), h * 0.8),
            (w * 0.8, h * 1.15),
            (w * 0.2, h * 1.15),
            (w * (0.44 + side), h * 0.8),
            (w * 0.475, h * 0.68),
        ],
        Fill::Down(mix(path, p.light.haze, 0.6), lit(path, 0.85), h * 0.6, h),
    );
    let glow = p.light.sun;
    p.canvas.glow(w * 0.5, h * 0.5, h * 0.55, glow, 0.55);
    for (x, size) in [(-0.01, 1.35), (0.13, 1.0), (0.9, 1.1), (1.03, 1.45)] {
        let dx = p.rng.between(-0.02, 0.02);
        p.tree(w * (x + dx), h * (0.8 + 0.1 * size), h * size, hex(0x3f_6132), 0.0);
    }
    for i in 0..34_u8 {
        let u = f32::from(i) / 34.0;
        if (u - 0.5).abs() > 0.24 {
            p.blades(u * w, h * 1.01, h * 0.1, 18, hex(0x58_7a38));
        }
    }
}
