//! Names nobody can guess: tokens, webhook secrets, frame ids.

const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyz0123456789";

/// `bytes` random bytes in hexadecimal digits.
pub fn hex(bytes: usize) -> String {
    hex_of(&random(bytes))
}

/// Bytes in hexadecimal digits.
pub fn hex_of(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or_default();
    bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
        .collect()
}

/// `length` random small letters and digits.
pub fn word(length: usize) -> String {
    random(length)
        .iter()
        .map(|byte| char::from(LETTERS[usize::from(*byte) % LETTERS.len()]))
        .collect()
}

fn random(length: usize) -> Vec<u8> {
    let mut bytes = vec![0; length];
    getrandom::fill(&mut bytes).expect("the system gives random numbers");
    bytes
}
