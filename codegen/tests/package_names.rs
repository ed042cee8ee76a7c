//! The names that the handwritten declarations of the package take are known, so that no generated one hides them.

use std::fs;

use codegen::names;

/// The names a declaration file exports, functions and types apart.
fn exported(path: &str) -> (Vec<String>, Vec<String>) {
    let text = fs::read_to_string(path).expect("the declarations are there");
    let (mut functions, mut types) = (Vec::new(), Vec::new());
    for line in text.lines().filter_map(|line| line.strip_prefix("export ")) {
        let Some((kind, rest)) = line.split_once(' ') else {
            continue;
        };
        let name = rest
            .split(|letter: char| !letter.is_alphanumeric())
            .next()
            .unwrap_or_default()
            .to_owned();
        match kind {
            "function" | "const" => functions.push(name),
            "interface" | "type" | "class" => types.push(name),
            _ => {}
        }
    }
    (functions, types)
}

/// The declarations that are written by hand: all but index.d.ts.
fn handwritten() -> Vec<String> {
    let files = fs::read_dir("../pkg").expect("the package's folder is there");
    let names = files.map(|file| file.expect("it can be listed").path().display().to_string());
    names
        .filter(|name| name.ends_with(".d.ts") && !name.ends_with("index.d.ts"))
        .collect()
}

#[test]
fn generated_names_cannot_hide_handwritten_ones() {
    let mut seen = 0;
    for path in handwritten() {
        let (functions, types) = exported(&path);
        seen += types.len();
        let free: Vec<_> = functions
            .iter()
            .filter(|name| !names::is_taken(name))
            .collect();
        assert!(
            free.is_empty(),
            "{path}: add {free:?} to PACKAGE_EXPORTS in names.rs"
        );
        let free: Vec<_> = types
            .iter()
            .filter(|name| !names::is_package_type(name))
            .collect();
        assert!(
            free.is_empty(),
            "{path}: add {free:?} to PACKAGE_TYPES in names.rs"
        );
    }
    assert!(seen > 20, "the declarations were read");
}
