//! The words on the pages. A language is one file of them, which the scripts read too.

use std::collections::HashMap;
use std::fmt::Display;
use std::sync::LazyLock;

/// The file, as the scripts get it.
pub const ENGLISH: &str = include_str!("../../static/text/en.json");

static WORDS: LazyLock<HashMap<&str, String>> =
    LazyLock::new(|| serde_json::from_str(ENGLISH).expect("a map of texts"));

/// The text of that key; the key itself where the file has none.
pub fn t(key: &str) -> &str {
    WORDS.get(key).map_or(key, String::as_str)
}

/// The text of that key, with `{name}` replaced by each value.
pub fn fill(key: &str, values: &[(&str, &dyn Display)]) -> String {
    let mut text = t(key).to_owned();
    for (name, value) in values {
        text = text.replace(&format!("{{{name}}}"), &value.to_string());
    }
    text
}

/// The text for that many: `key.one` or `key.other`, with `{n}` replaced.
pub fn plural(key: &str, n: usize) -> String {
    let form = if n == 1 { "one" } else { "other" };
    fill(&format!("{key}.{form}"), &[("n", &n)])
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use super::{WORDS, fill, plural};

    #[test]
    fn values_are_filled_in() {
        assert_eq!(
            fill("list.page", &[("number", &2), ("last", &3)]),
            "Page 2 of 3"
        );
        assert_eq!(plural("leads.count", 1), "1 lead");
        assert_eq!(plural("leads.count", 0), "0 leads");
    }

    #[test]
    fn every_text_that_is_used_is_there_and_none_is_left_over() {
        let mut sources = String::new();
        for folder in ["src/pages", "static"] {
            collect(
                &Path::new(env!("CARGO_MANIFEST_DIR")).join(folder),
                &mut sources,
            );
        }
        let used = keys(&sources);
        let missing: Vec<_> = used.iter().filter(|key| !is_known(key)).collect();
        assert!(missing.is_empty(), "no text for {missing:?}");
        // Keys made at run time are named in a comment or a list near the place that makes them.
        let unused: Vec<_> = WORDS
            .keys()
            .filter(|key| !sources.contains(&format!("\"{}\"", stem(key))))
            .collect();
        assert!(unused.is_empty(), "nobody uses {unused:?}");
    }

    fn is_known(key: &str) -> bool {
        WORDS.contains_key(key) || WORDS.contains_key(format!("{key}.other").as_str())
    }

    fn stem(key: &str) -> &str {
        key.strip_suffix(".one")
            .or_else(|| key.strip_suffix(".other"))
            .unwrap_or(key)
    }

    fn collect(folder: &Path, text: &mut String) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(&path, text);
            } else if path
                .extension()
                .is_some_and(|end| end == "rs" || end == "js")
            {
                text.push_str(&fs::read_to_string(path).unwrap());
            }
        }
    }

    /// The first arguments of `t`, `fill` and `plural` that are plain texts.
    fn keys(sources: &str) -> BTreeSet<&str> {
        let calls = ["t(\"", "fill(\"", "plural(\""];
        let mut found = BTreeSet::new();
        for call in calls {
            for (at, _) in sources.match_indices(call) {
                let before = sources[..at].chars().next_back().unwrap_or(' ');
                let argument = sources[at + call.len()..]
                    .split('"')
                    .next()
                    .unwrap_or_default();
                if !before.is_alphanumeric()
                    && before != '_'
                    && before != '.'
                    && argument.contains('.')
                {
                    found.insert(argument);
                }
            }
        }
        found
    }
}
