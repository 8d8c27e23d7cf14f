//! What a telephone writes beside the pixels: the tests of its removal need something to remove.

/// Puts an EXIF segment behind the start of a JPEG: orientation 6, maker, and a place in the Baie de Somme.
pub(super) fn with_place(jpeg: &[u8]) -> Vec<u8> {
    const MAKER: &[u8] = b"Parvis Phone\0\0\0\0";
    // Little endian; the first directory at 8, the place at 50, loose values behind.
    let mut tiff = b"II*\0\x08\0\0\0\x03\0".to_vec();
    entry(&mut tiff, 0x010F, 2, 16, 104);
    entry(&mut tiff, 0x0112, 3, 1, 6);
    entry(&mut tiff, 0x8825, 4, 1, 50);
    tiff.extend_from_slice(&[0; 4]);
    tiff.extend_from_slice(&4_u16.to_le_bytes());
    entry(&mut tiff, 1, 2, 2, u32::from(b'N'));
    entry(&mut tiff, 2, 5, 3, 120);
    entry(&mut tiff, 3, 2, 2, u32::from(b'E'));
    entry(&mut tiff, 4, 5, 3, 144);
    tiff.extend_from_slice(&[0; 4]);
    tiff.extend_from_slice(MAKER);
    for number in [50_u32, 1, 12, 1, 4368, 100, 1, 1, 38, 1, 1512, 100] {
        tiff.extend_from_slice(&number.to_le_bytes());
    }
    let length = u16::try_from(tiff.len() + 8).unwrap_or_default();
    let (start, rest) = jpeg.split_at_checked(2).unwrap_or((jpeg, &[]));
    [start, &[0xFF, 0xE1], &length.to_be_bytes(), b"Exif\0\0", &tiff, rest].concat()
}

fn entry(tiff: &mut Vec<u8>, tag: u16, kind: u16, count: u32, value: u32) {
    tiff.extend_from_slice(&tag.to_le_bytes());
    tiff.extend_from_slice(&kind.to_le_bytes());
    tiff.extend_from_slice(&count.to_le_bytes());
    tiff.extend_from_slice(&value.to_le_bytes());
}
