//! The walker from outside: each rule in tables, and what must hold for every text against `serde_json` and PHP.

mod answer;
mod batch;
mod decode;
mod encode;
mod grammar;
mod number;
mod portal;
mod problems;
mod references;
mod roundtrip;
mod tables;
mod words;

/// So many random cases, or what `PROPTEST_CASES` says.
fn cases(usual: u32) -> proptest::test_runner::Config {
    let mut config = proptest::test_runner::Config::default();
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = usual;
    }
    config
}
