//! Files travel as base64 inside JSON.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Appends the bytes in base64 with padding (RFC 4648 §4).
pub fn encode(bytes: &[u8], out: &mut String) {
    out.reserve(bytes.len().div_ceil(3).saturating_mul(4));
    for group in bytes.chunks(3) {
        let byte = |place: usize| u32::from(group.get(place).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            out.push(if place <= group.len() { digit(bits, place) } else { '=' });
        }
    }
}

/// One of the four digits of a group of 24 bits, the highest first.
fn digit(bits: u32, place: usize) -> char {
    let shift = [18, 12, 6, 0].get(place).copied().unwrap_or(0_u32);
    let index = (bits >> shift & 0x3f) as usize;
    ALPHABET.get(index).map_or('=', |byte| char::from(*byte))
}

#[cfg(test)]
mod tests {
    /// The vectors of RFC 4648 §10.
    #[test]
    fn encodes_the_vectors_of_the_rfc() {
        let vectors = [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ];
        for (bytes, expected) in vectors {
            let mut text = String::new();
            super::encode(bytes.as_bytes(), &mut text);
            assert_eq!(text, expected);
        }
    }

    #[test]
    fn uses_the_whole_alphabet() {
        let mut text = String::new();
        super::encode(&[0xfb, 0xff, 0xfe, 0x00], &mut text);
        assert_eq!(text, "+//+AA==");
    }
}
