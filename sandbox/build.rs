//! Puts the resolved spec where the crate can include it.

use std::path::{Path, PathBuf};
use std::{env, fs, process};

use codegen::emit::Emitter as _;
use codegen::emit::json::ModelJson;

fn main() {
    let spec = Path::new("../spec");
    println!("cargo::rerun-if-changed={}", spec.display());
    let model = codegen::load(spec).unwrap_or_else(|report| {
        eprintln!("{report}");
        process::exit(1);
    });
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let text: String = ModelJson
        .emit(&model)
        .into_iter()
        .map(|output| output.text)
        .collect();
    fs::write(out.join("model.json"), text).expect("OUT_DIR can be written");
}
