//! Writes the rows that the spec asks for, so that they can never be stale.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use codegen::emit::{EMITTERS, Place};

const SPEC: &str = "../spec";

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed={SPEC}");
    println!("cargo::rerun-if-changed=build.rs");
    match generate() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn generate() -> Result<(), String> {
    let out = env::var_os("OUT_DIR")
        .ok_or("OUT_DIR is not set: this is a build script, run cargo build")?;
    let model = codegen::load(Path::new(SPEC)).map_err(|report| report.to_string())?;
    let emitters = EMITTERS
        .iter()
        .filter(|emitter| emitter.place() == Place::BuildScript);
    for output in emitters.flat_map(|emitter| emitter.emit(&model)) {
        let path = PathBuf::from(&out).join(output.path);
        fs::write(&path, output.text)
            .map_err(|error| format!("cannot write {}: {error}", path.display()))?;
    }
    Ok(())
}
