//! Values of options that take more than a word.

use std::path::PathBuf;

use chrono::FixedOffset;

use crate::model::MODEL;
use crate::php::date;

pub fn mount(text: &str) -> Result<(String, PathBuf), String> {
    match text.split_once('=') {
        Some((path, folder)) if path.starts_with('/') && !folder.is_empty() => {
            Ok((path.trim_end_matches('/').to_owned(), folder.into()))
        }
        _ => Err("expected /path=folder".into()),
    }
}

pub fn placement(text: &str) -> Result<String, String> {
    let code = text.to_uppercase();
    if MODEL.placements.iter().any(|known| known.code == code) {
        return Ok(code);
    }
    let known: Vec<&str> = MODEL
        .placements
        .iter()
        .map(|known| known.code.as_str())
        .collect();
    Err(format!(
        "the portal has no such place; it has {}",
        known.join(", ")
    ))
}

pub fn zone(text: &str) -> Result<FixedOffset, String> {
    date::parse_offset(text).ok_or_else(|| "expected an offset like +03:00".into())
}

/// A host's name, in small letters.
pub fn name(text: &str) -> Result<String, String> {
    let allowed = |letter: char| letter.is_ascii_alphanumeric() || ".-:".contains(letter);
    if text.is_empty() || text.len() > 253 || !text.chars().all(allowed) {
        return Err("expected a name like portal.test, or an address".into());
    }
    Ok(text.to_ascii_lowercase())
}
