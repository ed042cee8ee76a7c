//! The walker from outside: each rule in tables, and what must hold for every text against `serde_json` and PHP.

mod answer;
mod decode;
mod encode;
mod form;
mod grammar;
mod number;
mod portal;
mod problems;
mod roundtrip;
