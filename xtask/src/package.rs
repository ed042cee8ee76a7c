//! Makes the built files of `pkg/`: the crate compiled, bound, optimised, and its glue minified.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::machine::Machine;
use crate::{command, sizes, trim};

/// What every engine of the last years has. `--all-features` would let wasm-opt use proposals that
/// Node 20 refuses.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
];
/// The lowest kilobyte is the end of the stack: no pointer is that small. Accesses without a word on their alignment are 100
/// bytes less with brotli, large functions that stay by themselves 160.
const OPTIMISE: [&str; 9] = [
    "-Oz",
    "--converge",
    "--one-caller-inline-max-function-size=8",
    "--dealign",
    "--low-memory-unused",
    "--strip-debug",
    "--strip-dwarf",
    "--strip-producers",
    "--strip-target-features",
];

/// The script for a browser's console.
const CONSOLE: &str = "console.js";

/// Builds `pkg/` and weighs it.
pub fn build(machine: &Machine) -> Result<()> {
    make(machine)?;
    weigh(machine)
}

/// Prints what a browser loads of the built `pkg/`; fails when that is over the budget.
pub fn weigh(machine: &Machine) -> Result<()> {
    let pkg = machine.root.join("pkg");
    let table = sizes::weigh(&pkg)?;
    println!("{table}");
    println!(
        "{}  for the console, with everything in it",
        sizes::weigh_file(&pkg, CONSOLE)?
    );
    table.check_budget()
}

/// Builds `pkg/` and does not mind its size.
pub fn make(machine: &Machine) -> Result<()> {
    machine.need_wasm_target()?;
    machine.need_npm_packages()?;
    let compiled = compile(machine)?;
    let bound = bind(machine, &compiled)?;
    let pkg = machine.root.join("pkg");
    optimise(machine, &bound, &pkg)?;
    minify(machine, &bound, &pkg)
}

fn compile(machine: &Machine) -> Result<PathBuf> {
    let target = "--target=wasm32-unknown-unknown";
    command::run(&mut machine.cargo(&[
        "build",
        "--package=crm-wasm",
        "--lib",
        "--profile=wasm",
        target,
    ]))?;
    let compiled = machine
        .target
        .join("wasm32-unknown-unknown/wasm/crm_wasm.wasm");
    if compiled.exists() {
        return Ok(compiled);
    }
    bail!(
        "cargo built no {}: crm-wasm needs the crate type cdylib",
        compiled.display()
    )
}

/// Writes wasm-bindgen's output into a folder of its own. Of it the package ships the glue and the
/// module; the loader and the declarations are our own.
fn bind(machine: &Machine, compiled: &Path) -> Result<PathBuf> {
    let folder = machine.target.join("package");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let mut module = walrus::Module::from_file(compiled)?;
    trim::trim(&mut module)?;
    let mut bindgen = Bindgen::new();
    bindgen
        .input_module("crm_wasm", module)
        .typescript(false)
        .remove_name_section(true);
    bindgen.remove_producers_section(true).bundler(true)?;
    bindgen
        .generate(&folder)
        .context("wasm-bindgen cannot bind the compiled crate")?;
    if folder.join("snippets").exists() {
        bail!("a dependency of crm-wasm brings JavaScript snippets, which pkg/ does not ship");
    }
    Ok(folder)
}

fn optimise(machine: &Machine, bound: &Path, pkg: &Path) -> Result<()> {
    let mut wasm_opt = machine.npm_program("wasm-opt", &OPTIMISE);
    wasm_opt.args(FEATURES).arg(bound.join("crm_wasm_bg.wasm"));
    wasm_opt.arg("-o").arg(pkg.join("crm_wasm_bg.wasm"));
    command::run(&mut wasm_opt)
}

/// A script of the package: what it is made of, its name, and how it is bundled.
type Script<'a> = (PathBuf, &'a str, &'a [&'a str]);

/// The glue keeps the names of its exports: the module imports them. The client's scripts become one; for bundlers that
/// lose assets the module's bytes are a script; and all of it is one script for a browser's console.
fn minify(machine: &Machine, bound: &Path, pkg: &Path) -> Result<()> {
    let own = machine.root.join("crm-wasm/js");
    let scripts: [Script<'_>; 4] = [
        (bound.join("crm_wasm_bg.js"), "crm_wasm_bg.js", &ALONE),
        (own.join("client.js"), CLIENT, &CLIENT_BUNDLED),
        (
            pkg.join("crm_wasm_bg.wasm"),
            "crm_wasm_bg.inline.js",
            &BYTES,
        ),
        (own.join("console/console.js"), CONSOLE, &ONE_SCRIPT),
    ];
    for (script, name, options) in scripts {
        let mut esbuild = machine.npm_program("esbuild", &BUNDLE);
        esbuild.args(options).arg(script);
        esbuild.arg(format!("--outfile={}", pkg.join(name).display()));
        command::run(&mut esbuild)?;
    }
    compress(machine, &pkg.join(CLIENT))
}

/// Minifies the client again, to nine hundred bytes less with brotli: its names repeat more then.
fn compress(machine: &Machine, client: &Path) -> Result<()> {
    // Bundlers know by themselves that an empty map is pure.
    let script = fs::read_to_string(client)?.replace("/* @__PURE__ */ new ", "new ");
    fs::write(client, script)?;
    let mut terser = machine.npm_program("terser", &COMPRESS);
    command::run(terser.arg(client).arg("--output").arg(client))
}

/// The client's scripts, the one that is minified twice.
const CLIENT: &str = "client.js";
const BUNDLE: [&str; 2] = ["--target=es2022", "--log-level=warning"];
const ALONE: [&str; 2] = ["--minify", "--format=esm"];
/// With the marks of what is pure, which a bundler may leave out of an application.
const CLIENT_BUNDLED: [&str; 4] = [
    "--bundle",
    "--format=esm",
    "--minify-syntax",
    "--minify-identifiers",
];
/// In lines, for Node prints the one that an uncaught error comes from.
const COMPRESS: [&str; 5] = [
    "--module",
    "--ecma=2020",
    "--compress=passes=3",
    "--mangle",
    "--format=preserve_annotations=true,max_line_len=1000",
];
const BYTES: [&str; 4] = [
    "--minify",
    "--bundle",
    "--format=esm",
    "--loader:.wasm=binary",
];
const ONE_SCRIPT: [&str; 3] = ["--minify", "--bundle", "--format=iife"];
