//! What a browser loads, weighed: the module and every script that the entry point imports.

use std::fmt;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context, Result, bail};
use flate2::{Compression, write::GzEncoder};

/// What a browser may have to load, brotli, in bytes: the client and the methods of leads, contacts
/// and the protocol, and what a method's rows and function weigh beyond those.
///
/// The design's goal is 32 kB. In here is what weighs today, and one per cent: 41 kB with batches, whole lists, the offline
/// queue, limits and retries, four ways to connect and placements. An application that is bundled leaves out what it does not
/// use of them.
const BUDGET: usize = 41_000;
const METHODS_WITHIN: usize = 75;
const BUDGET_FOR_A_METHOD_MORE: usize = 35;
/// The file with one exported function a method.
const METHODS: &str = "methods.js";
const ENTRY: &str = "index.js";
const MODULE: &str = "crm_wasm_bg.wasm";

/// One file's weights in bytes.
pub struct Row {
    name: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// The weights of all files a browser loads.
pub struct Table {
    rows: Vec<Row>,
    /// How many methods the package has.
    methods: usize,
}

/// Weighs the package in `pkg`.
pub fn weigh(pkg: &Path) -> Result<Table> {
    let mut names = loaded_scripts(pkg)?;
    names.insert(0, MODULE.to_owned());
    let rows = names
        .iter()
        .map(|name| weigh_file(pkg, name))
        .collect::<Result<_>>()?;
    let functions = fs::read_to_string(pkg.join(METHODS)).context("reading pkg/methods.js")?;
    let methods = functions.matches(" method(").count();
    Ok(Table { rows, methods })
}

/// Weighs one file in `pkg`.
pub fn weigh_file(pkg: &Path, name: &str) -> Result<Row> {
    let bytes = fs::read(pkg.join(name)).with_context(|| format!("reading pkg/{name}"))?;
    let row = Row {
        name: name.to_owned(),
        raw: bytes.len(),
        gzip: gzip(&bytes)?,
        brotli: brotli(&bytes)?,
    };
    Ok(row)
}

/// The entry point and what it imports, directly or not.
fn loaded_scripts(pkg: &Path) -> Result<Vec<String>> {
    let mut names = vec![ENTRY.to_owned()];
    let mut at = 0;
    while let Some(name) = names.get(at) {
        let script = fs::read_to_string(pkg.join(name));
        let script = script.with_context(|| format!("reading pkg/{name}"))?;
        for imported in static_imports(&script) {
            if !names.iter().any(|name| name == imported) {
                names.push(imported.to_owned());
            }
        }
        at += 1;
    }
    Ok(names)
}

/// The files named in `from "./…"` and `import "./…"`, minified or not. A dynamic `import("./…")`
/// has a parenthesis before the quote and is no part of what is loaded at once.
fn static_imports(script: &str) -> impl Iterator<Item = &str> {
    ["from", "import"].into_iter().flat_map(move |keyword| {
        script.split(keyword).skip(1).filter_map(|rest| {
            let rest = rest.trim_start().strip_prefix(['"', '\''])?;
            let (path, _) = rest.split_once(['"', '\''])?;
            path.strip_prefix("./")
        })
    })
}

fn gzip(bytes: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

fn brotli(bytes: &[u8]) -> Result<usize> {
    let mut packed = Vec::new();
    let params = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &params)?;
    Ok(packed.len())
}

impl Table {
    /// Fails when the package has grown over the budget.
    pub fn check_budget(&self) -> Result<()> {
        let (brotli, budget) = (self.total().brotli, self.budget());
        if brotli <= budget {
            return Ok(());
        }
        bail!(
            "what a browser loads is {brotli} bytes brotli, {} over the budget of {budget} for {} \
             methods: find what grew with the table above and `git log -- crm-wasm pkg spec`",
            brotli - budget,
            self.methods
        )
    }

    fn budget(&self) -> usize {
        BUDGET + self.methods.saturating_sub(METHODS_WITHIN) * BUDGET_FOR_A_METHOD_MORE
    }

    fn total(&self) -> Row {
        let sum = |weight: fn(&Row) -> usize| self.rows.iter().map(weight).sum();
        Row {
            name: "what a browser loads".to_owned(),
            raw: sum(|row| row.raw),
            gzip: sum(|row| row.gzip),
            brotli: sum(|row| row.brotli),
        }
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{:<22} {:>9} {:>9} {:>9}",
            "bytes", "raw", "gzip -9", "brotli 11"
        )?;
        let rows = self.rows.iter().map(ToString::to_string);
        let rows: Vec<_> = rows.chain([self.total().to_string()]).collect();
        f.write_str(&rows.join("\n"))
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:<22} {:>9} {:>9} {:>9}",
            self.name, self.raw, self.gzip, self.brotli
        )
    }
}

#[cfg(test)]
mod tests {
    use super::{BUDGET, BUDGET_FOR_A_METHOD_MORE, METHODS_WITHIN, Row, Table, static_imports};

    #[test]
    fn static_imports_are_found_and_dynamic_ones_are_not() {
        let script = r#"import{a}from"./a.js";import * as b from './b.js';
            import "./c.js"; export * from "./d.js"; import("./e.js"); import { f } from "f";"#;
        let mut found: Vec<_> = static_imports(script).collect();
        found.sort_unstable();
        assert_eq!(found, ["a.js", "b.js", "c.js", "d.js"]);
    }

    #[test]
    fn a_method_more_may_weigh_its_share() {
        let table = Table {
            rows: Vec::new(),
            methods: METHODS_WITHIN + 2,
        };
        assert_eq!(table.budget(), BUDGET + 2 * BUDGET_FOR_A_METHOD_MORE);
    }

    #[test]
    fn a_package_over_the_budget_is_refused_with_the_excess() {
        let row = |brotli| Row {
            name: String::new(),
            raw: 0,
            gzip: 0,
            brotli,
        };
        assert!(
            Table {
                rows: vec![row(BUDGET)],
                methods: 3
            }
            .check_budget()
            .is_ok()
        );
        let over = Table {
            rows: vec![row(BUDGET), row(7)],
            methods: METHODS_WITHIN,
        }
        .check_budget()
        .unwrap_err();
        let excess = format!("{} bytes brotli, 7 over the budget of {BUDGET}", BUDGET + 7);
        assert!(over.to_string().contains(&excess), "{over}");
    }
}
