//! Pictures that are small as a file and enormous once read, correct in every byte.

/// A black PNG of this size: so many bits a channel, and the number that PNG gives to the kind of its colours.
pub fn png(width: u32, height: u32, bits: u8, colours: u8) -> Vec<u8> {
    let channels = match colours {
        2 => 3,
        6 => 4,
        _ => 1,
    };
    let row = 1 + (u64::from(width) * channels * u64::from(bits)).div_ceil(8);
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[bits, colours, 0, 0, 0]].concat();
    for (name, data) in [(b"IHDR", header), (b"IDAT", zeros(row * u64::from(height))), (b"IEND", Vec::new())]
    {
        out.extend_from_slice(&u32::try_from(data.len()).expect("a short chunk").to_be_bytes());
        let body = [name.as_slice(), &data].concat();
        out.extend_from_slice(&body);
        out.extend_from_slice(&crc(&body).to_be_bytes());
    }
    out
}

/// So many zeros, as zlib packs them: one literal, then "258 times the one before" again and again.
fn zeros(count: u64) -> Vec<u8> {
    let mut bits = Bits { out: vec![0x78, 0x9C], byte: 0, used: 0 };
    // The last block, with the codes that the format fixes; these are written from their first bit.
    bits.put(&[1, 1, 0]);
    let literal = [0, 0, 1, 1, 0, 0, 0, 0];
    let run = [1, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0];
    let runs = (count - 1) / 258;
    for _ in 0..(count - runs * 258) {
        bits.put(&literal);
    }
    for _ in 0..runs {
        bits.put(&run);
    }
    bits.put(&[0; 7]);
    bits.flush();
    let sum = u32::try_from(count % 65_521).expect("below the modulus") << 16 | 1;
    bits.out.extend_from_slice(&sum.to_be_bytes());
    bits.out
}

struct Bits {
    out: Vec<u8>,
    byte: u8,
    used: u8,
}

impl Bits {
    fn put(&mut self, bits: &[u8]) {
        for bit in bits {
            self.byte |= bit << self.used;
            self.used += 1;
            if self.used == 8 {
                self.flush();
            }
        }
    }

    fn flush(&mut self) {
        if self.used > 0 {
            self.out.push(self.byte);
            (self.byte, self.used) = (0, 0);
        }
    }
}

fn crc(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for byte in bytes {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 };
        }
    }
    !crc
}

#[test]
fn a_small_one_can_be_read() {
    let picture = image::load_from_memory(&png(300, 200, 8, 2)).expect("a picture");
    assert_eq!((picture.width(), picture.height()), (300, 200));
}
