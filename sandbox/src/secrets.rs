//! Names nobody can guess: tokens, webhook secrets, frame ids.

const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyz0123456789";

/// `bytes` random bytes in hexadecimal digits.
pub fn hex(bytes: usize) -> String {
    random(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
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
